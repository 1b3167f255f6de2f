using System.Data;
using System.Diagnostics.CodeAnalysis;
using Kps.Contracts;
using Kps.Evidence.Notes;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Reading;

/// <summary>Reads the log back through the views of role kps_panel. Reading leaves no trace by itself: people read through <see cref="AuditDesk"/>.</summary>
/// <param name="connectionString">Of role kps_panel.</param>
/// <param name="time">The clock that says what "now" is for searches without an end.</param>
/// <param name="vault">Needed to search by person and to open bodies; stays the caller's.</param>
public sealed class AuditReader(string connectionString, TimeProvider time, AuditVault? vault = null) : IAsyncDisposable
{
    private const string Acts = "SELECT recorded_at, islem_no, kind::int, entry, NULL::bytea FROM audit.act";

    /// <summary>Rows the first stretch of a page holds at most; each further one four times as many.</summary>
    private const long FirstRows = 2_000;

    /// <summary>Rows a page reads at most when no index leads to what is looked for: those it finds by themselves are somewhere among them.</summary>
    private const long MostRowsRead = 16_000;

    /// <summary>Rows a page passes over at most when an index leads to those that count.</summary>
    private const long MostRowsPassed = 8_000_000;

    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FirstWindow = TimeSpan.FromHours(1);
    private static readonly TimeSpan OutcomeSpan = TimeSpan.FromHours(1);
    private static readonly TimeSpan ClockSlack = TimeSpan.FromDays(1);

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connectionString);

    /// <summary>Finds one call.</summary>
    /// <param name="islemNo">Its number.</param>
    /// <param name="unseal">Opens criteria and result; needs a vault. Who offers it to people writes that first (<see cref="AuditDesk"/>).</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is no such call.</returns>
    public async Task<AuditCall?> FindAsync(IslemNo islemNo, bool unseal, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(
            "SELECT recorded_at, islem_no, kind::int, entry, body FROM audit.opening WHERE islem_no = $1 ORDER BY recorded_at LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = islemNo.Value });
        var rows = await ReadAsync(command, ct);
        return rows.Count == 0 ? null : (await CompleteAsync(rows, unseal, ct))[0];
    }

    /// <summary>Finds one act or event.</summary>
    /// <param name="islemNo">Its number.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there is no such act.</returns>
    public async Task<AuditEntry?> FindActAsync(IslemNo islemNo, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(Acts + " WHERE islem_no = $1 ORDER BY recorded_at LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = islemNo.Value });
        return (await ReadAsync(command, ct)) is [var row] ? row.Entry : null;
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

    /// <summary>Finds calls, newest first. The work of a page is bounded: one without a find may still not be the last.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>A page.</returns>
    /// <exception cref="InvalidOperationException">A person is asked for without a vault.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public async Task<AuditPage> SearchAsync(AuditSearch search, CancellationToken ct)
    {
        ThrowIfOutOfRange(search.Count);
        var subjects = search.Subject is { } person ? await SubjectsAsync(person, ct) : null;
        await using var connection = await _database.OpenConnectionAsync(ct);
        var (rows, seenFrom) = await WalkBackAsync(connection, search, subjects, ct);
        AuditPosition? next = seenFrom is { } time ? new AuditPosition(time, default) : null;
        if (rows.Count > search.Count)
        {
            rows.RemoveRange(search.Count, rows.Count - search.Count);
            next = new AuditPosition(rows[^1].Entry.RecordedAt, rows[^1].Entry.IslemNo);
        }

        return new AuditPage(await CompleteAsync(rows, unseal: false, ct), next);
    }

    /// <summary>Finds acts and events, newest first.</summary>
    /// <param name="search">What to look for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>A page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public async Task<ActPage> SearchActsAsync(ActSearch search, CancellationToken ct)
    {
        ThrowIfOutOfRange(search.Count);
        await using var command = _database.CreateCommand(Acts + """
             WHERE recorded_at >= $1 AND recorded_at < $2
               AND ($3::int IS NULL OR user_id = $3)
               AND ($4::int IS NULL OR institution_id = $4)
               AND (recorded_at, islem_no) < ($5, $6)
             ORDER BY recorded_at DESC, islem_no DESC
             LIMIT $7
            """);
        var end = search.To ?? time.GetUtcNow() + ClockSlack;
        Add(command, NpgsqlDbType.TimestampTz, (search.From ?? Earliest).UtcDateTime);
        Add(command, NpgsqlDbType.TimestampTz, end.UtcDateTime);
        Add(command, NpgsqlDbType.Integer, search.UserId);
        Add(command, NpgsqlDbType.Integer, search.InstitutionId);
        Add(command, NpgsqlDbType.TimestampTz, (search.After?.RecordedAt ?? end).UtcDateTime);
        Add(command, NpgsqlDbType.Bigint, search.After?.IslemNo.Value ?? long.MaxValue);
        Add(command, NpgsqlDbType.Integer, search.Count + 1);
        var acts = (await ReadAsync(command, ct)).ConvertAll(row => row.Entry);
        if (acts.Count <= search.Count)
        {
            return new ActPage(acts, null);
        }

        acts.RemoveAt(search.Count);
        return new ActPage(acts, new AuditPosition(acts[^1].RecordedAt, acts[^1].IslemNo));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>The person's index under the newest year key, for the entry that says who was searched for; null while there is no key.</summary>
    internal async Task<KeyValuePair<short, SubjectIndex>?> NewestIndexOfAsync(Tckn person, CancellationToken ct) =>
        await Vault().IndexesOfAsync(person, ct) is [.., var newest] ? newest : null;

    private static void ThrowIfOutOfRange(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, AuditSearch.MaxCount);
    }

    /// <summary>
    /// Looks at ever longer stretches of time, newest first, until there is one row more than a page or the page has done its work: no index
    /// gives rows in order of time, but a bounded stretch is cheap. A person is found by hash in one stretch.
    /// </summary>
    /// <returns>The rows, and the time from which on everything was looked at when there may be more before it.</returns>
    private async Task<(List<AuditRow> Rows, DateTimeOffset? SeenFrom)> WalkBackAsync(
        NpgsqlConnection connection, AuditSearch search, byte[][]? subjects, CancellationToken ct)
    {
        var rows = new List<AuditRow>();
        var from = search.From is { } given && given > Earliest ? given : Earliest;
        var end = search.To ?? time.GetUtcNow() + ClockSlack;
        if (search.After is { } after && after.RecordedAt < end)
        {
            end = after.RecordedAt.AddMicroseconds(1);
        }

        var window = search.To is null && search.After is null ? ClockSlack + FirstWindow : FirstWindow;
        var (mostRows, work) = (FirstRows, IsIndexed(search) ? MostRowsPassed : MostRowsRead);
        while (end > from && rows.Count <= search.Count)
        {
            if (work <= 0)
            {
                return (rows, end);
            }

            var start = from;
            if (subjects is null)
            {
                (start, var counted) = await StretchBeforeAsync(connection, end, end - from <= window ? from : end - window, Math.Min(mostRows, work), ct);
                work -= counted;
            }

            rows.AddRange(await StretchAsync(connection, search, subjects, (start, end), search.Count + 1 - rows.Count, ct));
            (end, window, mostRows) = (start, window * 4, mostRows * 4);
        }

        return (rows, null);
    }

    private static bool IsIndexed(AuditSearch search) =>
        search is { UserId: not null } or { InstitutionId: not null } or { Network: not null } or { State: AuditCallState.Refused or AuditCallState.Failed }
            or { State: null, Code: not (null or 0) };

    private static async Task<(DateTimeOffset Start, long Counted)> StretchBeforeAsync(
        NpgsqlConnection connection, DateTimeOffset end, DateTimeOffset notBefore, long mostRows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT begins, counted FROM audit.stretch_before($1, $2, $3)", connection);
        Add(command, NpgsqlDbType.TimestampTz, end.UtcDateTime);
        Add(command, NpgsqlDbType.TimestampTz, notBefore.UtcDateTime);
        Add(command, NpgsqlDbType.Bigint, mostRows);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1));
    }

    private static async Task<List<AuditRow>> StretchAsync(
        NpgsqlConnection connection, AuditSearch search, byte[][]? subjects, (DateTimeOffset From, DateTimeOffset To) stretch, int limit, CancellationToken ct)
    {
        var (sql, parameters) = OpeningQuery.Of(search, subjects, stretch, limit);
        await using var command = Command(sql, connection);
        command.Parameters.AddRange(parameters.ToArray());
        return await ReadAsync(command, ct);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Put together of constants; values are parameters.")]
    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection) => new(sql, connection);

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
