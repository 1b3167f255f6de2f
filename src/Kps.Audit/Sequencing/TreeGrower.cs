using Kps.Evidence.Notes;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Audit.Sequencing;

/// <summary>
/// The leader's work: takes rows into the tree, a stretch of transactions at a time, and commits tiles, map and checkpoint of each stretch together.
/// After any failure it is thrown away; the next one resumes from what was committed.
/// </summary>
internal sealed class TreeGrower : ITileSink, IDisposable
{
    private const long FirstStretch = 256;
    private const long LongestStretch = 1 << 20;
    private const int FewRows = 4096;
    private const int ManyRows = 16_384;

    private readonly TreeTables _tables;
    private readonly RowSource _rows;
    private readonly INoteKey _key;
    private readonly string _origin;
    private readonly int _generation;
    private TreeBuilder _tree = null!;
    private TreeBatch _batch;
    private long _nextTx;
    private long _stretch = FirstStretch;

    private TreeGrower(SequencerSession session, TreeHead head, string origin, INoteKey key)
    {
        _tables = session.Tables;
        _rows = new RowSource(session.Connection);
        _key = key;
        _generation = head.Generation;
        _origin = TreeHead.OriginOf(origin, head.Generation);
        _nextTx = head.LastTx + 1;
        _batch = new TreeBatch(head.Size);
    }

    /// <summary>Goes on where the database's tree ends.</summary>
    /// <exception cref="TreeRefusedException">The tiles do not add up to the newest checkpoint.</exception>
    /// <exception cref="InvalidDataException">Tiles are missing.</exception>
    public static async Task<TreeGrower> ResumeAsync(SequencerSession session, TreeHead head, string origin, INoteKey key, CancellationToken ct)
    {
        var grower = new TreeGrower(session, head, origin, key);
        try
        {
            grower._tree = await TreeBuilder.ResumeAsync(head.Size, session.Tables, grower, ct);
            return grower._tree.Root() == head.Root
                ? grower
                : throw new TreeRefusedException("The tiles in the database do not add up to its newest checkpoint: the tree's tables were tampered with.");
        }
        catch
        {
            grower.Dispose();
            throw;
        }
    }

    /// <summary>Seals everything that is settled: the rows below the oldest open transaction.</summary>
    /// <param name="sealedBatch">Called after the commit of each stretch that had rows: its rows and its checkpoint.</param>
    /// <param name="ct">The host stops.</param>
    public async Task SealAsync(Func<int, SignedNote, Task> sealedBatch, CancellationToken ct)
    {
        var settled = await _rows.OldestOpenTxAsync(ct);
        while (_nextTx < settled)
        {
            var to = Math.Min(settled, _nextTx + _stretch);
            _batch = new TreeBatch(_tree.Size);
            await _rows.AppendAsync(_nextTx, to, _tree, _batch, ct);
            if (_batch.Rows > 0)
            {
                _batch.Close(_tree);
                var root = _tree.Root();
                var note = new Checkpoint(_origin, _tree.Size, root).Sign(_key);
                await _tables.WriteAsync(_batch, _generation, note, root, ct);
                await sealedBatch(_batch.Rows, note);
            }

            _nextTx = to;
            _stretch = _batch.Rows switch
            {
                > ManyRows => Math.Max(1, _stretch / 2),
                < FewRows => Math.Min(LongestStretch, _stretch * 2),
                _ => _stretch,
            };
        }
    }

    /// <summary>Rows that are committed and not sealed, and the time of the oldest.</summary>
    public Task<(long Rows, DateTimeOffset? Oldest)> WaitingAsync(CancellationToken ct) => _rows.WaitingAsync(_nextTx, ct);

    /// <inheritdoc />
    public void Add(TileId tile, ReadOnlySpan<TreeHash> hashes, TreeHash root) => _batch.Add(tile, hashes, root);

    /// <inheritdoc />
    public void Dispose() => _rows.Dispose();
}
