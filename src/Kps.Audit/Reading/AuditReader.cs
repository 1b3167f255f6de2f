using System.Data;
using Kps.Contracts;
using Kps.Evidence.Notes;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Reading;

/// <summary>Reads calls back through the views of role kps_panel. Reading leaves no trace by itself: who offers it to people logs the reading.</summary>
/// <param name="connectionString">Of role kps_panel.</param>
/// <param name="time">The clock that says what "now" is for searches without an end.</param>
/// <param name="vault">Needed to search by person and to open bodies; stays the caller's.</param>
public sealed class AuditReader(string connectionString, TimeProvider time, AuditVault? vault = null) : IAsyncDisposable
{
    private const string Openings = """
        SELECT recorded_at, islem_no, kind, entry, body FROM (
            SELECT recorded_at, islem_no, 1 AS kind, user_id, institution_id, subject, entry, body FROM audit.call_opened
            UNION ALL
            SELECT recorded_at, islem_no, 3, user_id, institution_id, subject, entry, body FROM audit.call_refused
            UNION ALL
            SELECT recorded_at, islem_no, 7, user_id, institution_id, NULL, entry, body FROM audit.token_issued) AS opening
        """;

    /// <summary>
    /// Parameters: from, to, indexes of the person, user, institution, position (time, number), rows. Absent ones are null: an unnamed statement
    /// is planned for its values, so they cost no index.
    /// </summary>
    internal const string StretchSql = Openings + """
         WHERE recorded_at >= $1 AND recorded_at < $2
           AND ($3::bytea[] IS NULL OR subject = ANY($3))
           AND ($4::int IS NULL OR user_id = $4)
           AND ($5::int IS NULL OR institution_id = $5)
           AND ($6::timestamptz IS NULL OR (recorded_at, islem_no) < ($6, $7))
         ORDER BY recorded_at DESC, islem_no DESC
         LIMIT $8
        """;

    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FirstWindow = TimeSpan.FromHours(1);
    private static readonly TimeSpan OutcomeSpan = TimeSpan.FromHours(1);
    private static readonly TimeSpan ClockSlack = TimeSpan.FromDays(1);

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connectionString);

    /// <summary>Finds one call.</summary>
    /// <param name="islemNo">Its number.</param>
    /// <param name="unseal">Opens criteria and result; needs a vault.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is no such call.</returns>
    public async Task<AuditCall?> FindAsync(IslemNo islemNo, bool unseal, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(Openings + " WHERE islem_no = $1 ORDER BY recorded_at LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = islemNo.Value });
        var rows = await ReadAsync(command, ct);
        return rows.Count == 0 ? null : (await CompleteAsync(rows, unseal, ct))[0];
    }

    /// <summary>Where a row stands in the tree.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null while it waits for its seal.</returns>
    /// <exception cref="FormatException">The checkpoint is malformed.</exception>
    public async Task<SealedLeaf?> FindLeafAsync(AuditEntry entry, CancellationToken ct)
    {
        await using var command = _database.CreateCommand("SELECT leaf_index, note, made_at FROM audit.leaf_of($1, $2, $3)");
        Add(command, NpgsqlDbType.TimestampTz, entry.RecordedAt.UtcDateTime);
        Add(command, NpgsqlDbType.Bigint, entry.IslemNo.Value);
        Add(command, NpgsqlDbType.Smallint, (short)entry.Kind);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new SealedLeaf(reader.GetInt64(0), SignedNote.Parse(reader.GetString(1)), reader.GetFieldValue<DateTimeOffset>(2))
            : null;
    }

    /// <summary>Finds calls, newest first.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>A page.</returns>
    /// <exception cref="InvalidOperationException">A person is asked for, or bodies are to be opened, without a vault.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public async Task<AuditPage> SearchAsync(AuditSearch search, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(search.Count, 1, nameof(search));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(search.Count, AuditSearch.MaxCount, nameof(search));
        var subjects = search.Subject is { } person ? await SubjectsAsync(person, ct) : null;
        var rows = await WalkBackAsync(search, subjects, ct);
        AuditPosition? next = null;
        if (rows.Count > search.Count)
        {
            rows.RemoveRange(search.Count, rows.Count - search.Count);
            next = new AuditPosition(rows[^1].Entry.RecordedAt, rows[^1].Entry.IslemNo);
        }

        return new AuditPage(await CompleteAsync(rows, search.Unseal, ct), next);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>
    /// Looks at ever longer stretches of time, newest first, until there is one row more than a page: no index gives rows in order of time,
    /// but a bounded stretch is cheap. A person is found by index, so there one stretch does.
    /// </summary>
    private async Task<List<AuditRow>> WalkBackAsync(AuditSearch search, byte[][]? subjects, CancellationToken ct)
    {
        var rows = new List<AuditRow>();
        var from = search.From is { } given && given > Earliest ? given : Earliest;
        var end = search.To ?? time.GetUtcNow() + ClockSlack;
        if (search.After is { } after && after.RecordedAt < end)
        {
            end = after.RecordedAt.AddMicroseconds(1);
        }

        var window = search.To is null && search.After is null ? ClockSlack + FirstWindow : FirstWindow;
        while (end > from && rows.Count <= search.Count)
        {
            var start = subjects is not null || end - from <= window ? from : end - window;
            rows.AddRange(await StretchAsync(search, subjects, start, end, search.Count + 1 - rows.Count, ct));
            end = start;
            window *= 4;
        }

        return rows;
    }

    private async Task<List<AuditRow>> StretchAsync(
        AuditSearch search, byte[][]? subjects, DateTimeOffset start, DateTimeOffset end, int limit, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(StretchSql);
        Add(command, NpgsqlDbType.TimestampTz, start.UtcDateTime);
        Add(command, NpgsqlDbType.TimestampTz, end.UtcDateTime);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Bytea, subjects);
        Add(command, NpgsqlDbType.Integer, search.UserId);
        Add(command, NpgsqlDbType.Integer, search.InstitutionId);
        Add(command, NpgsqlDbType.TimestampTz, search.After?.RecordedAt.UtcDateTime);
        Add(command, NpgsqlDbType.Bigint, search.After?.IslemNo.Value);
        Add(command, NpgsqlDbType.Integer, limit);
        return await ReadAsync(command, ct);
    }

    private async Task<byte[][]> SubjectsAsync(Tckn person, CancellationToken ct)
    {
        var indexes = await Vault().IndexesOfAsync(person, ct);
        return [.. indexes.Select(index =>
        {
            var bytes = new byte[SubjectIndex.Size];
            index.Value.CopyTo(bytes);
            return bytes;
        })];
    }

    private async Task<List<AuditCall>> CompleteAsync(List<AuditRow> openings, bool unseal, CancellationToken ct)
    {
        var outcomes = await OutcomesAsync(openings, ct);
        var calls = new List<AuditCall>(openings.Count);
        foreach (var opening in openings)
        {
            var closings = outcomes[opening.Entry.IslemNo].ToList();
            var closing = closings.FirstOrDefault();
            calls.Add(new AuditCall
            {
                Opening = opening.Entry,
                Closing = closing.Entry,
                Outcomes = closings.Count,
                Criteria = unseal ? await OpenAsync(opening, ct) : null,
                Result = unseal ? await OpenAsync(closing, ct) : null,
            });
        }

        return calls;
    }

    private async Task<ILookup<IslemNo, AuditRow>> OutcomesAsync(List<AuditRow> openings, CancellationToken ct)
    {
        var forwarded = openings.Where(row => row.Entry.Kind == AuditKind.Opened).Select(row => row.Entry).ToList();
        if (forwarded.Count == 0)
        {
            return Array.Empty<AuditRow>().ToLookup(row => row.Entry.IslemNo);
        }

        await using var command = _database.CreateCommand("""
            SELECT recorded_at, islem_no, 2, entry, body FROM audit.call_closed
            WHERE islem_no = ANY($1) AND recorded_at >= $2 AND recorded_at < $3 ORDER BY recorded_at
            """);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Bigint, forwarded.Select(entry => entry.IslemNo.Value).ToArray());
        Add(command, NpgsqlDbType.TimestampTz, (forwarded.Min(entry => entry.RecordedAt) - OutcomeSpan).UtcDateTime);
        Add(command, NpgsqlDbType.TimestampTz, (forwarded.Max(entry => entry.RecordedAt) + OutcomeSpan).UtcDateTime);
        return (await ReadAsync(command, ct)).ToLookup(row => row.Entry.IslemNo);
    }

    private async Task<SealedText?> OpenAsync(AuditRow row, CancellationToken ct) =>
        row.Body is null ? null : await Vault().UnsealAsync(row.Entry, row.Body, ct);

    private AuditVault Vault() => vault ?? throw new InvalidOperationException("This needs the master key: give the reader a vault.");

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });

    /// <summary>Columns: recorded_at, islem_no, kind, entry, body. The entry is the evidence; columns that say otherwise are an error.</summary>
    private static async Task<List<AuditRow>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var rows = new List<AuditRow>();
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default, ct);
        while (await reader.ReadAsync(ct))
        {
            var entry = AuditEntry.Decode(reader.GetFieldValue<byte[]>(3));
            if (entry.IslemNo.Value != reader.GetInt64(1) || entry.RecordedAt != reader.GetFieldValue<DateTimeOffset>(0) || (int)entry.Kind != reader.GetInt32(2))
            {
                throw new FormatException($"The row of işlem {entry.IslemNo} and its entry disagree.");
            }

            rows.Add(new AuditRow(entry, await reader.IsDBNullAsync(4, ct) ? null : reader.GetFieldValue<byte[]>(4)));
        }

        return rows;
    }
}
