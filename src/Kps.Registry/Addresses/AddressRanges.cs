using System.Net;

namespace Kps.Registry.Addresses;

/// <summary>
/// A set of ranges, merged and sorted once, asked on every call: binary search, no allocation. Immutable.
/// </summary>
public sealed class AddressRanges
{
    private readonly AddressRange[] _ipv4;
    private readonly AddressRange[] _ipv6;

    /// <summary>Merges overlapping and adjacent ranges.</summary>
    /// <param name="ranges">In any order, both families mixed.</param>
    public AddressRanges(IEnumerable<AddressRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        var sorted = ranges.OrderBy(range => range.FirstNumber).ToLookup(range => range.IsIPv6);
        _ipv4 = Merge(sorted[false]);
        _ipv6 = Merge(sorted[true]);
    }

    /// <summary>The set that holds no address.</summary>
    public static AddressRanges Empty { get; } = new([]);

    /// <summary>The merged ranges, IPv4 first, ascending.</summary>
    public IEnumerable<AddressRange> Merged => _ipv4.Concat(_ipv6);

    /// <summary>True when no address can match.</summary>
    public bool IsEmpty => _ipv4.Length == 0 && _ipv6.Length == 0;

    /// <summary>Whether the address lies in any of the ranges.</summary>
    /// <param name="address">The caller's address; null (an in-memory host, a broken front) lies nowhere.</param>
    /// <returns>False for null and for families other than IPv4 and IPv6.</returns>
    public bool Contains(IPAddress? address)
    {
        if (address is null || !AddressValue.TryRead(address, out var value))
        {
            return false;
        }

        var ranges = value.IsIPv6 ? _ipv6 : _ipv4;
        int low = 0, high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            ref readonly var range = ref ranges[middle];
            if (value.Number < range.FirstNumber)
            {
                high = middle - 1;
            }
            else if (value.Number > range.LastNumber)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private static AddressRange[] Merge(IEnumerable<AddressRange> sorted)
    {
        var merged = new List<AddressRange>();
        foreach (var range in sorted)
        {
            // Written without "+ 1" on the left, which would overflow behind the last address.
            if (merged.Count > 0 && (range.FirstNumber <= merged[^1].LastNumber || range.FirstNumber - 1 == merged[^1].LastNumber))
            {
                var joined = merged[^1];
                merged[^1] = new AddressRange(
                    new AddressValue(range.IsIPv6, joined.FirstNumber),
                    new AddressValue(range.IsIPv6, UInt128.Max(joined.LastNumber, range.LastNumber)));
            }
            else
            {
                merged.Add(range);
            }
        }

        return [.. merged];
    }
}
