using Kps.Mernis;

namespace Kps.Gateway.Call.Forwarding;

/// <summary>What a call said to NVİ and what came of it, for the outcome row and the metrics: of one query, or of several together.</summary>
/// <param name="Fault">Why no usable answer came; null when NVİ answered all of them.</param>
/// <param name="Attempts">Every message to NVİ, in order.</param>
/// <param name="SentAt">When the first query left; null when none did.</param>
/// <param name="AnsweredAt">When the last answer had been read; null when none came.</param>
/// <param name="StsTime">Time spent waiting for tokens.</param>
/// <param name="QueryTime">Time spent on query attempts.</param>
internal sealed record UpstreamAccount(
    UpstreamFault? Fault,
    IReadOnlyList<UpstreamAttempt> Attempts,
    DateTimeOffset? SentAt,
    DateTimeOffset? AnsweredAt,
    TimeSpan StsTime,
    TimeSpan QueryTime)
{
    /// <summary>The account of one query.</summary>
    public static UpstreamAccount Of(MernisReply reply) =>
        new(reply.Fault, reply.Attempts, reply.SentAt, reply.AnsweredAt, reply.StsTime, reply.QueryTime);

    /// <summary>This account and one query more; its fault is the call's, because after a fault nothing more is asked.</summary>
    public UpstreamAccount And(MernisReply reply) => new(
        reply.Fault,
        [.. Attempts, .. reply.Attempts],
        SentAt ?? reply.SentAt,
        reply.AnsweredAt ?? AnsweredAt,
        StsTime + reply.StsTime,
        QueryTime + reply.QueryTime);
}
