using System.Globalization;
using System.Text;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Stamps;

/// <summary>
/// What one stamp over many is made over (the idea of RFC 4998): before a time-stamping certificate expires, the newest checkpoint and every token that hangs on
/// the certificate become leaves of a small tree, and its root is stamped by a newer certificate. From then on the old tokens rest on the new one.
/// </summary>
/// <remarks>Format: docs/reference/evidence-format.md, "Stamps". The tree is that of RFC 6962 §2.1; a leaf is SHA-256(00 ‖ bytes).</remarks>
public sealed class ReStampList
{
    /// <summary>Most leaves of one list: eleven years of hourly stamps.</summary>
    public const int MaxMembers = 100_000;

    /// <summary>First line of what is stamped. No checkpoint begins so and ends without a signature.</summary>
    public const string Header = "kps-restamp/1";

    private readonly TreeHash[] _leaves;

    /// <summary>Makes a list.</summary>
    /// <param name="leaves">In order: that of the checkpoint first, then one for each token.</param>
    /// <exception cref="ArgumentException">None, or too many.</exception>
    public ReStampList(IEnumerable<TreeHash> leaves)
    {
        _leaves = [.. leaves];
        if (_leaves.Length is 0 or > MaxMembers)
        {
            throw new ArgumentException($"A list has 1 to {MaxMembers} leaves.", nameof(leaves));
        }

        Root = RootOf(_leaves);
    }

    /// <summary>Leaves.</summary>
    public int Count => _leaves.Length;

    /// <summary>Root over them.</summary>
    public TreeHash Root { get; }

    /// <summary>What is stamped: <see cref="Header"/>, number of leaves, root in base 64, a line each.</summary>
    public string Text => TextOf(Count, Root);

    /// <summary>The leaf of a checkpoint note (the whole of it, UTF-8) or of a token (DER).</summary>
    /// <param name="member">Its bytes.</param>
    public static TreeHash LeafOf(ReadOnlySpan<byte> member) => TreeHash.OfLeaf(member);

    /// <summary>Proves that a member stands in the list.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public ReStampProof Proof(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var hashes = new List<TreeHash>();
        var (from, to) = (0, Count);
        while (to - from > 1)
        {
            var middle = from + Left(to - from);
            if (index < middle)
            {
                hashes.Add(RootOf(_leaves.AsSpan(middle..to)));
                to = middle;
            }
            else
            {
                hashes.Add(RootOf(_leaves.AsSpan(from..middle)));
                from = middle;
            }
        }

        hashes.Reverse();
        return new ReStampProof(index, Count, Root, hashes);
    }

    /// <summary>What is stamped over a number of leaves under a root, UTF-8 of it.</summary>
    internal static string TextOf(int count, TreeHash root) => $"{Header}\n{count.ToString(CultureInfo.InvariantCulture)}\n{root}\n";

    /// <summary>The bytes of <see cref="Text"/>.</summary>
    public byte[] ToArray() => Encoding.UTF8.GetBytes(Text);

    /// <summary>RFC 6962 §2.1: the left part is the largest power of two below the whole.</summary>
    private static TreeHash RootOf(ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = Left(leaves.Length);
        return TreeHash.OfNodes(RootOf(leaves[..left]), RootOf(leaves[left..]));
    }

    private static int Left(int count) => 1 << System.Numerics.BitOperations.Log2((uint)(count - 1));
}
