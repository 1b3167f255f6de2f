using System.Text;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Stamps;

/// <summary>That one checkpoint or token stands in a <see cref="ReStampList"/>, to be shown without the other members.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Count">Leaves of the list.</param>
/// <param name="Root">Root of the list.</param>
/// <param name="Hashes">The hashes beside the way to the root, lowest first.</param>
public sealed record ReStampProof(int Index, int Count, TreeHash Root, IReadOnlyList<TreeHash> Hashes)
{
    /// <summary>What the stamp over the list was made over.</summary>
    public byte[] Stamped() => Encoding.UTF8.GetBytes(ReStampList.TextOf(Count, Root));

    /// <summary>Whether a member stands in the list.</summary>
    /// <param name="member">The whole checkpoint note in UTF-8, or a token.</param>
    public bool Covers(ReadOnlySpan<byte> member) =>
        Count <= ReStampList.MaxMembers && InclusionProof.Verify(Index, Count, ReStampList.LeafOf(member), Hashes, Root);
}
