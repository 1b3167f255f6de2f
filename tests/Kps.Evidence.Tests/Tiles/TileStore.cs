using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Tests.Tiles;

/// <summary>
/// Tiles as a log keeps them: full ones as the builder gave them, the partial ones of the right edge made from the leaves and from the roots of the
/// full tiles below.
/// </summary>
internal sealed class TileStore : ITileSink, ITileSource
{
    private readonly Dictionary<(int Level, long Index), TreeHash[]> _full = [];
    private readonly List<TreeHash>[] _levels = [.. Enumerable.Range(0, TileId.MaxLevels).Select(_ => new List<TreeHash>())];

    public int Reads { get; private set; }

    public int FullTiles => _full.Count;

    public static TileStore Of(ReadOnlySpan<TreeHash> leaves, out TreeBuilder builder)
    {
        var store = new TileStore();
        builder = new TreeBuilder(store);
        foreach (var leaf in leaves)
        {
            builder.Append(leaf);
            store._levels[0].Add(leaf);
        }

        return store;
    }

    public void Add(TileId tile, ReadOnlySpan<TreeHash> hashes, TreeHash root)
    {
        _full.Add((tile.Level, tile.Index), hashes.ToArray());
        _levels[tile.Level + 1].Add(root);
    }

    public ValueTask<ReadOnlyMemory<TreeHash>> ReadAsync(TileId tile, CancellationToken cancellationToken)
    {
        Reads++;
        ReadOnlyMemory<TreeHash> hashes = tile.IsFull
            ? _full[(tile.Level, tile.Index)]
            : _levels[tile.Level].GetRange((int)tile.Index * TileId.FullWidth, tile.Width).ToArray();
        return ValueTask.FromResult(hashes);
    }
}
