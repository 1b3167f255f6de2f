namespace Kps.TestSupport;

/// <summary>What <see cref="LocalTsa"/> does wrong.</summary>
public enum TsaFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>HTTP 500.</summary>
    ServerError,

    /// <summary>A good answer under the media type of a web page, as proxies send them.</summary>
    WrongMediaType,

    /// <summary>A good stamp over another hash, for the same nonce.</summary>
    OtherHash,

    /// <summary>A good stamp over the hash, for another nonce: an old answer played again.</summary>
    OtherNonce,

    /// <summary>Status "rejection".</summary>
    Rejected,

    /// <summary>Random bytes under the right media type.</summary>
    Garbage,

    /// <summary>Headers at once, the body never.</summary>
    Hanging,

    /// <summary>An answer without end.</summary>
    Oversized,

    /// <summary>A good answer and a byte more.</summary>
    Trailing,
}
