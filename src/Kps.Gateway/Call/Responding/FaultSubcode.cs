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

    public static FaultSubcode MessageExpired { get; } = new("u", SoapNamespaces.Wsu, nameof(MessageExpired));

    public static FaultSubcode ActionNotSupported { get; } = Addressing(nameof(ActionNotSupported));

    public static FaultSubcode InvalidAddressingHeader { get; } = Addressing(nameof(InvalidAddressingHeader));

    /// <summary>Subcodes of WS-Addressing travel under their own fault action.</summary>
    public bool IsAddressing => Namespace == SoapNamespaces.Addressing;

    private static FaultSubcode Wsse(string name) => new("o", SoapNamespaces.Wsse, name);

    private static FaultSubcode Addressing(string name) => new("a", SoapNamespaces.Addressing, name);
}
