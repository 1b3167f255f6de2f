using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Audit.Sequencing;

/// <summary>Rows that enter the tree together, and what becomes of them: the tiles they fill and their line in the map.</summary>
internal sealed class TreeBatch(long firstIndex) : ITileSink
{
    private readonly List<SealedTile> _tiles = [];

    public long FirstIndex { get; } = firstIndex;

    public int Rows { get; private set; }

    public long FirstTx { get; private set; }

    public long LastTx { get; private set; }

    public DateTimeOffset RecordedFrom { get; private set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset RecordedTo { get; private set; } = DateTimeOffset.MinValue;

    public IReadOnlyList<SealedTile> Tiles => _tiles;

    /// <summary>The batch's leaves beyond the last full tile.</summary>
    public byte[] OpenLeaves { get; private set; } = [];

    /// <summary>Takes a row's place and time; rows come in order.</summary>
    public void Take(long tx, DateTimeOffset recordedAt)
    {
        FirstTx = Rows == 0 ? tx : FirstTx;
        LastTx = tx;
        Rows++;
        RecordedFrom = recordedAt < RecordedFrom ? recordedAt : RecordedFrom;
        RecordedTo = recordedAt > RecordedTo ? recordedAt : RecordedTo;
    }

    /// <summary>Takes note of what the tree has open after the last row.</summary>
    public void Close(TreeBuilder tree)
    {
        var open = tree.OpenLeaves;
        OpenLeaves = TreeTables.Bytes(open[^Math.Min(open.Length, Rows)..]);
    }

    /// <inheritdoc />
    public void Add(TileId tile, ReadOnlySpan<TreeHash> hashes, TreeHash root) => _tiles.Add(new SealedTile(tile, root, TreeTables.Bytes(hashes)));
}
