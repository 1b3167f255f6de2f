namespace Kps.Audit;

/// <summary>How a forwarded call ended; becomes the outcome row beside the intent row of the same işlem no.</summary>
public sealed record CallOutcome
{
    /// <summary>0 = answered; else the fault code, or the Kod of HataBilgisi.</summary>
    public required int Code { get; init; }

    /// <summary>Machine word for the cause, e.g. <c>nvi-timeout</c>: letters, digits and <c>.:_-</c>, at most 64; anything else becomes <c>_</c>. No personal data.</summary>
    public string? Cause { get; init; }

    /// <summary>When the query left for NVİ; null when it never did.</summary>
    public DateTimeOffset? NviSentAt { get; init; }

    /// <summary>When NVİ's answer was complete; null when none came.</summary>
    public DateTimeOffset? NviAnsweredAt { get; init; }

    /// <summary>Every attempt upstream in order; the first sixteen are kept.</summary>
    public IReadOnlyList<UpstreamAttemptFact> Attempts { get; init; } = [];

    /// <summary>Time spent on NVİ's STS.</summary>
    public TimeSpan StsTime { get; init; }

    /// <summary>Time spent on NVİ's query service.</summary>
    public TimeSpan NviTime { get; init; }

    /// <summary>Time spent in the gateway itself. The time of the intent's commit is added by the log on its own.</summary>
    public TimeSpan GatewayTime { get; init; }

    /// <summary>Which fields left, in the gateway's notation; at most 4,096 bytes of UTF-8, longer text is cut and ends in <c>…</c>.</summary>
    public string? FieldsReturned { get; init; }

    /// <summary>Which fields NVİ gave and the gateway kept back; limit as for <see cref="FieldsReturned"/>.</summary>
    public string? FieldsWithheld { get; init; }
}
