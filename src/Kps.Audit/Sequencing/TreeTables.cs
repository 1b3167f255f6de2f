using System.Runtime.InteropServices;
using Kps.Evidence.Notes;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Sequencing;

/// <summary>The tree's tables (schema audit, 0008), over one open connection of role kps_sequencer; tiles can be read by kps_panel too.</summary>
internal sealed class TreeTables(NpgsqlConnection connection) : ITileSource
{
    private const string HeadSql = """
        SELECT coalesce((SELECT max(generation) FROM audit.rebase), 1),
               coalesce(last.first_index + last.row_count, 0),
               coalesce(last.last_tx, 0),
               point.size, point.root, point.note, point.made_at,
               pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        FROM (VALUES (1)) AS one
        LEFT JOIN (SELECT * FROM audit.sequenced ORDER BY first_index DESC LIMIT 1) AS last ON true
        LEFT JOIN (SELECT * FROM audit.checkpoint ORDER BY size DESC, generation DESC LIMIT 1) AS point ON true
        """;

    /// <summary>Where the tree stands.</summary>
    /// <exception cref="TreeRefusedException">Map and checkpoints disagree, or the transactions of this database began anew.</exception>
    public async Task<TreeHead> HeadAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HeadSql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (size, lastTx, oldestOpen) = (reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(7));
        var hasCheckpoint = !await reader.IsDBNullAsync(3, ct);
        if (size != (hasCheckpoint ? reader.GetInt64(3) : 0))
        {
            throw new TreeRefusedException("The newest checkpoint in the database does not cover the rows that were sequenced: the tree's tables were tampered with.");
        }

        if (oldestOpen <= lastTx)
        {
            throw new TreeRefusedException(
                "The transaction numbers of this database are behind those of the log: it was restored from a dump. Restore a physical backup, "
                + "or move the counter on with pg_resetwal -x, before rows are written.");
        }

