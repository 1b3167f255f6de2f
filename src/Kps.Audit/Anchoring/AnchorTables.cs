using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Anchoring;

/// <summary>The tables of stamps (schema audit, 0010), over connections of role kps_sequencer other than the one that seals.</summary>
internal sealed class AnchorTables(IOptions<SequencerOptions> options) : IAsyncDisposable
{
    private const string LookSql = """
        SELECT newest.size, newest.generation, newest.note, newest.made_at,
               last.size, last.gen_time, last.tsa, last.signer_not_after, last.stored_at,
               waiting.made_at
        FROM (VALUES (1)) AS one
        LEFT JOIN (SELECT * FROM audit.checkpoint ORDER BY size DESC, generation DESC LIMIT 1) AS newest ON true
        LEFT JOIN (SELECT * FROM audit.anchor ORDER BY size DESC, id DESC LIMIT 1) AS last ON true
        LEFT JOIN LATERAL (SELECT made_at FROM audit.checkpoint WHERE checkpoint.size > coalesce(last.size, 0) ORDER BY checkpoint.size LIMIT 1) AS waiting ON true
        """;

    private const string InsertSql = """
        INSERT INTO audit.anchor (covers, size, generation, token, gen_time, tsa, signer_not_after) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
        """;

    private const string ExpiringSql = """
        SELECT id, token, signer_not_after FROM audit.anchor
        WHERE signer_not_after < $1 AND NOT EXISTS (SELECT FROM audit.anchor_member AS member WHERE member.anchor = anchor.id)
        ORDER BY id LIMIT $2
        """;

    private const int MaxNameLength = 1000;
    private const int CommandSeconds = 60;

    private readonly Lazy<NpgsqlDataSource> _database = new(() => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(options.Value.ConnectionString)
    {
        ApplicationName = "kps-anchoring",
        MaxPoolSize = 4,
        Timeout = 5,
        CommandTimeout = CommandSeconds,
        ConnectionIdleLifetime = 30,
    }));

    /// <summary>Where the stamps stand.</summary>
    public async Task<AnchorView> LookAsync(CancellationToken ct)
    {
        await using var command = _database.Value.CreateCommand(LookSql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var newest = await reader.IsDBNullAsync(0, ct)
            ? null
            : new StoredCheckpoint(reader.GetInt64(0), reader.GetInt32(1), SignedNote.Parse(reader.GetString(2)), reader.GetFieldValue<DateTimeOffset>(3));
        var last = await reader.IsDBNullAsync(4, ct)
            ? null
            : new StoredAnchor(
                reader.GetInt64(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6), reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset>(8));
        return new AnchorView(newest, last, await reader.IsDBNullAsync(9, ct) ? null : reader.GetFieldValue<DateTimeOffset>(9));
    }

    /// <summary>Keeps a stamp over a checkpoint.</summary>
    public async Task StoreAsync(StoredCheckpoint checkpoint, TimeStamp stamp, CancellationToken ct)
    {
        await using var connection = await _database.Value.OpenConnectionAsync(ct);
        await InsertAsync(connection, null, "checkpoint", checkpoint, stamp, ct);
    }

    /// <summary>Stamps that need a newer one over them, the oldest first.</summary>
    /// <param name="before">Those whose certificate expires before this.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ExpiringStamps?> ExpiringAsync(DateTimeOffset before, int most, CancellationToken ct)
    {
        await using var command = _database.Value.CreateCommand(ExpiringSql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (ids, leaves, until) = (new List<long>(), new List<TreeHash>(), DateTimeOffset.MaxValue);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetInt64(0));
            leaves.Add(ReStampList.LeafOf(reader.GetFieldValue<byte[]>(1)));
            var notAfter = reader.GetFieldValue<DateTimeOffset>(2);
            until = notAfter < until ? notAfter : until;
        }

        return ids.Count == 0 ? null : new ExpiringStamps(ids, leaves, until);
    }

    /// <summary>Keeps a stamp over older ones, with the list it was made over, wholly or not at all.</summary>
    public async Task StoreAsync(StoredCheckpoint checkpoint, ExpiringStamps members, TimeStamp stamp, CancellationToken ct)
    {
        await using var connection = await _database.Value.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var batch = await InsertAsync(connection, transaction, "re-stamp", checkpoint, stamp, ct);
        await using var command = new NpgsqlCommand(
            "INSERT INTO audit.anchor_member (batch, position, anchor, leaf) SELECT $1, position, anchor, leaf FROM unnest($2::bigint[], $3::bytea[]) WITH ORDINALITY AS member (anchor, leaf, position)",
            connection,
            transaction);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = batch });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, Value = members.Ids.ToArray() });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = members.Leaves.Select(leaf => leaf.ToArray()).ToArray() });
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.IsValueCreated ? _database.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<long> InsertAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string covers, StoredCheckpoint checkpoint, TimeStamp stamp, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(InsertSql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = covers });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = checkpoint.Size });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = checkpoint.Generation });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = stamp.Token.ToArray() });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = stamp.GenTime.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = NameOf(stamp) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = stamp.SignerNotAfter.UtcDateTime });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>A subject is somebody else's text of any length; the certificate in the token has the whole of it.</summary>
    private static string NameOf(TimeStamp stamp)
    {
        var name = stamp.Signer.Replace('\0', ' ');
        return name.Length == 0 ? "-" : name.Length > MaxNameLength ? name[..MaxNameLength] : name;
    }
}
