namespace Kps.Gateway.Wsdl;

/// <summary>The services that publish a contract.</summary>
internal enum WsdlService
{
    /// <summary>The query contract.</summary>
    Router,

    /// <summary>The supplementary query contract, IKpsEkServisler.</summary>
    Ek,

    /// <summary>The token door.</summary>
    Sts,
}
