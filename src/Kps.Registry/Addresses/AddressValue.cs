using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Kps.Registry.Addresses;

/// <summary>
/// An address as a family and a number. An IPv4-mapped IPv6 address is IPv4 here: a dual-stack socket reports the same caller either way.
/// </summary>
internal readonly record struct AddressValue(bool IsIPv6, UInt128 Number)
{
    /// <summary>Reads an address without allocating.</summary>
    /// <returns>False for a family that is neither IPv4 nor IPv6.</returns>
    public static bool TryRead(IPAddress address, out AddressValue value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value = default;
        if (address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6) || !address.TryWriteBytes(bytes, out var length))
        {
            return false;
        }

        value = length == 4
            ? new AddressValue(false, BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : address.IsIPv4MappedToIPv6
                ? new AddressValue(false, BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]))
                : new AddressValue(true, BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return true;
    }

    /// <summary>The address again.</summary>
    public IPAddress ToAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        if (IsIPv6)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes, Number);
            return new IPAddress(bytes);
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Number);
        return new IPAddress(bytes[..4]);
    }
}
