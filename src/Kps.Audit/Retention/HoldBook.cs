using System.Globalization;
using Kps.Audit.Acts;
using Npgsql;

namespace Kps.Audit.Retention;

/// <summary>
/// Legal holds. Role kps_panel places and lifts them, kps_retention may place them only: the password of the nightly run does not lift what stops it. Each act is a row
/// of the log, written with the hold.
/// </summary>
public sealed class HoldBook : IAsyncDisposable
{
    /// <summary>Longest file number, in bytes of UTF-8.</summary>
    public const int MaxFileNoBytes = 100;

    private const string Node = "kps-hold";

    private readonly NpgsqlDataSource _database;
    private readonly ActLog _acts;

    /// <summary>Connects when it is first used.</summary>
    /// <param name="connectionString">Of role kps_panel.</param>
    /// <param name="time">The clock of the acts.</param>
    public HoldBook(string connectionString, TimeProvider time)
    {
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = Node });
        _acts = new ActLog(connectionString, Node, time);
    }

    /// <summary>Every hold there is or was, oldest first.</summary>
    public async Task<IReadOnlyList<LegalHold>> ListAsync(CancellationToken ct)
    {
        await using var command = _database.CreateCommand(
            "SELECT id, first_month, last_month, reason, file_no, placed_by, placed_at, lifted_at, lifted_reason FROM audit.hold ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var holds = new List<LegalHold>();
        while (await reader.ReadAsync(ct))
        {
            holds.Add(new LegalHold(
                reader.GetInt32(0),
                reader.GetFieldValue<DateOnly>(1),
                reader.GetFieldValue<DateOnly>(2),
                reader.GetString(3),
                await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4),
                Number(reader.GetInt64(5)),
                reader.GetFieldValue<DateTimeOffset>(6),
                await reader.IsDBNullAsync(7, ct) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                await reader.IsDBNullAsync(8, ct) ? null : reader.GetString(8)));
        }

        return holds;
    }

    /// <summary>Places a hold; from its commit on the database destroys none of its months.</summary>
    /// <param name="first">Any day of its first month.</param>
    /// <param name="last">Any day of its last month; not before the first.</param>
    /// <param name="reason">Why; at least ten letters. Names no person: it stands in the log in clear.</param>
    /// <param name="fileNo">The letter or file that asks for it.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The hold's number and that of its act.</returns>
    /// <exception cref="RetentionRefusedException">The database refused.</exception>
    public async Task<(int Id, IslemNo IslemNo)> PlaceAsync(DateOnly first, DateOnly last, string reason, string? fileNo, string by, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        var act = await _acts.PrepareAsync(
            new ActFacts(AuditKind.Act, AuditAct.HoldPlaced, by)
            {
                Reason = reason,
                Target = string.Create(CultureInfo.InvariantCulture, $"months:{first:yyyy-MM}..{last:yyyy-MM}"),
                Detail = fileNo,
            },
            ct);
        await using var command = _database.CreateCommand("SELECT audit.place_hold($1, $2, $3, $4, $5)");
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = new DateOnly(first.Year, first.Month, 1) });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = new DateOnly(last.Year, last.Month, 1) });
        act.AddTo(command);
        return ((int)(await ExecuteAsync(command, ct))!, act.IslemNo);
    }

    /// <summary>Lifts a hold.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="reason">Why; at least ten letters.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Number of the act.</returns>
    /// <exception cref="RetentionRefusedException">There is no such hold, or it is lifted.</exception>
    public async Task<IslemNo> LiftAsync(int id, string reason, string by, CancellationToken ct)
    {
        var act = await _acts.PrepareAsync(
            new ActFacts(AuditKind.Act, AuditAct.HoldLifted, by) { Reason = reason, Target = string.Create(CultureInfo.InvariantCulture, $"hold:{id}") }, ct);
        await using var command = _database.CreateCommand("SELECT audit.lift_hold($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = id });
        act.AddTo(command);
        await ExecuteAsync(command, ct);
        return act.IslemNo;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _acts.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static IslemNo Number(long value) =>
        IslemNo.TryCreate(value, out var islemNo) ? islemNo : throw new FormatException("A hold names no işlem no.");

    private static async Task<object?> ExecuteAsync(NpgsqlCommand command, CancellationToken ct)
    {
        try
        {
            return await command.ExecuteScalarAsync(ct);
        }
        catch (PostgresException e) when (RetentionRefusedException.From(e) is { } refused)
        {
            throw refused;
        }
    }
}
