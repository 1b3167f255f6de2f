namespace Kps.Mernis.Services;

/// <summary>What one query attempt came to, as far as the pipelines care.</summary>
internal class QueryOutcome
{
    public UpstreamFault? Fault { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>True when no connection came about.</summary>
    public bool NothingSent { get; init; }

    /// <summary>The SOAP fault's code, for the log.</summary>
    public string? Subcode { get; init; }

    /// <summary>True when nothing of an answer can have come and this call has not retried yet.</summary>
    public bool MayRetry { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
