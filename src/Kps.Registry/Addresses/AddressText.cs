using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kps.Registry.Addresses;

/// <summary>The three ways to write a range. <see cref="IPAddress.TryParse(string, out IPAddress)"/> alone takes far more (octal, "10.1", scopes, ports).</summary>
internal static class AddressText
{
    private const int MaximumLength = 100;

    /// <summary>Returns null when read, otherwise the Turkish error.</summary>
    public static string? Read(string? text, out AddressRange range)
    {
        range = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return "Adres boş; tek adres (10.0.0.1), aralık (10.0.0.1-10.0.0.9) veya ağ (10.0.0.0/24) yazın.";
        }

        if (text.Length > MaximumLength)
        {
            return "Adres metni 100 karakterden uzun.";
        }

        var trimmed = text.Trim();
        var hyphen = trimmed.IndexOf('-', StringComparison.Ordinal);
        if (hyphen >= 0)
        {
            return ReadEnds(trimmed[..hyphen].Trim(), trimmed[(hyphen + 1)..].Trim(), out range);
        }

        var slash = trimmed.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return ReadNetwork(trimmed[..slash], trimmed[(slash + 1)..], out range);
        }

        if (!TryReadAddress(trimmed, out var single, out _))
        {
            return NotAnAddress(trimmed);
        }

        range = new AddressRange(single, single);
        return null;
    }

    private static string? ReadEnds(string first, string last, out AddressRange range)
    {
        range = default;
        if (!TryReadAddress(first, out var low, out _))
        {
            return NotAnAddress(first);
        }

        if (!TryReadAddress(last, out var high, out _))
        {
            return NotAnAddress(last);
        }

        if (low.IsIPv6 != high.IsIPv6)
        {
            return "Aralığın bir ucu IPv4, öbürü IPv6; iki uç aynı türden olmalı.";
        }

        if (low.Number > high.Number)
        {
            return $"Aralığın başı ({first}) sonundan ({last}) büyük.";
        }

        range = new AddressRange(low, high);
        return null;
    }

    private static string? ReadNetwork(string address, string prefixText, out AddressRange range)
    {
        range = default;
        if (!TryReadAddress(address, out var value, out var writtenBits))
        {
            return NotAnAddress(address);
        }

        if (prefixText.Length is 0 or > 3
            || !int.TryParse(prefixText, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix > writtenBits)
        {
            return string.Create(CultureInfo.InvariantCulture, $"'/{prefixText}' geçersiz; ağ öneki 0 ile {writtenBits} arasında bir sayı olmalı.");
        }

        // An IPv4 address written in its mapped IPv6 form carries a prefix of 128 bits, of which the first 96 are the mapping itself.
        var bits = value.IsIPv6 ? 128 : 32;
        if (prefix < writtenBits - bits)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"'/{prefixText}' geçersiz; IPv4 eşlemeli bir adresin öneki en az {writtenBits - bits} olmalı. IPv4 biçiminde yazın.");
        }

        var hostBits = writtenBits - prefix;
        var hostMask = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - UInt128.One;
        var network = new AddressValue(value.IsIPv6, value.Number & ~hostMask);
        if (network != value)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{address}/{prefix} bir ağ adresi değil; bu ağ {network.ToAddress()}/{bits - hostBits} diye yazılır. Tek adres için yalnız {address} yazın.");
        }

        range = new AddressRange(network, new AddressValue(value.IsIPv6, value.Number | hostMask));
        return null;
    }

    private static string NotAnAddress(string text) => $"'{text}' bir IP adresi değil.";

    /// <summary>Takes one strict spelling; <paramref name="writtenBits"/> is 32 or 128 by the spelling, mapped addresses included.</summary>
    private static bool TryReadAddress(string text, out AddressValue value, out int writtenBits)
    {
        value = default;
        var isIPv6 = text.Contains(':', StringComparison.Ordinal);
        writtenBits = isIPv6 ? 128 : 32;
        var allowed = isIPv6 ? "0123456789abcdefABCDEF:." : "0123456789.";
        if (text.Length == 0 || text.AsSpan().ContainsAnyExcept(allowed) || !IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        var dotted = isIPv6 ? text[(text.LastIndexOf(':') + 1)..] : text;
        if ((!isIPv6 || dotted.Contains('.', StringComparison.Ordinal)) && !IsStrictQuad(dotted))
        {
            return false;
        }

        return address.AddressFamily == (isIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork)
            && AddressValue.TryRead(address, out value);
    }

    private static bool IsStrictQuad(string text) =>
        text.Split('.') is { Length: 4 } octets
        && octets.All(octet => octet.Length is >= 1 and <= 3
            && (octet.Length == 1 || octet[0] != '0')
            && byte.TryParse(octet, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
