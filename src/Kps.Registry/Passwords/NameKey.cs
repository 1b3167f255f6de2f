using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kps.Registry.Passwords;

/// <summary>What stands for a user name in the failure counter: HMAC-SHA256 under the registry's own key.</summary>
internal readonly record struct NameKey(UInt128 High, UInt128 Low)
{
    /// <summary>Bytes of a key in the database.</summary>
    public const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>The key of a name.</summary>
    public static NameKey Of(ReadOnlySpan<byte> key, string userName)
    {
        Span<byte> hash = stackalloc byte[Length];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(userName), hash);
        return FromBytes(hash);
    }

    /// <summary>Reads 32 bytes.</summary>
    public static NameKey FromBytes(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <summary>The 32 bytes again.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }
}
