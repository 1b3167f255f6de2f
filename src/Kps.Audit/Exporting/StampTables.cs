using Kps.Evidence.Exports;
using Kps.Evidence.Receipts;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Exporting;

/// <summary>The outside stamps, through the views of role kps_panel.</summary>
internal static class StampTables
{
    /// <summary>Size of the first stamped checkpoint that has at least so many leaves; null when there is none.</summary>
    public static async Task<long?> FirstStampedFromAsync(NpgsqlConnection connection, long size, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT size FROM audit.tree_anchor WHERE size >= $1 AND covers = 'checkpoint' ORDER BY size, id LIMIT 1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = size });
        return await command.ExecuteScalarAsync(ct) as long?;
    }

    /// <summary>Copies the stamps of an export into it: those over its checkpoints, those over the first stamped one after them, and all that renewed these.</summary>
    public static async Task<List<ExportStamp>> CopyAsync(NpgsqlConnection connection, ExportFolder folder, long first, long end, CancellationToken ct)
    {
        var stamps = new List<ExportStamp>();
        var lists = new List<long>();
        await using (var command = new NpgsqlCommand(
            """
            WITH RECURSIVE wanted AS (
                SELECT id FROM audit.tree_anchor
                WHERE size > $1 AND size <= coalesce((SELECT min(size) FROM audit.tree_anchor WHERE size >= $2 AND covers = 'checkpoint'), $2)
                UNION
                SELECT member.batch FROM audit.tree_anchor_member AS member JOIN wanted ON member.anchor = wanted.id)
            SELECT id, covers, size, generation, token FROM audit.tree_anchor WHERE id IN (SELECT id FROM wanted) ORDER BY id
            """,
            connection))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = end });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var id = reader.GetInt64(0);
                var file = $"stamps/{id}.tsr";
                var list = reader.GetString(1) == "checkpoint" ? null : $"stamps/{id}.list";
                folder.Write(file, reader.GetFieldValue<byte[]>(4));
                stamps.Add(new ExportStamp(reader.GetInt64(2), reader.GetInt32(3), file, list));
                if (list is not null)
                {
                    lists.Add(id);
                }
            }
        }

        foreach (var id in lists)
        {
            folder.Write($"stamps/{id}.list", Sequencing.TreeTables.Bytes(await ListAsync(connection, id, ct)));
        }

        return stamps;
    }

    /// <summary>The stamps over one checkpoint, each with what renewed it.</summary>
    public static async Task<List<ReceiptStamp>> OfCheckpointAsync(NpgsqlConnection connection, long size, CancellationToken ct)
    {
        var tokens = new List<(long Id, byte[] Token)>();
        await using (var command = new NpgsqlCommand("SELECT id, token FROM audit.tree_anchor WHERE size = $1 AND covers = 'checkpoint' ORDER BY id", connection))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = size });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                tokens.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
            }
        }

        var stamps = new List<ReceiptStamp>();
        foreach (var (id, token) in tokens)
        {
            stamps.Add(new ReceiptStamp(token, await RenewalsAsync(connection, id, ct)));
        }

        return stamps;
    }

    private static async Task<List<ReceiptRenewal>> RenewalsAsync(NpgsqlConnection connection, long id, CancellationToken ct)
    {
        var renewals = new List<ReceiptRenewal>();
        while (true)
        {
            long batch;
            int position;
            byte[] token;
            await using (var command = new NpgsqlCommand(
                "SELECT member.batch, member.position, anchor.token FROM audit.tree_anchor_member AS member JOIN audit.tree_anchor AS anchor ON anchor.id = member.batch WHERE member.anchor = $1",
                connection))
            {
                command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
                await using var reader = await command.ExecuteReaderAsync(ct);
                if (!await reader.ReadAsync(ct))
                {
                    return renewals;
                }

                (batch, position, token) = (reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2));
            }

            var list = new ReStampList(await ListAsync(connection, batch, ct));
            renewals.Add(new ReceiptRenewal(list.Proof(position), token));
            id = batch;
        }
    }

    /// <summary>The leaves of a list: that of its checkpoint, then those of its members.</summary>
    private static async Task<TreeHash[]> ListAsync(NpgsqlConnection connection, long id, CancellationToken ct)
    {
        var leaves = new List<TreeHash>();
        await using (var command = new NpgsqlCommand(
            """
            SELECT point.note FROM audit.tree_anchor AS anchor
            JOIN audit.tree_checkpoint AS point ON point.size = anchor.size AND point.generation = anchor.generation WHERE anchor.id = $1
            """,
            connection))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
            leaves.Add(await command.ExecuteScalarAsync(ct) is string note
                ? ReStampList.LeafOf(System.Text.Encoding.UTF8.GetBytes(note))
                : throw new InvalidDataException($"The checkpoint of stamp {id} is missing in the database."));
        }

        await using var members = new NpgsqlCommand("SELECT leaf FROM audit.tree_anchor_member WHERE batch = $1 ORDER BY position", connection);
        members.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        await using var reader = await members.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            leaves.Add(new TreeHash(reader.GetFieldValue<byte[]>(0)));
        }

        return [.. leaves];
    }
}
