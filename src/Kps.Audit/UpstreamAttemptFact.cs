namespace Kps.Audit;

/// <summary>One attempt upstream as it stands on the outcome row; every attempt is written, retried or not.</summary>
/// <param name="Kind">Token or query.</param>
/// <param name="StartedAt">When it began; kept to the microsecond.</param>
/// <param name="Duration">How long it took; kept to the microsecond, at most 71 minutes.</param>
/// <param name="Result">How it ended.</param>
public readonly record struct UpstreamAttemptFact(
    UpstreamAttemptKind Kind,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    UpstreamAttemptResult Result);
