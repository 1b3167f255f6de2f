namespace Kps.Mernis;

/// <summary>Which of NVİ's two doors an attempt knocked at.</summary>
public enum UpstreamAttemptKind
{
    /// <summary>Token request at the STS. Calls that waited for the same request all show it.</summary>
    Sts,

    /// <summary>Query at the router; each one may be counted by NVİ as a unit.</summary>
    Query,
}
