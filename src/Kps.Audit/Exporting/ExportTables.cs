using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kps.Audit.Entry;
using Kps.Evidence.Exports;
using Kps.Evidence.Notes;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Exporting;

/// <summary>What exports and receipts read, through the views of role kps_panel.</summary>
internal sealed class ExportTables(NpgsqlConnection connection)
{
    private const string BatchColumns = "SELECT first_index, row_count, first_tx, last_tx, recorded_from, recorded_to FROM audit.tree_batch ";

    /// <summary>The newest checkpoint; null while the log has none.</summary>
    public Task<SignedNote?> NewestCheckpointAsync(CancellationToken ct) =>
        NoteAsync("SELECT note FROM audit.tree_checkpoint ORDER BY size DESC, generation DESC LIMIT 1", null, ct);

    /// <summary>The first checkpoint that covers a leaf; null while there is none.</summary>
    public Task<SignedNote?> FirstCheckpointOverAsync(long leaf, CancellationToken ct) =>
        NoteAsync("SELECT note FROM audit.tree_checkpoint WHERE size > $1 ORDER BY size, generation LIMIT 1", leaf, ct);

    /// <summary>Checkpoints of more than <paramref name="from"/> and at most <paramref name="to"/> leaves, smallest first.</summary>
    public async IAsyncEnumerable<string> CheckpointsAsync(long from, long to, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command("SELECT note FROM audit.tree_checkpoint WHERE size > $1 AND size <= $2 ORDER BY size, generation", from, to);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return reader.GetString(0);
        }
    }

    /// <summary>The batch that holds a leaf.</summary>
    public async Task<ExportBatch?> BatchOfLeafAsync(long leaf, CancellationToken ct) =>
        (await BatchesAsync(BatchColumns + "WHERE first_index <= $1 ORDER BY first_index DESC LIMIT 1", [leaf], ct)) is [var batch] ? batch : null;

    /// <summary>The batch that took a transaction's rows; null while they wait.</summary>
    public async Task<ExportBatch?> BatchOfTxAsync(long tx, CancellationToken ct) =>
        (await BatchesAsync(BatchColumns + "WHERE last_tx >= $1 ORDER BY last_tx LIMIT 1", [tx], ct)) is [var batch] ? batch : null;

    /// <summary>The next batches, at most so many.</summary>
    public Task<List<ExportBatch>> BatchesFromAsync(long firstIndex, long end, int most, CancellationToken ct) =>
        BatchesAsync(BatchColumns + "WHERE first_index >= $1 AND first_index < $2 ORDER BY first_index LIMIT $3", [firstIndex, end, most], ct);

    /// <summary>Rows of a range of transactions in the order of the tree.</summary>
    public async IAsyncEnumerable<ExportRow> RowsAsync(long firstTx, long lastTx, bool withBodies, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command(
            $"SELECT tx, entry, {(withBodies ? "body" : "NULL::bytea")} FROM audit.sealed_row WHERE tx >= $1 AND tx <= $2 ORDER BY tx, islem_no, kind, entry",
            firstTx,
            lastTx);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new ExportRow(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), await reader.IsDBNullAsync(2, ct) ? null : reader.GetFieldValue<byte[]>(2));
        }
    }

    /// <summary>All rows of one number in the order of the tree.</summary>
    public async Task<List<ExportRow>> RowsOfAsync(IslemNo islemNo, CancellationToken ct)
    {
        await using var command = Command("SELECT tx, entry FROM audit.sealed_row WHERE islem_no = $1 ORDER BY tx, islem_no, kind, entry", islemNo.Value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ExportRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new ExportRow(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), null));
        }

        return rows;
    }

    /// <summary>Hashes of the leaves of full tiles, in order.</summary>
    /// <exception cref="InvalidDataException">A tile is missing.</exception>
    public async Task<TreeHash[]> FullTilesAsync(long firstTile, int count, CancellationToken ct)
    {
        await using var command = Command("SELECT index, hashes FROM audit.tree_tile WHERE level = 0 AND index >= $1 AND index < $2 ORDER BY index", firstTile, firstTile + count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var hashes = new TreeHash[count * TileId.FullWidth];
        for (var tile = 0; tile < count; tile++)
        {
            if (!await reader.ReadAsync(ct) || reader.GetInt64(0) != firstTile + tile)
            {
                throw new InvalidDataException($"Tile {new TileId(0, firstTile + tile, TileId.FullWidth).Path} is missing in the database.");
            }

            MemoryMarshal.Cast<byte, TreeHash>(reader.GetFieldValue<byte[]>(1)).CopyTo(hashes.AsSpan(tile * TileId.FullWidth));
        }

        return hashes;
    }

    /// <summary>All re-bases, oldest first.</summary>
    public async Task<List<ExportRebase>> RebasesAsync(CancellationToken ct)
    {
        await using var command = Command("SELECT generation, islem_no, size, root, published_note FROM audit.tree_rebase ORDER BY generation");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rebases = new List<ExportRebase>();
        while (await reader.ReadAsync(ct))
        {
            var islemNo = IslemNo.TryCreate(reader.GetInt64(1), out var issued) ? issued.ToString() : string.Empty;
            rebases.Add(new ExportRebase(reader.GetInt32(0), islemNo, reader.GetInt64(2), new TreeHash(reader.GetFieldValue<byte[]>(3)), reader.GetString(4)));
        }

        return rebases;
    }

    private async Task<List<ExportBatch>> BatchesAsync(string sql, object[] values, CancellationToken ct)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var batches = new List<ExportBatch>();
        while (await reader.ReadAsync(ct))
        {
            batches.Add(new ExportBatch(
                reader.GetInt64(0),
                reader.GetInt32(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                EntryTime.ToUnixMicroseconds(reader.GetFieldValue<DateTimeOffset>(4)),
                EntryTime.ToUnixMicroseconds(reader.GetFieldValue<DateTimeOffset>(5))));
        }

        return batches;
    }

    private async Task<SignedNote?> NoteAsync(string sql, long? value, CancellationToken ct)
    {
        await using var command = value is { } given ? Command(sql, given) : Command(sql);
        return await command.ExecuteScalarAsync(ct) is string note ? SignedNote.Parse(note) : null;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
#pragma warning disable CA2100 // Every text is put together from constants of this class.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
