using Kps.Audit.Sequencing;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Exporting;

/// <summary>Finds a row's leaf by its hash among those of its batch: counting rows would go wrong where a month was destroyed.</summary>
internal static class SealedLeaves
{
    private const int TilesAtOnce = 64;

    /// <summary>Finds it.</summary>
    /// <param name="connection">Of role kps_panel.</param>
    /// <param name="tables">The log, over that connection.</param>
    /// <param name="row">The row.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The index; null while the row waits for its seal.</returns>
    /// <exception cref="ExportException">It was sealed with other bytes, or not at all.</exception>
    /// <exception cref="InvalidDataException">Tiles are missing.</exception>
    public static async Task<long?> FindAsync(NpgsqlConnection connection, ExportTables tables, ExportRow row, CancellationToken ct)
    {
        if (await tables.BatchOfTxAsync(row.Tx, ct) is not { } batch)
        {
            return null;
        }

        var wanted = TreeHash.OfLeaf(row.Entry);
        for (var tile = batch.FirstIndex / TileId.FullWidth; tile * TileId.FullWidth < batch.End; tile += TilesAtOnce)
        {
            var begin = tile * TileId.FullWidth;
            var end = Math.Min(batch.End, begin + (TilesAtOnce * TileId.FullWidth));
            var hashes = await ReadAsync(connection, tables, begin, end, ct);
            if (Array.IndexOf(hashes, wanted) is >= 0 and var place)
            {
                return begin + place;
            }
        }

        throw new ExportException(ExportFault.Contradiction, $"A row of transaction {row.Tx} is not the one that was sealed.");
    }

    /// <summary>Hashes of leaves, as the tree has them.</summary>
    /// <param name="connection">Of role kps_panel.</param>
    /// <param name="tables">The log, over that connection.</param>
    /// <param name="begin">First leaf, a multiple of 256.</param>
    /// <param name="end">The leaf after the last; the tree has at least so many.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidDataException">Tiles are missing.</exception>
    public static async Task<TreeHash[]> ReadAsync(NpgsqlConnection connection, ExportTables tables, long begin, long end, CancellationToken ct)
    {
        var (full, rest) = ((int)((end - begin) / TileId.FullWidth), (int)(end % TileId.FullWidth));
        var hashes = full > 0 ? await tables.FullTilesAsync(begin / TileId.FullWidth, full, ct) : [];
        if (rest == 0)
        {
            return hashes;
        }

        var last = await new TreeTables(connection).ReadAsync(new TileId(0, end / TileId.FullWidth, rest), ct);
        return [.. hashes, .. last.Span[..rest]];
    }
}