        return new TreeHead(
            reader.GetInt32(0),
            size,
            lastTx,
            hasCheckpoint ? new TreeHash(reader.GetFieldValue<byte[]>(4)) : TreeHash.Empty,
            hasCheckpoint ? SignedNote.Parse(reader.GetString(5)) : null,
            hasCheckpoint ? reader.GetFieldValue<DateTimeOffset>(6) : null,
            oldestOpen);
    }

    /// <inheritdoc />
    public async ValueTask<ReadOnlyMemory<TreeHash>> ReadAsync(TileId tile, CancellationToken cancellationToken)
    {
        var start = tile.Index * TileId.FullWidth;
        await using var command = new NpgsqlCommand("SELECT hashes FROM audit.tree_tile WHERE level = $1 AND index = $2", connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)tile.Level });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = tile.Index });
        if (await command.ExecuteScalarAsync(cancellationToken) is byte[] full)
        {
            return Hashes(full);
        }

        if (tile.IsFull)
        {
            throw new InvalidDataException($"Tile {tile.Path} is missing in the database.");
        }

        return tile.Level == 0
            ? await OpenLeavesAsync(start, tile.Width, cancellationToken)
            : await RootsAsync(tile.Level - 1, start, tile.Width, cancellationToken);
    }

    /// <summary>Writes what a batch has made, in one statement batch and so in one transaction.</summary>
    public async Task WriteAsync(TreeBatch batch, int generation, SignedNote note, TreeHash root, CancellationToken ct)
    {
        await using var write = new NpgsqlBatch(connection);
        if (batch.Tiles.Count > 0)
        {
            var tiles = new NpgsqlBatchCommand(
                "INSERT INTO audit.tile (level, index, root, hashes) SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])");
            Add(tiles, NpgsqlDbType.Array | NpgsqlDbType.Smallint, batch.Tiles.Select(tile => (short)tile.Id.Level).ToArray());
            Add(tiles, NpgsqlDbType.Array | NpgsqlDbType.Bigint, batch.Tiles.Select(tile => tile.Id.Index).ToArray());
            Add(tiles, NpgsqlDbType.Array | NpgsqlDbType.Bytea, batch.Tiles.Select(tile => tile.Root.ToArray()).ToArray());
            Add(tiles, NpgsqlDbType.Array | NpgsqlDbType.Bytea, batch.Tiles.Select(tile => tile.Hashes).ToArray());
            write.BatchCommands.Add(tiles);
        }

        var map = new NpgsqlBatchCommand("""
            INSERT INTO audit.sequenced (first_index, row_count, first_tx, last_tx, recorded_from, recorded_to, open_leaves)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """);
        Add(map, NpgsqlDbType.Bigint, batch.FirstIndex);
        Add(map, NpgsqlDbType.Integer, batch.Rows);
        Add(map, NpgsqlDbType.Bigint, batch.FirstTx);
        Add(map, NpgsqlDbType.Bigint, batch.LastTx);
        Add(map, NpgsqlDbType.TimestampTz, batch.RecordedFrom.UtcDateTime);
        Add(map, NpgsqlDbType.TimestampTz, batch.RecordedTo.UtcDateTime);
        Add(map, NpgsqlDbType.Bytea, batch.OpenLeaves);
        write.BatchCommands.Add(map);

        var checkpoint = new NpgsqlBatchCommand("INSERT INTO audit.checkpoint (size, generation, root, note) VALUES ($1, $2, $3, $4)");
        Add(checkpoint, NpgsqlDbType.Bigint, batch.FirstIndex + batch.Rows);
        Add(checkpoint, NpgsqlDbType.Integer, generation);
        Add(checkpoint, NpgsqlDbType.Bytea, root.ToArray());
        Add(checkpoint, NpgsqlDbType.Text, note.ToString());
        write.BatchCommands.Add(checkpoint);
        await write.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The newest recorded change of the key that signs: the successor and the key before it, both DER SubjectPublicKeyInfo.</summary>
    public async Task<(byte[] PublicKey, byte[] Former)?> NewestKeyChangeAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT public_key, former_public_key FROM audit.sealing_key_change ORDER BY id DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Begins a new generation.</summary>
    public async Task RebaseAsync(int generation, IslemNo islemNo, TreeHead head, SignedNote published, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(
            "INSERT INTO audit.rebase (generation, islem_no, size, root, published_note) VALUES ($1, $2, $3, $4, $5)", connection);
        insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = generation });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = islemNo.Value });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = head.Size });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = head.Root.ToArray() });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = published.ToString() });
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Hashes to bytes, as tiles are stored.</summary>
    public static byte[] Bytes(ReadOnlySpan<TreeHash> hashes) => MemoryMarshal.AsBytes(hashes).ToArray();

    private static TreeHash[] Hashes(byte[] bytes) => MemoryMarshal.Cast<byte, TreeHash>(bytes).ToArray();

    private static void Add(NpgsqlBatchCommand command, NpgsqlDbType type, object value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });

    /// <summary>The tile of leaves that is not full: the ends of the batches that reach into it.</summary>
    private async Task<ReadOnlyMemory<TreeHash>> OpenLeavesAsync(long start, int width, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT first_index + row_count, open_leaves FROM audit.tree_batch
            WHERE first_index < $2 AND first_index >= coalesce((SELECT max(first_index) FROM audit.tree_batch WHERE first_index <= $1), 0)
            ORDER BY first_index
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = start });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = start + width });
        var leaves = new List<TreeHash>(TileId.FullWidth);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetInt64(0) > start)
            {
                leaves.AddRange(Hashes(reader.GetFieldValue<byte[]>(1)));
            }
        }

        return leaves.Count >= width
            ? leaves.ToArray()
            : throw new InvalidDataException($"{leaves.Count} of {width} leaves from {start} on are in the database.");
    }

    private async Task<ReadOnlyMemory<TreeHash>> RootsAsync(int level, long start, int width, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT root FROM audit.tree_tile WHERE level = $1 AND index >= $2 AND index < $3 ORDER BY index", connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)level });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = start });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = start + width });
        var roots = new List<TreeHash>(width);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            roots.Add(new TreeHash(reader.GetFieldValue<byte[]>(0)));
        }

        return roots.Count == width ? roots.ToArray() : throw new InvalidDataException($"Tiles of level {level} from {start} on are missing in the database.");
    }
}
