using Kps.Contracts;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Responding;

/// <summary>Subcode of a SOAP 1.2 fault; SOAP 1.1 takes it as its faultcode.</summary>
/// <param name="Prefix">Prefix it is written with.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Local name.</param>
internal sealed record FaultSubcode(string Prefix, string Namespace, string Name)
{
    public static FaultSubcode FailedAuthentication { get; } = Wsse(nameof(FailedAuthentication));

    public static FaultSubcode InvalidSecurity { get; } = Wsse(nameof(InvalidSecurity));

    public static FaultSubcode InvalidSecurityToken { get; } = Wsse(nameof(InvalidSecurityToken));

    public static FaultSubcode MessageExpired { get; } = Wsse(nameof(MessageExpired));

    /// <summary>WS-Trust 1.3, section 11: the request itself makes no sense.</summary>
    public static FaultSubcode InvalidRequest { get; } = Trust(nameof(InvalidRequest));

    /// <summary>WS-Trust 1.3, section 11: AppliesTo names a service this door issues nothing for.</summary>
    public static FaultSubcode InvalidScope { get; } = Trust(nameof(InvalidScope));

    public static FaultSubcode ActionNotSupported { get; } = Addressing(nameof(ActionNotSupported));

    public static FaultSubcode InvalidAddressingHeader { get; } = Addressing(nameof(InvalidAddressingHeader));

    /// <summary>Subcodes of WS-Addressing travel under their own fault action.</summary>
    public bool IsAddressing => Namespace == SoapNamespaces.Addressing;

    private static FaultSubcode Wsse(string name) => new("o", SoapNamespaces.Wsse, name);

    private static FaultSubcode Trust(string name) => new("trust", KpsNamespaces.Trust, name);

    private static FaultSubcode Addressing(string name) => new("a", SoapNamespaces.Addressing, name);
}
