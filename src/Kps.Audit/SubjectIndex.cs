using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kps.Audit;

/// <summary>
/// How a person stands in the book: HMAC-SHA256 of the number's ASCII digits under the key of the year, first 16 bytes. Equal persons have
/// equal indexes within a key; without the key the number cannot be found by trying all of them.
/// </summary>
/// <param name="value">The sixteen bytes, big-endian.</param>
public readonly struct SubjectIndex(UInt128 value) : IEquatable<SubjectIndex>
{
    /// <summary>Bytes of an index.</summary>
    public const int Size = 16;

    private readonly UInt128 _value = value;

    /// <summary>Reads sixteen bytes.</summary>
    /// <param name="bytes">Column subject, or a field of the entry.</param>
    /// <returns>The index.</returns>
    /// <exception cref="FormatException">Not sixteen bytes.</exception>
    public static SubjectIndex FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size
            ? new SubjectIndex(BinaryPrimitives.ReadUInt128BigEndian(bytes))
            : throw new FormatException("A subject index has 16 bytes.");

    /// <summary>Writes the sixteen bytes.</summary>
    /// <param name="destination">At least <see cref="Size"/> bytes.</param>
    public void CopyTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _value);

    /// <inheritdoc />
    public bool Equals(SubjectIndex other) => _value == other._value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SubjectIndex other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Thirty-two hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Equality.</summary>
    public static bool operator ==(SubjectIndex left, SubjectIndex right) => left.Equals(right);

    /// <summary>Inequality.</summary>
    public static bool operator !=(SubjectIndex left, SubjectIndex right) => !left.Equals(right);

    internal static SubjectIndex Compute(ReadOnlySpan<byte> key, long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var length, "D", System.Globalization.CultureInfo.InvariantCulture);
        return Compute(key, digits[..length]);
    }

    /// <summary>The index of a user name. <c>user</c> and a zero byte go before it, so that it never meets the index of a person.</summary>
    internal static SubjectIndex OfUserName(ReadOnlySpan<byte> key, ReadOnlySpan<char> name)
    {
        const int LongestName = 256;
        name = name.Trim();
        name = name.Length > LongestName ? name[..LongestName] : name;
        Span<byte> bytes = stackalloc byte[5 + (LongestName * 3)];
        "user\0"u8.CopyTo(bytes);
        var length = Encoding.UTF8.GetBytes(name, bytes[5..]);
        return Compute(key, bytes[..(5 + length)]);
    }

    private static SubjectIndex Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, hash);
        return FromBytes(hash[..Size]);
    }
}
