namespace Kps.Registry.Addresses;

/// <summary>
/// Blocks that are no institution's own on the open network (requirements D-08): a range that touches one is refused unless the operator
/// says it is meant, as it is on KamuNet. Source: IANA special-purpose registries (RFC 6890).
/// </summary>
internal static class SpecialAddresses
{
    private static readonly (AddressRange Block, string Name)[] Blocks =
    [
        (Network("0.0.0.0/8"), "belirsiz adres"),
        (Network("10.0.0.0/8"), "özel ağ"),
        (Network("100.64.0.0/10"), "işletmeci NAT'ı"),
        (Network("127.0.0.0/8"), "bu makine (loopback)"),
        (Network("169.254.0.0/16"), "bağlantı yerel"),
        (Network("172.16.0.0/12"), "özel ağ"),
        (Network("192.168.0.0/16"), "özel ağ"),
        (Network("224.0.0.0/4"), "çoklu gönderim"),
        (Network("240.0.0.0/4"), "ayrılmış"),
        (Network("::/127"), "belirsiz adres veya bu makine (loopback)"),
        (Network("fc00::/7"), "özel ağ"),
        (Network("fe80::/10"), "bağlantı yerel"),
        (Network("fec0::/10"), "özel ağ"),
        (Network("ff00::/8"), "çoklu gönderim"),
    ];

    /// <summary>What kind of special block the range touches, in Turkish; null when none.</summary>
    public static string? NameOfTouched(AddressRange range) =>
        Array.Find(Blocks, entry => entry.Block.Overlaps(range)).Name;

    private static AddressRange Network(string text) =>
        AddressRange.TryParse(text, out var range, out var error) ? range : throw new ArgumentException(error, nameof(text));
}
