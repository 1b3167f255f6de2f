using System.Diagnostics.Metrics;

namespace Kps.Audit.Anchoring;

/// <summary>What operators watch of stamps and copies (meter <c>Kps.Audit</c>).</summary>
internal sealed class AnchorMetrics
{
    private const string OutcomeLabel = "outcome";

    private readonly Counter<long> _attempts;
    private readonly Counter<long> _copies;

    public AnchorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(AuditServices.MeterName);
        _attempts = meter.CreateCounter<long>("kps.anchor.attempts", "{attempt}", "Requests to the time-stamping authority, by outcome.");
        _copies = meter.CreateCounter<long>("kps.second_place.attempts", "{attempt}", "Copies of checkpoints to the second place, by outcome.");
    }

    public void Tried(TsaOutcome outcome) => _attempts.Add(1, new KeyValuePair<string, object?>(OutcomeLabel, outcome.ToString()));

    public void Copied(bool worked) => _copies.Add(1, new KeyValuePair<string, object?>(OutcomeLabel, worked ? "Kept" : "Failed"));
}
