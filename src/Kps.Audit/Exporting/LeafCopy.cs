using Kps.Evidence.Exports;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Exporting;

/// <summary>Copies the leaves of one export, a batch of rows at a time: entries and bodies into bundles, the batches into the map.</summary>
internal sealed class LeafCopy(NpgsqlConnection connection, ExportTables tables, ExportFolder folder, TileBundles bundles, DestroyedMonths destroyed)
{
    private const int RowsAtOnce = 16_384;
    private const int BatchesAtOnce = 512;
    private const int MaxSurplus = 1000;

    private readonly List<ExportSurplus> _surplus = [];
    private long _lastTx = -1;

    public TileBundles Bundles => bundles;

    public DestroyedMonths Destroyed => destroyed;

    public IReadOnlyList<ExportSurplus> Surplus => _surplus;

    public long SurplusRows { get; private set; }

    /// <summary>Writes leaves from where the bundles begin, and the lines of the map.</summary>
    public async Task CopyAsync(long end, bool withBodies, CancellationToken ct)
    {
        var map = folder.NewText(ExportLayout.Batches);
        await using (map)
        {
            // From the batch on that holds the first leaf; its leaves before that are passed over.
            var next = (await tables.BatchOfLeafAsync(bundles.Next, ct))?.FirstIndex ?? 0;
            while (next < end)
            {
                var batches = await tables.BatchesFromAsync(next, end, BatchesAtOnce, ct);
                if (batches.Count == 0 || batches[0].FirstIndex != next)
                {
                    throw new InvalidDataException($"The map of the tree has no batch at leaf {next}.");
                }

                var window = Window(batches);
                foreach (var batch in batches[..window])
                {
                    await map.WriteLineAsync(batch.ToString());
                }

                await CopyAsync(batches[..window], withBodies, ct);
                next = batches[window - 1].End;
            }
        }

        bundles.Flush();
        folder.Close(ExportLayout.Batches, map);
    }

    /// <summary>As many batches as make one reading.</summary>
    private static int Window(List<ExportBatch> batches)
    {
        var rows = 0L;
        for (var index = 0; index < batches.Count; index++)
        {
            rows += batches[index].Rows;
            if (rows >= RowsAtOnce || (index + 1 < batches.Count && batches[index + 1].FirstIndex != batches[index].End))
            {
                return index + 1;
            }
        }

        return batches.Count;
    }

    private async Task CopyAsync(List<ExportBatch> batches, bool withBodies, CancellationToken ct)
    {
        var begin = batches[0].FirstIndex - (batches[0].FirstIndex % TileId.FullWidth);
        var hashes = await SealedLeaves.ReadAsync(connection, tables, begin, batches[^1].End, ct);
        var rows = new List<ExportRow>();
        var batch = 0;

        // Also rows between the batches, which nobody has sealed.
        var firstTx = _lastTx < 0 ? batches[0].FirstTx : _lastTx + 1;
        await foreach (var row in tables.RowsAsync(firstTx, batches[^1].LastTx, withBodies, ct))
        {
            while (row.Tx > batches[batch].LastTx)
            {
                Place(batches[batch++], rows, hashes, begin);
            }

            if (row.Tx < batches[batch].FirstTx)
            {
                IsSurplus(batches[batch].FirstIndex, row);
            }
            else
            {
                rows.Add(row);
            }
        }

        for (; batch < batches.Count; batch++)
        {
            Place(batches[batch], rows, hashes, begin);
        }

        _lastTx = batches[^1].LastTx;
    }

    private void Place(ExportBatch batch, List<ExportRow> rows, TreeHash[] hashes, long begin)
    {
        var leaves = hashes.AsSpan((int)(batch.FirstIndex - begin), batch.Rows);
        var placed = BatchLeaves.Place(rows, leaves, (before, row) => IsSurplus(batch.FirstIndex + before, row));
        for (var index = 0; index < placed.Length; index++)
        {
            var leaf = batch.FirstIndex + index;
            if (leaf < bundles.Next)
            {
                continue;
            }

            if (placed[index] is null)
            {
                destroyed.Explain(leaf, batch);
            }

            bundles.Add(leaves[index], placed[index]);
        }

        rows.Clear();
    }

    private void IsSurplus(long before, ExportRow row)
    {
        SurplusRows++;
        if (_surplus.Count < MaxSurplus)
        {
            _surplus.Add(new ExportSurplus(before, row.Entry));
        }
    }
}
