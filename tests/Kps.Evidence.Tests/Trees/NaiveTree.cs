using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Trees;

/// <summary>RFC 6962 §2.1 word for word, however slow: what the tiles are compared with.</summary>
internal static class NaiveTree
{
    public static TreeHash[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(number => TreeHash.OfLeaf(BitConverter.GetBytes(number)))];

    public static TreeHash Root(ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.Length == 0 ? TreeHash.Empty : leaves[0];
        }

        var split = Split(leaves.Length);
        return TreeHash.OfNodes(Root(leaves[..split]), Root(leaves[split..]));
    }

    public static List<TreeHash> Inclusion(int index, ReadOnlySpan<TreeHash> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var split = Split(leaves.Length);
        return index < split
            ? [.. Inclusion(index, leaves[..split]), Root(leaves[split..])]
            : [.. Inclusion(index - split, leaves[split..]), Root(leaves[..split])];
    }

    public static List<TreeHash> Consistency(int oldSize, ReadOnlySpan<TreeHash> leaves) =>
        oldSize == 0 ? [] : Subproof(oldSize, leaves, isWhole: true);

    private static List<TreeHash> Subproof(int oldSize, ReadOnlySpan<TreeHash> leaves, bool isWhole)
    {
        if (oldSize == leaves.Length)
        {
            return isWhole ? [] : [Root(leaves)];
        }

        var split = Split(leaves.Length);
        return oldSize <= split
            ? [.. Subproof(oldSize, leaves[..split], isWhole), Root(leaves[split..])]
            : [.. Subproof(oldSize - split, leaves[split..], isWhole: false), Root(leaves[..split])];
    }

    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count)
        {
            split *= 2;
        }

        return split;
    }
}
