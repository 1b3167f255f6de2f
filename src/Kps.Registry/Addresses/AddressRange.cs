using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Kps.Registry.Addresses;

/// <summary>
/// Consecutive addresses of one family, both ends included. IPv4-mapped IPv6 addresses count as IPv4, so <c>::/0</c> holds no IPv4 address.
/// </summary>
public readonly record struct AddressRange
{
    private readonly AddressValue _first;
    private readonly AddressValue _last;

    internal AddressRange(AddressValue first, AddressValue last)
    {
        _first = first;
        _last = last;
    }

    /// <summary>Lowest address.</summary>
    public IPAddress First => _first.ToAddress();

    /// <summary>Highest address.</summary>
    public IPAddress Last => _last.ToAddress();

    /// <summary>True for IPv6.</summary>
    public bool IsIPv6 => _first.IsIPv6;

    internal UInt128 FirstNumber => _first.Number;

    internal UInt128 LastNumber => _last.Number;

    /// <summary>
    /// Reads what an operator types (requirements D-09): <c>10.0.0.1</c>, <c>10.0.0.1-10.0.0.9</c> or <c>10.0.0.0/24</c>, IPv6 likewise;
    /// at most 100 characters. Strict: four decimal octets without leading zeros, no scope, no port, no short forms.
    /// </summary>
    /// <param name="text">As typed; blanks around it and around the hyphen are ignored.</param>
    /// <param name="range">The range when the text is one.</param>
    /// <param name="error">Turkish sentence that says what is wrong and, for host bits in a network, which network was meant.</param>
    /// <returns>False when <paramref name="error"/> is set.</returns>
    public static bool TryParse(string? text, out AddressRange range, [NotNullWhen(false)] out string? error)
    {
        error = AddressText.Read(text, out range);
        return error is null;
    }

    /// <summary>Builds a range from its ends, as they stand in the database.</summary>
    /// <param name="first">Lowest address.</param>
    /// <param name="last">Highest address.</param>
    /// <param name="range">The range when the ends make one.</param>
    /// <returns>False when the ends are of different families or in the wrong order.</returns>
    public static bool TryBetween(IPAddress first, IPAddress last, out AddressRange range)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(last);
        if (AddressValue.TryRead(first, out var low) && AddressValue.TryRead(last, out var high) && low.IsIPv6 == high.IsIPv6 && low.Number <= high.Number)
        {
            range = new AddressRange(low, high);
            return true;
        }

        range = default;
        return false;
    }

    /// <summary>Whether an address lies in the range.</summary>
    /// <param name="address">Any address; null lies nowhere.</param>
    /// <returns>False also for families other than IPv4 and IPv6.</returns>
    public bool Contains(IPAddress? address) =>
        address is not null
        && AddressValue.TryRead(address, out var value)
        && value.IsIPv6 == IsIPv6
        && value.Number >= FirstNumber
        && value.Number <= LastNumber;

    /// <summary>Whether two ranges share an address.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>False for different families.</returns>
    public bool Overlaps(AddressRange other) =>
        IsIPv6 == other.IsIPv6 && FirstNumber <= other.LastNumber && other.FirstNumber <= LastNumber;

    /// <summary>One address, or both ends with a hyphen.</summary>
    public override string ToString() => FirstNumber == LastNumber ? First.ToString() : $"{First}-{Last}";
}
