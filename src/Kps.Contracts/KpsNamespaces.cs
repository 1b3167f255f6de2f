namespace Kps.Contracts;

/// <summary>The XML namespaces the gateway speaks in its own name.</summary>
public static class KpsNamespaces
{
    /// <summary>Contract namespace of IKpsServices (wire contracts a.4), used for elements, types and actions.</summary>
    public const string Service = "https://www.saglik.gov.tr/KPS/01/01/2017";

    /// <summary>Prefix of every action of IKpsServices; the operation's name follows.</summary>
    public const string ActionBase = Service + "/IKpsServices/";

    /// <summary>Contract namespace of IKpsEkServisler, the second service: elements, types and actions.</summary>
    public const string Ek = "urn:kps:ek:2026-01";

    /// <summary>Prefix of every action of the second service; the operation's name follows.</summary>
    public const string EkActionBase = Ek + "/IKpsEkServisler/";

    /// <summary>WS-Trust 1.3, spoken at the token door.</summary>
    public const string Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";

    /// <summary>Namespace of what this gateway adds in ignorable places: the işlem no header block and the fault detail.</summary>
    public const string Gateway = "urn:kps:gecit:2026-01";
}
