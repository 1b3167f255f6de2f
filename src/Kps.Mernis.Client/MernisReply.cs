namespace Kps.Mernis;

/// <summary>What became of one query, whatever it asked for: either <see cref="Fault"/> is set and nothing is known, or NVİ answered.</summary>
public abstract class MernisReply
{
    private protected MernisReply()
    {
    }

    /// <summary>The business error of the answer as a whole.</summary>
    public MernisHata? Hata { get; init; }

    /// <summary>Why no usable answer came; null when NVİ answered.</summary>
    public UpstreamFault? Fault { get; init; }

    /// <summary>Every message to NVİ this call caused or waited for, in order. Belongs on the audit row.</summary>
    public IReadOnlyList<UpstreamAttempt> Attempts { get; init; } = [];

    /// <summary>When the last query attempt began, UTC; null when no query was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the router's answer had been read, UTC; null when none came.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Time this call spent waiting for a token; zero when a valid one was at hand.</summary>
    public TimeSpan StsTime { get; init; }

    /// <summary>Time spent on all query attempts together.</summary>
    public TimeSpan QueryTime { get; init; }
}
