using System.Data;
using Kps.Audit.Entry;
using Kps.Audit.Processes;
using Npgsql;

namespace Kps.Audit.Acts;

/// <summary>
/// Writes acts and events into the log, one row each, for those who are not the gateway: commands, the panel, retention. A row can be written in the transaction
/// of what it tells of, so that neither is there without the other.
/// </summary>
/// <remarks>Roles other than the gateway's may not insert; function <c>audit.append_act</c> does it for them, for kinds 4 to 6 alone.</remarks>
public sealed class ActLog : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly Func<CancellationToken, Task<WriterProcess>> _register;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _registering = new(1, 1);
    private WriterProcess? _process;

    /// <summary>Connects when the first row is written.</summary>
    /// <param name="connectionString">Of role kps_panel, kps_retention or kps_gateway.</param>
    /// <param name="node">Name of the writing process in audit.process, 1–100 characters.</param>
    /// <param name="time">The clock of the rows.</param>
    public ActLog(string connectionString, string node, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(node);
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = node });
        _register = ct => new ProcessRegistry(_database).RegisterAsync(node, ct);
        _time = time;
    }

    /// <summary>For a node whose log is running: its acts bear the prefix of its calls, so that a call leads to the configuration it ran under.</summary>
    internal ActLog(string connectionString, Func<WriterProcess> running, TimeProvider time)
    {
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "kps-acts" });
        _register = _ => Task.FromResult(running());
        _time = time;
    }

    /// <summary>Writes a row and commits it.</summary>
    /// <param name="facts">What was done.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The row's number.</returns>
    /// <exception cref="NpgsqlException">It is not written; what it would have told of must not happen.</exception>
    public async Task<IslemNo> WriteAsync(ActFacts facts, CancellationToken ct)
    {
        await using var connection = await _database.OpenConnectionAsync(ct);
        return await WriteAsync(facts, connection, null, ct);
    }

    /// <summary>Writes a row in a transaction of the caller's.</summary>
    /// <param name="facts">What was done.</param>
    /// <param name="connection">Open, of a role that may write acts.</param>
    /// <param name="transaction">The caller's, on that connection.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The row's number; valid once the transaction is committed.</returns>
    /// <exception cref="NpgsqlException">It is not written, and the transaction is lost.</exception>
    public async Task<IslemNo> WriteAsync(ActFacts facts, NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken ct)
    {
        var row = await PrepareAsync(facts, ct);
        await using var append = new NpgsqlCommand("SELECT audit.append_act($1, $2, $3, $4, $5, $6)", connection, transaction);
        append.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = row.At.UtcDateTime });
        append.Parameters.Add(new NpgsqlParameter<long> { TypedValue = row.IslemNo.Value });
        append.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)facts.Kind });
        append.Parameters.Add(new NpgsqlParameter { Value = (object?)facts.UserId ?? DBNull.Value, DbType = DbType.Int32 });
        append.Parameters.Add(new NpgsqlParameter { Value = (object?)facts.InstitutionId ?? DBNull.Value, DbType = DbType.Int32 });
        append.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = row.Entry });
        await append.ExecuteNonQueryAsync(ct);
        return row.IslemNo;
    }

    /// <summary>Makes a row that the caller hands to the database himself, as an argument of a function that writes it before it acts.</summary>
    internal async Task<ActRow> PrepareAsync(ActFacts facts, CancellationToken ct)
    {
        if (facts.Kind is not (AuditKind.RegistryEvent or AuditKind.PortalEvent or AuditKind.Act))
        {
            throw new ArgumentException($"A row of kind {facts.Kind} is not an act.", nameof(facts));
        }

        var process = await RegisterOnceAsync(ct);
        var islemNo = process.IslemNumbers.Next();
        var at = EntryTime.Cut(_time.GetUtcNow());
        return new ActRow(islemNo, at, ActEntry.Encode(facts, islemNo, process.Prefix, at));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _registering.Dispose();
        await _database.DisposeAsync();
    }

    private async Task<WriterProcess> RegisterOnceAsync(CancellationToken ct)
    {
        await _registering.WaitAsync(ct);
        try
        {
            return _process ??= await _register(ct);
        }
        finally
        {
            _registering.Release();
        }
    }
}
