namespace Kps.Gateway.Call.Responding;

/// <summary>In what form a fault reaches the caller (design §4.7).</summary>
internal enum FaultShape
{
    /// <summary>SOAP fault, HTTP 500, the caller's doing.</summary>
    Sender,

    /// <summary>SOAP fault, HTTP 500, our doing.</summary>
    Receiver,

    /// <summary>SOAP fault code VersionMismatch.</summary>
    VersionMismatch,

    /// <summary>SOAP fault code MustUnderstand.</summary>
    MustUnderstand,

    /// <summary>HataBilgisi in the operation's own result, HTTP 200: a business answer for an authenticated caller.</summary>
    HataBilgisi,
}
