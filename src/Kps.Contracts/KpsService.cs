namespace Kps.Contracts;

/// <summary>The services the gateway publishes, each with an address, a namespace and a WSDL of its own.</summary>
public enum KpsService
{
    /// <summary>Fail-closed default: no query service. The token door's Issue has this one.</summary>
    None = 0,

    /// <summary>IKpsServices, the contract hospital software has called since 2017. Frozen: it is never added to.</summary>
    Kps = 1,

    /// <summary>IKpsEkServisler, the queries beyond that contract, in a namespace of this gateway.</summary>
    Ek = 2,
}
