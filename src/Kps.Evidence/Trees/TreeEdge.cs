namespace Kps.Evidence.Trees;

/// <summary>
/// The right edge of a growing tree as the roots of the perfect trees it consists of, one for each binary digit of its size: all that is needed to go on
/// growing it and to know its root at any moment. It takes whole perfect trees as well as leaves, so a verifier need not know what is under a hash it
/// was given. Not thread-safe.
/// </summary>
public sealed class TreeEdge
{
    /// <summary>Most nodes an edge has: no tree here has more than 2^62 leaves.</summary>
    public const int MaxNodes = 62;

    private readonly TreeHash[] _nodes = new TreeHash[MaxNodes + 1];

    /// <summary>The empty tree.</summary>
    public TreeEdge()
    {
    }

    /// <summary>Goes on with a tree of which only the edge is known.</summary>
    /// <param name="size">Leaves of that tree.</param>
    /// <param name="nodes">Roots of its perfect trees, largest first.</param>
    /// <exception cref="FormatException">That size has another number of perfect trees.</exception>
    public TreeEdge(long size, IReadOnlyList<TreeHash> nodes)
    {
        var next = 0;
        for (var height = MaxNodes - 1; height >= 0; height--)
        {
            if ((size >> height & 1) != 0 && next < nodes.Count)
            {
                _nodes[height] = nodes[next++];
            }
        }

        if (size < 0 || next != nodes.Count || next != System.Numerics.BitOperations.PopCount((ulong)size))
        {
            throw new FormatException($"{nodes.Count} hashes are not the edge of a tree of {size} leaves.");
        }

        Size = size;
    }

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Puts a perfect tree to the right of what is there.</summary>
    /// <param name="node">Its root; a leaf's hash when <paramref name="height"/> is 0.</param>
    /// <param name="height">It has 2^height leaves.</param>
    /// <exception cref="FormatException">A tree of that height cannot begin where this one ends.</exception>
    public void Append(in TreeHash node, int height)
    {
        if (height is < 0 or >= MaxNodes || (Size & ((1L << height) - 1)) != 0 || Size > (1L << MaxNodes) - (1L << height))
        {
            throw new FormatException($"No perfect tree of height {height} begins at leaf {Size}.");
        }

        var (hash, level) = (node, height);
        for (; (Size >> level & 1) != 0; level++)
        {
            hash = TreeHash.OfNodes(_nodes[level], hash);
        }

        _nodes[level] = hash;
        Size += 1L << height;
    }

    /// <summary>The root over all leaves so far; costs a hash for each node of the edge.</summary>
    public TreeHash Root()
    {
        TreeHash? root = null;
        for (var height = 0; height <= MaxNodes; height++)
        {
            if ((Size >> height & 1) != 0)
            {
                root = root is { } right ? TreeHash.OfNodes(_nodes[height], right) : _nodes[height];
            }
        }

        return root ?? TreeHash.Empty;
    }

    /// <summary>Heights of the perfect trees that together cover leaves <paramref name="begin"/> to <paramref name="end"/> − 1, in order: each the largest that can begin where it does.</summary>
    /// <param name="begin">First leaf.</param>
    /// <param name="end">The one after the last.</param>
    public static IEnumerable<int> Heights(long begin, long end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(begin);
        while (begin < end)
        {
            var height = System.Numerics.BitOperations.Log2((ulong)(end - begin));
            height = begin == 0 ? height : Math.Min(height, System.Numerics.BitOperations.TrailingZeroCount(begin));
            yield return height;
            begin += 1L << height;
        }
    }
}
