namespace Kps.Audit;

/// <summary>What an attempt upstream asked for. Stored in audit entries; numbers never change.</summary>
public enum UpstreamAttemptKind : byte
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>A token from NVİ's STS.</summary>
    Sts = 1,

    /// <summary>The query itself.</summary>
    Query = 2,
}
