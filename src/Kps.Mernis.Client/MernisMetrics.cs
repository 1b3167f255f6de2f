using System.Diagnostics.Metrics;

namespace Kps.Mernis;

/// <summary>Meter <c>Kps.Mernis</c>. Tags are closed lists of names; none carries a number or an address.</summary>
internal sealed class MernisMetrics : IMernisState
{
    public const string MeterName = "Kps.Mernis";

    private readonly Histogram<double> _attempts;
    private readonly Counter<long> _tokens;
    private int _breakerState;

    public MernisMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _attempts = meter.CreateHistogram<double>("kps.mernis.attempt.duration", "s", "Messages to NVİ by kind and fault.");
        _tokens = meter.CreateCounter<long>("kps.mernis.token.requests", "{request}", "Token requests by fault.");
        meter.CreateObservableGauge("kps.mernis.breaker.state", () => Volatile.Read(ref _breakerState), null, "0 closed, 1 half open, 2 open.");
    }

    public MernisCircuit Circuit => (MernisCircuit)Volatile.Read(ref _breakerState);

    public void Attempted(UpstreamAttempt attempt) => _attempts.Record(
        attempt.Duration.TotalSeconds,
        new KeyValuePair<string, object?>("kind", attempt.Kind == UpstreamAttemptKind.Sts ? nameof(UpstreamAttemptKind.Sts) : nameof(UpstreamAttemptKind.Query)),
        FaultTag(attempt.Fault));

    public void TokenRequested(UpstreamFault? fault) => _tokens.Add(1, FaultTag(fault));

    public void BreakerIs(MernisCircuit state) => Volatile.Write(ref _breakerState, (int)state);

    private static KeyValuePair<string, object?> FaultTag(UpstreamFault? fault) => new("fault", fault is { } known ? known.ToString() : "none");
}
