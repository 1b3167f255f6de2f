using Kps.Evidence.Tiles;

namespace Kps.Evidence.Trees;

/// <summary>
/// Grows a tree leaf by leaf, holding its right edge only: one open tile for each level. Full tiles go to the sink. A leaf costs one node hash on
/// average and no object. After an append that must not count (a transaction rolled back) the builder is thrown away and resumed. Not thread-safe.
/// </summary>
public sealed class TreeBuilder
{
    private readonly ITileSink _sink;
    private readonly TreeHash[]?[] _open = new TreeHash[]?[TileId.MaxLevels];
    private readonly int[] _width = new int[TileId.MaxLevels];

    /// <summary>Begins with the empty tree.</summary>
    /// <param name="sink">Takes the tiles that become full.</param>
    public TreeBuilder(ITileSink sink) => _sink = sink;

    /// <summary>Leaves so far; the index of the next one.</summary>
    public long Size { get; private set; }

    /// <summary>Goes on with a tree that was stored.</summary>
    /// <param name="size">Its leaves.</param>
    /// <param name="tiles">Gives its partial tiles (<see cref="TileId.Partial"/>).</param>
    /// <param name="sink">Takes the tiles that become full from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The builder. Whether the tiles are those of the tree shows only its root: compare it with the checkpoint's.</returns>
    /// <exception cref="InvalidDataException">A tile is missing or too short.</exception>
    public static async Task<TreeBuilder> ResumeAsync(long size, ITileSource tiles, ITileSink sink, CancellationToken cancellationToken)
    {
        var builder = new TreeBuilder(sink) { Size = size };
        foreach (var tile in TileId.Partial(size))
        {
            var hashes = await tiles.ReadAsync(tile, cancellationToken);
            if (hashes.Length < tile.Width)
            {
                throw new InvalidDataException($"Tile {tile.Path} has {hashes.Length} hashes.");
            }

            hashes[..tile.Width].CopyTo(builder.OpenTile(tile.Level));
            builder._width[tile.Level] = tile.Width;
        }

        return builder;
    }

    /// <summary>Adds the next leaf.</summary>
    /// <param name="leaf"><see cref="TreeHash.OfLeaf"/> of its entry.</param>
    public void Append(in TreeHash leaf)
    {
        Add(0, leaf);
        Size++;
    }

    /// <summary>The root of the tree as it is: MTH(D[n]) of RFC 6962 §2.1. Costs at most 255 hashes for each level.</summary>
    public TreeHash Root()
    {
        TreeHash? root = null;
        for (var level = 0; level < TileId.MaxLevels; level++)
        {
            // The open tile is a row of perfect trees, the largest leftmost: the binary digits of its width.
            var end = _width[level];
            for (var bit = 1; end > 0; bit <<= 1)
            {
                if ((end & bit) != 0)
                {
                    var part = TreeHash.OfPerfect(_open[level].AsSpan(end - bit, bit));
                    root = root is { } right ? TreeHash.OfNodes(part, right) : part;
                    end -= bit;
                }
            }
        }

        return root ?? TreeHash.Empty;
    }

    /// <summary>The leaf hashes of the tile of level 0 that is not full yet, at most 255.</summary>
    public ReadOnlySpan<TreeHash> OpenLeaves => _open[0].AsSpan(0, _width[0]);

    private void Add(int level, in TreeHash hash)
    {
        var tile = OpenTile(level);
        tile[_width[level]++] = hash;
        if (_width[level] < TileId.FullWidth)
        {
            return;
        }

        var root = TreeHash.OfPerfect(tile);
        _sink.Add(new TileId(level, Size >> (TileId.Height * (level + 1)), TileId.FullWidth), tile, root);
        _width[level] = 0;
        Add(level + 1, root);
    }

    private TreeHash[] OpenTile(int level) => _open[level] ??= new TreeHash[TileId.FullWidth];
}
