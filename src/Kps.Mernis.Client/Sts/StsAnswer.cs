namespace Kps.Mernis.Sts;

/// <summary>What one token request came to.</summary>
internal sealed class StsAnswer
{
    public SecurityToken? Token { get; init; }

    public UpstreamFault? Fault { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>True when no connection came about.</summary>
    public bool NothingSent { get; init; }

    /// <summary>The SOAP fault's code, for the log.</summary>
    public string? Subcode { get; init; }

    /// <summary>True when nothing of an answer can have come.</summary>
    public bool MayRetry { get; init; }
}
