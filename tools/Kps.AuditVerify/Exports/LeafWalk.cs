using System.Globalization;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>
/// Goes through all leaves in order and grows the tree again, comparing its root with each checkpoint on the way: that is the proof of inclusion for every entry
/// and of consistency between all checkpoints at once. Tiles are read ahead on all processors; memory holds a few of them.
/// </summary>
internal sealed class LeafWalk
{
    private const int TileHeight = 8;
    private const int TilesAtOnce = 64;

    private readonly ExportManifest _manifest;
    private readonly IReadOnlyList<ExportBatch> _batches;
    private readonly IReadOnlyList<SealedHead> _heads;
    private readonly Findings _findings;
    private readonly TreeEdge _edge;
    private readonly CallPairs _pairs;
    private readonly Queue<ExportDestroyed> _destroyed;
    private int _batch;
    private int _head;
    private long _goodSize;

    /// <summary>Makes ready.</summary>
    /// <exception cref="VerifyException">The left edge is not one.</exception>
    public LeafWalk(ExportManifest manifest, BatchMap map, HeadList heads, Findings findings)
    {
        _manifest = manifest;
        _batches = map.All;
        _heads = heads.All;
        _findings = findings;
        _goodSize = manifest.FirstLeaf;
        _destroyed = new Queue<ExportDestroyed>(manifest.Destroyed);
        _pairs = new CallPairs(manifest.FirstLeaf == 0 || _batches.Count == 0 ? long.MinValue / 2 : _batches[0].RecordedFrom);
        try
        {
            _edge = new TreeEdge(manifest.FirstLeaf, manifest.LeftEdge);
        }
        catch (FormatException e)
        {
            throw new VerifyException($"the left edge of the export is malformed: {e.Message}", e);
        }
    }

    /// <summary>Entries that were there.</summary>
    public long Entries { get; private set; }

    /// <summary>Leaves without entry that a destroyed month accounts for.</summary>
    public long Destroyed { get; private set; }

    /// <summary>Entries with fields of a newer version.</summary>
    public long Unknown { get; private set; }

    /// <summary>Checkpoints whose root was met.</summary>
    public long Met { get; private set; }

    /// <summary>The root at the end; null when the walk could not get there.</summary>
    public TreeHash? EndRoot { get; private set; }

    /// <summary>Entries of re-bases.</summary>
    public List<(long Leaf, byte[] Entry)> Rebases { get; } = [];

    /// <summary>Walks.</summary>
    public void Run(ExportFiles files)
    {
        var next = _manifest.FirstLeaf / TileId.FullWidth;
        var end = (_manifest.EndLeaf + TileId.FullWidth - 1) / TileId.FullWidth;
        var checks = new TileCheck[TilesAtOnce];
        for (; next < end; next += TilesAtOnce)
        {
            var (first, count) = (next, (int)Math.Min(TilesAtOnce, end - next));
            Parallel.For(0, count, index => checks[index] = TileCheck.Run(files, Tile(first + index), _manifest.HasBodies));
            for (var index = 0; index < count; index++)
            {
                foreach (var finding in checks[index].Findings)
                {
                    _findings.Add(finding);
                }

                if (checks[index].Hashes.Length == 0)
                {
                    _findings.Note(string.Create(CultureInfo.InvariantCulture, $"nothing was verified from leaf {(first + index) * TileId.FullWidth} on"));
                    return;
                }

                Take(checks[index], (first + index) * TileId.FullWidth);
            }
        }

        EndRoot = _edge.Root();
        _pairs.Tell(_findings);
        if (_pairs.IntentsOutside > 0)
        {
            _findings.Note(string.Create(CultureInfo.InvariantCulture, $"{_pairs.IntentsOutside} outcomes have their intent before the export or among rows that are gone"));
        }
    }

    private TileId Tile(long index) => new(0, index, (int)Math.Min(TileId.FullWidth, _manifest.EndLeaf - (index * TileId.FullWidth)));

    private void Take(TileCheck tile, long first)
    {
        Rebases.AddRange(tile.Acts);
        for (var index = 0; index < tile.Hashes.Length; index++)
        {
            TakeEntry(tile, index, first + index);
        }

        if (tile.Hashes.Length == TileId.FullWidth && (_head == _heads.Count || _heads[_head].Size >= first + TileId.FullWidth))
        {
            _edge.Append(tile.Root, TileHeight);
            MeetHeads();
            return;
        }

        foreach (var hash in tile.Hashes)
        {
            _edge.Append(hash, 0);
            MeetHeads();
        }
    }

    private void TakeEntry(TileCheck tile, int index, long leaf)
    {
        while (_batch + 1 < _batches.Count && _batches[_batch].End <= leaf)
        {
            _batch++;
        }

        while (_destroyed.TryPeek(out var past) && past.EndLeaf <= leaf)
        {
            _destroyed.Dequeue();
        }

        var batch = _batches.Count > 0 ? _batches[_batch] : default;
        var destroyed = _destroyed.TryPeek(out var range) && range.FirstLeaf <= leaf ? range : null;
        if (!tile.IsThere[index])
        {
            _pairs.Missed();
            TakeHole(leaf, batch, destroyed);
            return;
        }

        Entries++;
        ref readonly var facts = ref tile.Facts[index];
        if (facts.Kind == EntryKind.None)
        {
            return;
        }

        Unknown += facts.HasUnknown ? 1 : 0;
        if (destroyed is not null)
        {
            Add("leaf-destroyed", leaf, $"leaf {leaf} (işlem {IslemNoText.Of(facts.IslemNo)}) is there although the export calls it destroyed");
        }

        if (facts.RecordedAt < batch.RecordedFrom || facts.RecordedAt > batch.RecordedTo)
        {
            Add("entry-time", leaf, $"leaf {leaf} (işlem {IslemNoText.Of(facts.IslemNo)}) is of {TimeText.Of(facts.RecordedAt)}, outside the times the map gives its batch");
        }

        if (_pairs.Take(facts) is { } flaw)
        {
            Add("pair", leaf, $"leaf {leaf} (işlem {IslemNoText.Of(facts.IslemNo)}): {flaw}");
        }
    }

    private void TakeHole(long leaf, ExportBatch batch, ExportDestroyed? destroyed)
    {
        if (destroyed is null)
        {
            Add("leaf-missing", leaf, $"leaf {leaf} is missing: its row was sealed and is gone (batch of {TimeText.Of(batch.RecordedFrom)} to {TimeText.Of(batch.RecordedTo)})");
            return;
        }

        Destroyed++;
        if (!DestroyedCheck.Reaches(destroyed.Month, batch))
        {
            Add("leaf-destroyed", leaf, $"leaf {leaf} is said to be of {destroyed.Month}, which its batch does not reach into");
        }
    }

    private void MeetHeads()
    {
        if (_head == _heads.Count || _heads[_head].Size > _edge.Size)
        {
            return;
        }

        var head = _heads[_head++];
        if (_edge.Root() == head.Root)
        {
            Met++;
            _goodSize = head.Size;
        }
        else
        {
            Add("checkpoint-root", _goodSize, $"leaves {_goodSize} to {head.Size - 1}, or the hashes before them, are not those the checkpoint over {head.Size} leaves was made over");
        }
    }

    private void Add(string code, long leaf, FormattableString text) => _findings.Add(code, leaf, text.ToString(CultureInfo.InvariantCulture));
}
