using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Kps.Evidence.Trees;

/// <summary>
/// A node of the tree over the log: 32 bytes of SHA-256, made as RFC 6962 §2.1 says. A value type, so that a million of them cost no object.
/// <c>default</c> is 32 zero bytes, which is the hash of nothing known.
/// </summary>
public readonly struct TreeHash : IEquatable<TreeHash>
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;
    private const int StackLimit = 2048;

    // 32 bytes in the order of the digest; the four numbers mean nothing.
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Takes a digest.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public TreeHash(ReadOnlySpan<byte> digest)
    {
        if (digest.Length != Size)
        {
            throw new ArgumentException("A tree hash has 32 bytes.", nameof(digest));
        }

        _first = MemoryMarshal.Read<ulong>(digest);
        _second = MemoryMarshal.Read<ulong>(digest[8..]);
        _third = MemoryMarshal.Read<ulong>(digest[16..]);
        _fourth = MemoryMarshal.Read<ulong>(digest[24..]);
    }

    /// <summary>The root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1).</summary>
    public static TreeHash Empty { get; } = new(SHA256.HashData([]));

    /// <summary>Compares the bytes.</summary>
    public static bool operator ==(TreeHash left, TreeHash right) => left.Equals(right);

    /// <summary>Compares the bytes.</summary>
    public static bool operator !=(TreeHash left, TreeHash right) => !left.Equals(right);

    /// <summary>The leaf of an entry: SHA-256(0x00 ‖ entry). The prefix keeps a leaf from ever being taken for a node.</summary>
    /// <param name="entry">The canonical entry, as it stands in the log.</param>
    public static TreeHash OfLeaf(ReadOnlySpan<byte> entry)
    {
        var input = entry.Length < StackLimit ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        input[0] = LeafPrefix;
        entry.CopyTo(input[1..]);
        return Digest(input);
    }

    /// <summary>The node above two: SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">Hash of the older leaves.</param>
    /// <param name="right">Hash of the newer leaves.</param>
    public static TreeHash OfNodes(in TreeHash left, in TreeHash right)
    {
        Span<byte> input = stackalloc byte[1 + Size + Size];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Size)..]);
        return Digest(input);
    }

    /// <summary>The root of a perfect tree, from the hashes of one of its levels.</summary>
    /// <param name="hashes">1, 2, 4 … 256 hashes of subtrees of equal size.</param>
    /// <exception cref="ArgumentException">The count is no power of two, or above 256.</exception>
    public static TreeHash OfPerfect(ReadOnlySpan<TreeHash> hashes)
    {
        if (hashes.Length is 0 or > 256 || (hashes.Length & (hashes.Length - 1)) != 0)
        {
            throw new ArgumentException("A perfect tree has 1, 2, 4 … 256 hashes at a level.", nameof(hashes));
        }

        if (hashes.Length == 1)
        {
            return hashes[0];
        }

        Span<TreeHash> above = stackalloc TreeHash[128];
        var count = hashes.Length / 2;
        for (var pair = 0; pair < count; pair++)
        {
            above[pair] = OfNodes(hashes[2 * pair], hashes[(2 * pair) + 1]);
        }

        for (count /= 2; count > 0; count /= 2)
        {
            for (var pair = 0; pair < count; pair++)
            {
                above[pair] = OfNodes(above[2 * pair], above[(2 * pair) + 1]);
            }
        }

        return above[0];
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <inheritdoc />
    public bool Equals(TreeHash other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TreeHash other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _first.GetHashCode();

    /// <summary>Base64, as it stands in a checkpoint.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());

    private static TreeHash Digest(ReadOnlySpan<byte> input)
    {
        Span<byte> digest = stackalloc byte[Size];
        SHA256.HashData(input, digest);
        return new TreeHash(digest);
    }
}
