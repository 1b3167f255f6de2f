using System.Globalization;
using Kps.Audit.Acts;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Retention;

/// <summary>
/// The months of the log and their end: role kps_retention, through definer functions that check everything themselves (term, hold, seal, stamp) and write the act first.
/// Destruction cannot be undone and cannot be had earlier: the term stands in the database, out of this role's reach.
/// </summary>
public sealed class MonthKeeper : IAsyncDisposable
{
    private const string Node = "kps-retention";
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string _connectionString;
    private readonly int _years;
    private readonly TimeProvider _time;
    private readonly ActLog _acts;

    /// <summary>Connects when it is first used.</summary>
    /// <param name="connectionString">Of role kps_retention.</param>
    /// <param name="years">Years to keep; the database keeps at least those of its own.</param>
    /// <param name="time">The clock of the acts.</param>
    public MonthKeeper(string connectionString, int years, TimeProvider time)
    {
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = Node }.ConnectionString;
        _years = years;
        _time = time;
        _acts = new ActLog(connectionString, Node, time);
    }

    /// <summary>Every month that has rows or room for them, oldest first.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<IReadOnlyList<LogMonth>> ListAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            "SELECT month, row_count, row_count_exact, bytes, is_sealed, is_stamped, due_at, is_due, hold_id FROM audit.log_months($1) ORDER BY month", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _years });
        var months = new List<LogMonth>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            months.Add(new LogMonth(
                reader.GetFieldValue<DateOnly>(0),
                reader.GetInt64(1),
                reader.GetBoolean(2),
                reader.GetInt64(3),
                reader.GetBoolean(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetBoolean(5),
                reader.GetFieldValue<DateTimeOffset>(6),
                reader.GetBoolean(7),
                await reader.IsDBNullAsync(8, ct) ? null : reader.GetInt32(8)));
        }

        return months;
    }

    /// <summary>Years the database keeps at least.</summary>
    public async Task<int> TermAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT years FROM audit.retention_term", connection);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Destroys a month: its act, the key of its bodies, its rows, in one transaction. Waits a while for the table where it is in use.</summary>
    /// <param name="month">First day of the month.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why; at least ten letters.</param>
    /// <param name="ct">Gives up; what is committed by then is gone.</param>
    /// <exception cref="RetentionRefusedException">The database refused.</exception>
    public async Task<DestroyedMonth> DestroyAsync(DateOnly month, string by, string reason, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DestroyOnceAsync(connection, month, by, reason, ct);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < Attempts)
            {
                await Task.Delay(Pause, _time, ct);
            }
            catch (PostgresException e) when (RetentionRefusedException.From(e) is { } refused)
            {
                throw refused;
            }
        }
    }

    /// <summary>Destroys the keys of the years whose last month is gone; persons' hashes of those years can no longer be made.</summary>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why; at least ten letters.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The years.</returns>
    /// <exception cref="RetentionRefusedException">The database refused for another reason than the time.</exception>
    public async Task<IReadOnlyList<int>> DestroyYearKeysAsync(string by, string reason, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        var destroyed = new List<int>();
        foreach (var year in await YearsWithoutMonthsAsync(connection, ct))
        {
            var target = string.Create(CultureInfo.InvariantCulture, $"key:subject:{year:yyyy-MM-dd}");
            var act = await _acts.PrepareAsync(new ActFacts(AuditKind.Act, AuditAct.KeyDestroyed, by) { Reason = reason, Target = target }, ct);
            await using var command = new NpgsqlCommand("SELECT audit.destroy_year_key($1, $2, $3, $4, $5)", connection);
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = year });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _years });
            act.AddTo(command);
            try
            {
                await command.ExecuteNonQueryAsync(ct);
                destroyed.Add(year.Year);
            }
            catch (PostgresException e) when (RetentionRefusedException.From(e) is { } refused)
            {
                // A year without months that is not over yet: the database knows better.
                if (refused.Refusal != RetentionRefusal.NotDue)
                {
                    throw refused;
                }
            }
        }

        return destroyed;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _acts.DisposeAsync();

    private async Task<DestroyedMonth> DestroyOnceAsync(NpgsqlConnection connection, DateOnly month, string by, string reason, CancellationToken ct)
    {
        var rows = await RowsAsync(connection, month, ct);
        var (size, root) = await TreeAsync(connection, ct);
        var act = await _acts.PrepareAsync(
            new ActFacts(AuditKind.Act, AuditAct.MonthDestroyed, by)
            {
                Reason = reason,
                Target = string.Create(CultureInfo.InvariantCulture, $"month:{month:yyyy-MM}"),
                Detail = await KeyOfAsync(connection, month, ct),
                Rows = rows,
                TreeSize = size,
                TreeRoot = root,
            },
            ct);
        await using var destroy = new NpgsqlCommand("SELECT audit.destroy_month($1, $2, $3, $4, $5)", connection);
        destroy.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
        destroy.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _years });
        act.AddTo(destroy);
        await destroy.ExecuteNonQueryAsync(ct);
        return new DestroyedMonth(month, rows, act.IslemNo);
    }

    private static async Task<long> RowsAsync(NpgsqlConnection connection, DateOnly month, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT audit.month_rows($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<(long? Size, byte[] Root)> TreeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT size, root FROM audit.tree_checkpoint ORDER BY size DESC, generation DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (null, []);
    }

    private static async Task<string> KeyOfAsync(NpgsqlConnection connection, DateOnly month, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT id::text FROM audit.key_listing WHERE purpose = 'body' AND period = $1 AND destroyed_at IS NULL", connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = month });
        return await command.ExecuteScalarAsync(ct) is string id ? $"Body key {id} destroyed" : "No body key";
    }

    private async Task<List<DateOnly>> YearsWithoutMonthsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT period FROM audit.key_listing WHERE purpose = 'subject' AND destroyed_at IS NULL ORDER BY period", connection);
        var years = new List<DateOnly>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                years.Add(reader.GetFieldValue<DateOnly>(0));
            }
        }

        var present = (await ListAsync(ct)).Select(month => month.Month.Year).ToHashSet();
        return [.. years.Where(year => !present.Contains(year.Year))];
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(_connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
