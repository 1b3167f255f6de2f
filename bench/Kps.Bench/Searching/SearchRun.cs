using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Bench.Machine;
using Npgsql;

namespace Kps.Bench.Searching;

/// <summary>Writes a log of months, lets it be sealed, and measures first pages of every kind of search as the command line and the panel make them.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Constants.")]
internal static class SearchRun
{
    private const int Times = 15;
    private const int PageSize = 50;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SealWait = TimeSpan.FromMinutes(10);

    /// <summary>Runs all of it.</summary>
    /// <returns>0 when every first page keeps the limit.</returns>
    public static async Task<int> RunAsync(SearchSettings settings)
    {
        var now = TimeProvider.System.GetUtcNow();
        var log = new InventedLog(settings, now);
        await Console.Out.WriteLineAsync($"writing {settings.Calls} calls from {log.Start:yyyy-MM-dd} on");
        var started = Stopwatch.GetTimestamp();
        await log.WriteAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync($"written in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s; waiting for the seal");
        await SealedAsync(settings);
        await ExecuteAsync(settings.Superuser, "VACUUM ANALYZE audit.entry; VACUUM ANALYZE audit.sequenced");

        var lines = new List<SearchLine>();
        using var master = MasterKeyFile.Open(settings.MasterKeyFile);
        using var vault = await AuditVault.OpenAsync(settings.Panel, master, CancellationToken.None);
        await using var reader = new AuditReader(settings.Panel, TimeProvider.System, vault);
        foreach (var (name, search) in Searches(log, now))
        {
            lines.Add(await MeasureAsync(name, () => PageAsync(reader, search)));
            await Console.Out.WriteLineAsync(lines[^1].ToString());
        }

        var page = await reader.SearchAsync(new AuditSearch { Count = PageSize, To = log.Start.AddDays(3) }, CancellationToken.None);
        lines.Add(await MeasureAsync("one call of the oldest month, by its number", async () =>
            (await reader.FindAsync(page.Calls[^1].IslemNo, unseal: false, CancellationToken.None) is null ? 0 : 1, null)));
        lines.Add(await MeasureAsync("its seal", async () => (await reader.FindLeafAsync(page.Calls[^1].Opening, CancellationToken.None) is null ? 0 : 1, null)));
        lines.Add(await MeasureAsync("newest acts", async () =>
            ((await reader.SearchActsAsync(new ActSearch { Count = PageSize }, CancellationToken.None)).Acts.Count, null)));

        var report = await ReportAsync(settings, lines, now);
        await File.WriteAllTextAsync(settings.Result, report);
        return lines.TrueForAll(line => line.Middle <= Limit) ? 0 : 1;
    }

    private static IEnumerable<(string Name, AuditSearch Search)> Searches(InventedLog log, DateTimeOffset now)
    {
        var busy = new AuditSearch { Count = PageSize };
        yield return ("newest", busy);
        yield return ("newest, a day in the oldest month", busy with { From = log.Start.AddDays(1), To = log.Start.AddDays(2) });
        yield return ("a page from the middle", busy with { After = new AuditPosition(log.Start + ((now - log.Start) / 2), default) });
        yield return ("busy user", busy with { UserId = 0 });
        yield return ("middling user", busy with { UserId = InventedLog.Users / 2 });
        yield return ("user with 5 calls, long ago", busy with { UserId = InventedLog.RareUser });
        yield return ("user without calls", busy with { UserId = InventedLog.Users + 1 });
        yield return ("busy institution", busy with { InstitutionId = 0 });
        yield return ("quiet institution", busy with { InstitutionId = (InventedLog.Users / 5) - 2 });
        yield return ("address", busy with { Network = new IPNetwork(InventedLog.AddressOf(300), 32) });
        yield return ("address of nobody", busy with { Network = IPNetwork.Parse("192.0.2.1/32") });
        yield return ("network of 256 institutions", busy with { Network = IPNetwork.Parse("10.1.0.0/16") });
        yield return ("busy person", busy with { Subject = InventedLog.BusyPerson });
        yield return ("person with 5 calls, long ago", busy with { Subject = InventedLog.RarePerson });
        yield return ("common operation", busy with { Operation = KpsOperation.BilesikKisiSorgula });
        yield return ("operation with 5 calls, long ago", busy with { Operation = KpsOperation.KimlikNoIleAdresBilgisiSorgula });
        yield return ("answered", busy with { State = AuditCallState.Answered });
        yield return ("failed", busy with { State = AuditCallState.Failed });
        yield return ("refused", busy with { State = AuditCallState.Refused });
        yield return ("unknown", busy with { State = AuditCallState.Unknown });
        yield return ("code 5001", busy with { Code = 5001 });
        yield return ("code with 5 calls, long ago", busy with { Code = InventedLog.RareCode });
        yield return ("code of no call", busy with { Code = 9001 });
        yield return ("user and outcome", busy with { UserId = 40, State = AuditCallState.Failed });
    }

