namespace Kps.Bench.Load;

/// <summary>What one run of wrk saw.</summary>
/// <param name="Answers">Whole answers; every message sent has one.</param>
/// <param name="Seconds">Time in which they were asked for.</param>
/// <param name="P50">Median latency.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Refusals">Answers other than 2xx or 3xx.</param>
/// <param name="Errors">Connections that failed and answers that took more than two seconds.</param>
internal sealed record WrkResult(long Answers, double Seconds, TimeSpan P50, TimeSpan P99, long Refusals, long Errors)
{
    /// <summary>Answers per second.</summary>
    public double Rate => Answers / Seconds;
}
