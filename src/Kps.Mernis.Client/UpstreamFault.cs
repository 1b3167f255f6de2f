namespace Kps.Mernis;

/// <summary>
/// Why no usable answer came. The names are stored in audit rows: they are never renamed. NVİ's business answers
/// (<see cref="MernisHata"/>, HataBilgisi in a part) are no faults.
/// </summary>
public enum UpstreamFault
{
    /// <summary>No connection to the router, a connection lost, or HTTP 502, 503 or 504 in front of it.</summary>
    Unreachable,

    /// <summary>The router did not answer within the attempt, or the total budget ran out. NVİ may have counted the query.</summary>
    Timeout,

    /// <summary>HTTP 403 from the router or the STS: our egress address is not on NVİ's list, or access is suspended (requirements C-08).</summary>
    AddressNotRegistered,

    /// <summary>The router refused two tokens, or the token and its replacement; also what a wrong clock on our side looks like.</summary>
    TokenRefused,

    /// <summary>An answer that is not what the contract says, or one about another number.</summary>
    Malformed,

    /// <summary>An answer longer than <see cref="MernisOptions.MaxAnswerBytes"/>.</summary>
    TooLarge,

    /// <summary>Any other SOAP fault of the router.</summary>
    ServiceFault,

    /// <summary>No connection to the STS, a connection lost, or HTTP 502, 503 or 504 in front of it.</summary>
    StsUnreachable,

    /// <summary>The STS did not answer within <see cref="MernisOptions.StsTimeout"/>.</summary>
    StsTimeout,

    /// <summary>The STS refused the account, or the password file could not be read.</summary>
    StsRefused,

    /// <summary>The STS sent something that is no token.</summary>
    StsMalformed,

    /// <summary>Too many queries under way already; nothing was sent.</summary>
    Busy,

    /// <summary>The router failed too often just now; nothing was sent.</summary>
    CircuitOpen,

    /// <summary>The service may not be called here: it is by analogy and no WSDL of it was supplied. Nothing was sent.</summary>
    NotOffered,
}
