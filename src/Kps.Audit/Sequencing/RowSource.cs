using System.Buffers;
using Kps.Evidence.Trees;
using Npgsql;

namespace Kps.Audit.Sequencing;

/// <summary>Reads committed rows in the order of the tree. Locks nothing: it looks only below the oldest open transaction, where no row can appear any more.</summary>
internal sealed class RowSource(NpgsqlConnection connection) : IDisposable
{
    private const int FirstBuffer = 4096;

    // The entry is the last word among rows that one transaction wrote twice under one number: without it their order would not be one.
    private const string RowsSql =
        "SELECT tx, recorded_at, entry FROM audit.entry WHERE tx >= $1 AND tx < $2 ORDER BY tx, islem_no, kind, entry";

    private byte[] _entry = ArrayPool<byte>.Shared.Rent(FirstBuffer);

    /// <summary>The oldest transaction that has not ended: every row of a lower one is there to be read, or never will be.</summary>
    public async Task<long> OldestOpenTxAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Appends the rows of a range of transactions to a tree.</summary>
    /// <param name="fromTx">First transaction.</param>
    /// <param name="toTx">The one after the last; not above <see cref="OldestOpenTxAsync"/>.</param>
    /// <param name="tree">Grows by a leaf for each row.</param>
    /// <param name="batch">Takes note of them.</param>
    /// <param name="ct">Gives up.</param>
    public async Task AppendAsync(long fromTx, long toTx, TreeBuilder tree, TreeBatch batch, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(RowsSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = fromTx });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = toTx });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            batch.Take(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1));
            tree.Append(Leaf(reader));
        }
    }

    /// <summary>Committed rows from a transaction on, and the time of the oldest.</summary>
    public async Task<(long Rows, DateTimeOffset? Oldest)> WaitingAsync(long fromTx, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(*), min(recorded_at) FROM (SELECT recorded_at FROM audit.entry WHERE tx >= $1 LIMIT $2) AS waiting", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = fromTx });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ITreeState.MaxWaitingRows });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), await reader.IsDBNullAsync(1, ct) ? null : reader.GetFieldValue<DateTimeOffset>(1));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_entry);
        _entry = [];
    }

    private TreeHash Leaf(NpgsqlDataReader reader)
    {
        var length = (int)reader.GetBytes(2, 0, null, 0, 0);
        if (length > _entry.Length)
        {
            ArrayPool<byte>.Shared.Return(_entry);
            _entry = ArrayPool<byte>.Shared.Rent(length);
        }

        reader.GetBytes(2, 0, _entry, 0, length);
        return TreeHash.OfLeaf(_entry.AsSpan(0, length));
    }
}