    private static async Task<(int Found, DateTimeOffset? SeenFrom)> PageAsync(AuditReader reader, AuditSearch search)
    {
        var page = await reader.SearchAsync(search, CancellationToken.None);
        return (page.Calls.Count, page.Calls.Count < search.Count ? page.Next?.RecordedAt : null);
    }

    private static async Task<SearchLine> MeasureAsync(string name, Func<Task<(int Found, DateTimeOffset? SeenFrom)>> search)
    {
        var times = new List<TimeSpan>();
        var first = TimeSpan.Zero;
        (int Found, DateTimeOffset? SeenFrom) result = default;
        for (var time = 0; time <= Times; time++)
        {
            var started = Stopwatch.GetTimestamp();
            result = await search();
            var elapsed = Stopwatch.GetElapsedTime(started);
            if (time == 0)
            {
                first = elapsed;
            }
            else
            {
                times.Add(elapsed);
            }
        }

        times.Sort();
        return new SearchLine(name, result.Found, result.SeenFrom, first, times[Times / 2], times[^1]);
    }

    private static async Task SealedAsync(SearchSettings settings)
    {
        var started = Stopwatch.GetTimestamp();
        while (await ScalarAsync(settings.Superuser, "SELECT (SELECT count(*) FROM audit.entry) - coalesce((SELECT sum(row_count) FROM audit.sequenced), 0)::bigint") > 0)
        {
            if (Stopwatch.GetElapsedTime(started) > SealWait)
            {
                throw new BenchException("the log was not sealed in time");
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<string> ReportAsync(SearchSettings settings, List<SearchLine> lines, DateTimeOffset now)
    {
        var rows = await ScalarAsync(settings.Superuser, "SELECT count(*) FROM audit.entry");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Search of {now:yyyy-MM-dd HH:mm} UTC\n\n{MachineFacts.Describe()}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{rows} rows of {settings.Calls} calls over {settings.Months} months, sealed. Pages of {PageSize}; limit {Limit.TotalMilliseconds:F0} ms for the middle of {Times}.\n\n");
        text.Append("| search | found | looked back to | first, ms | middle, ms | longest, ms |\n|---|---|---|---|---|---|\n");
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }

        text.Append("\n| index | bytes a row |\n|---|---|\n");
        await using var connection = new NpgsqlConnection(settings.Superuser);
        await connection.OpenAsync();
        await using var sizes = new NpgsqlCommand("""
            SELECT regexp_replace(i.relname, '^entry_\d{4}_\d\d_', ''), sum(pg_relation_size(i.oid))
            FROM pg_class t JOIN pg_inherits h ON h.inhrelid = t.oid JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class i ON i.oid = x.indexrelid
            WHERE h.inhparent = 'audit.entry'::regclass GROUP BY 1
            UNION ALL SELECT 'the table itself', sum(pg_table_size(inhrelid)) FROM pg_inherits WHERE inhparent = 'audit.entry'::regclass ORDER BY 2 DESC
            """, connection);
        await using var reader = await sizes.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {reader.GetString(0)} | {reader.GetDecimal(1) / rows:F2} |\n");
        }

        text.Append(lines.TrueForAll(line => line.Middle <= Limit) ? "\nholds\n" : "\ndoes not hold\n");
        return text.ToString();
    }

    private static async Task<long> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var one in sql.Split(';'))
        {
            await using var command = new NpgsqlCommand(one, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }
}
