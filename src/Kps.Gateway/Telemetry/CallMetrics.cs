using System.Diagnostics.Metrics;
using Kps.Contracts;
using Kps.Gateway.Call;

namespace Kps.Gateway.Telemetry;

/// <summary>What is counted and timed of calls (meter <c>Kps.Gateway</c>). Labels come from closed lists; none carries a person, a user or an address.</summary>
internal sealed class CallMetrics
{
    /// <summary>Operation of a call that ended before its operation was known.</summary>
    public const string NoOperation = "none";

    private readonly Counter<long> _calls;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _part;
    private readonly Histogram<double> _hash;
    private int _inFlight;

    public CallMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterNames.Gateway);
        _calls = meter.CreateCounter<long>("kps.calls", "{call}", "Calls that ended, by operation and outcome.");
        _duration = meter.CreateHistogram<double>("kps.call.duration", "s", "Time from the arrival of a call to the last byte of its answer.");
        _part = meter.CreateHistogram<double>("kps.call.part.duration", "s", "Where the time of a forwarded call went; the parts add up to its duration.");
        _hash = meter.CreateHistogram<double>("kps.hashing.duration", "s", "Time one slow hash took, its wait in the queue left out.");
        meter.CreateObservableUpDownCounter("kps.calls.in_flight", () => InFlight, "{call}", "Calls that have arrived and not been answered yet.");
    }

    /// <summary>Calls between arrival and answer right now.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Name of a call's operation, or <see cref="NoOperation"/>.</summary>
    public static string OperationOf(KpsCall call) => call.RequestIfParsed?.Operation.Name ?? NoOperation;

    /// <summary>A call has arrived.</summary>
    public void Arrived() => Interlocked.Increment(ref _inFlight);

    /// <summary>A call has ended.</summary>
    /// <param name="call">The call.</param>
    /// <param name="outcome">From <see cref="CallOutcomeName"/>.</param>
    /// <param name="duration">From arrival to now.</param>
    public void Ended(KpsCall call, string outcome, TimeSpan duration)
    {
        Interlocked.Decrement(ref _inFlight);
        var operation = new KeyValuePair<string, object?>("operation", OperationOf(call));
        _calls.Add(1, operation, new KeyValuePair<string, object?>("outcome", outcome));
        _duration.Record(duration.TotalSeconds, operation, new KeyValuePair<string, object?>("forwarded", call.TicketIfOpened is null ? "false" : "true"));
        if (call.TicketIfOpened is { } ticket)
        {
            RecordParts(call, duration, ticket.CommitTime);
        }
    }

    /// <summary>Wraps the slow hash so that each is timed.</summary>
    /// <param name="verify">The hash.</param>
    /// <param name="time">Measures it.</param>
    public Func<string?, Secret, bool> Timed(Func<string?, Secret, bool> verify, TimeProvider time) => (stored, password) =>
    {
        var started = time.GetTimestamp();
        var isRight = verify(stored, password);
        _hash.Record(time.GetElapsedTime(started).TotalSeconds);
        return isRight;
    };

    private void RecordParts(KpsCall call, TimeSpan duration, TimeSpan intentCommit)
    {
        var sts = call.UpstreamIfAsked?.StsTime ?? TimeSpan.Zero;
        var nvi = call.UpstreamIfAsked?.QueryTime ?? TimeSpan.Zero;
        var gateway = duration - sts - nvi - intentCommit - call.OutcomeCommitTime;
        RecordPart("sts", sts);
        RecordPart("nvi", nvi);
        RecordPart("intent_commit", intentCommit);
        RecordPart("outcome_commit", call.OutcomeCommitTime);
        RecordPart("gateway", gateway > TimeSpan.Zero ? gateway : TimeSpan.Zero);
    }

    private void RecordPart(string part, TimeSpan time) => _part.Record(time.TotalSeconds, new KeyValuePair<string, object?>("part", part));
}
