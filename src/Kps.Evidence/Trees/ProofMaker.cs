using System.Numerics;
using Kps.Evidence.Tiles;

namespace Kps.Evidence.Trees;

/// <summary>
/// Computes roots and proofs of a tree from its tiles (RFC 6962 §2.1.1 and §2.1.2). Reads a tile once and keeps it, so one maker serves many proofs
/// of the same tree; a proof needs about three tiles for each level. Not thread-safe.
/// </summary>
/// <param name="tiles">The tree's tiles.</param>
/// <param name="size">Its leaves; it may be smaller than what the tiles hold.</param>
public sealed class ProofMaker(ITileSource tiles, long size)
{
    private readonly Dictionary<TileId, ReadOnlyMemory<TreeHash>> _read = [];

    /// <summary>The root.</summary>
    /// <exception cref="InvalidDataException">A tile is missing.</exception>
    public async ValueTask<TreeHash> RootAsync(CancellationToken cancellationToken) =>
        size == 0 ? TreeHash.Empty : await HashAsync(0, size, cancellationToken);

    /// <summary>The proof that a leaf is in the tree.</summary>
    /// <param name="index">The leaf, 0 to size − 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Lowest hash first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    /// <exception cref="InvalidDataException">A tile is missing.</exception>
    public async Task<IReadOnlyList<TreeHash>> InclusionAsync(long index, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<TreeHash>();
        var (begin, end) = (0L, size);
        while (end - begin > 1)
        {
            var middle = begin + Split(end - begin);
            if (index < middle)
            {
                proof.Add(await HashAsync(middle, end, cancellationToken));
                end = middle;
            }
            else
            {
                proof.Add(await HashAsync(begin, middle, cancellationToken));
                begin = middle;
            }
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>The proof that an older tree is the beginning of this one.</summary>
    /// <param name="oldSize">Leaves of the older tree, 0 to size.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is the larger one.</exception>
    /// <exception cref="InvalidDataException">A tile is missing.</exception>
    public async Task<IReadOnlyList<TreeHash>> ConsistencyAsync(long oldSize, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        var proof = new List<TreeHash>();
        if (oldSize == 0 || oldSize == size)
        {
            return proof;
        }

        var (begin, end) = (0L, size);
        while (end != oldSize)
        {
            var middle = begin + Split(end - begin);
            if (oldSize <= middle)
            {
                proof.Add(await HashAsync(middle, end, cancellationToken));
                end = middle;
            }
            else
            {
                proof.Add(await HashAsync(begin, middle, cancellationToken));
                begin = middle;
            }
        }

        // A perfect older tree needs no hash of its own: who checks has its root.
        if (begin != 0)
        {
            proof.Add(await HashAsync(begin, end, cancellationToken));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>The roots of the perfect trees that together cover a range of leaves (<see cref="TreeEdge.Heights"/>): what somebody needs who is not given the leaves.</summary>
    /// <param name="begin">First leaf.</param>
    /// <param name="end">The one after the last, at most size.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the tree.</exception>
    /// <exception cref="InvalidDataException">A tile is missing.</exception>
    public async Task<IReadOnlyList<TreeHash>> NodesAsync(long begin, long end, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, size);
        var nodes = new List<TreeHash>();
        foreach (var height in TreeEdge.Heights(begin, end))
        {
            nodes.Add(await PerfectAsync(begin, height, cancellationToken));
            begin += 1L << height;
        }

        return nodes;
    }

    /// <summary>Leaves of the left subtree: the largest power of two below the count.</summary>
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private async ValueTask<TreeHash> HashAsync(long begin, long end, CancellationToken cancellationToken)
    {
        // From the right: perfect trees, each larger than the one before.
        TreeHash? hash = null;
        while (end > begin)
        {
            var count = 1L << BitOperations.TrailingZeroCount(end - begin);
            var part = await PerfectAsync(end - count, BitOperations.Log2((ulong)count), cancellationToken);
            hash = hash is { } right ? TreeHash.OfNodes(part, right) : part;
            end -= count;
        }

        return hash!.Value;
    }

    /// <summary>The root over 2^height leaves from a multiple of that on, taken from the tile that has it in its lowest levels.</summary>
    private async ValueTask<TreeHash> PerfectAsync(long begin, int height, CancellationToken cancellationToken)
    {
        var level = height / TileId.Height;
        var position = begin >> (TileId.Height * level);
        var tile = TileId.Holding(level, position, size);
        if (!_read.TryGetValue(tile, out var hashes))
        {
            hashes = await tiles.ReadAsync(tile, cancellationToken);
            if (hashes.Length < tile.Width)
            {
                throw new InvalidDataException($"Tile {tile.Path} has {hashes.Length} hashes.");
            }

            _read.Add(tile, hashes);
        }

        return TreeHash.OfPerfect(hashes.Span.Slice((int)(position % TileId.FullWidth), 1 << (height % TileId.Height)));
    }
}
