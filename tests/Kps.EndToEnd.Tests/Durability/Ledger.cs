using Kps.Audit;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Load;
using Npgsql;

namespace Kps.EndToEnd.Tests.Durability;

/// <summary>Holds the callers' book against the log: by İşlem no, every call of one stretch of load.</summary>
internal sealed class Ledger
{
    private readonly TestEnvironment _house;
    private readonly HashSet<long> _before;
    private readonly long _askedBefore;

    private Ledger(TestEnvironment house, HashSet<long> before)
    {
        (_house, _before) = (house, before);
        _askedBefore = house.Nvi.Statistics.RouterCalls;
    }

    /// <summary>Remembers what stands already; nobody may be calling.</summary>
    public static async Task<Ledger> OpenAsync(TestEnvironment house) => new(house, [.. (await ReadAsync(house)).Keys]);

    /// <summary>
    /// Answered or failed with NVİ: intent and outcome. Refused: one row. An intent alone belongs to a call without an answer or with an
    /// answer withheld. An intent whose commit could not be confirmed may stand beside the refusal 8001 that followed it; then nothing was
    /// forwarded. NVİ was asked no more often than the outcomes say, and by an intent alone twice at most.
    /// </summary>
    /// <returns>How many intents stand alone.</returns>
    public async Task<int> CheckAsync(IReadOnlyCollection<CallRecord> records)
    {
        var asked = _house.Nvi.Statistics.RouterCalls - _askedBefore;
        var rows = await ReadAsync(_house);
        foreach (var old in _before)
        {
            rows.Remove(old);
        }

        TestContext.Out.WriteLine(
            $"longest by the log: {rows.Values.Select(call => call.NviTime).Append(TimeSpan.Zero).Max().TotalSeconds:F1} s NVİ, "
            + $"{rows.Values.Select(call => call.GatewayTime).Append(TimeSpan.Zero).Max().TotalSeconds:F1} s gateway");
        TestContext.Out.WriteLine(string.Join(
            ", ",
            records.GroupBy(record => (record.End, record.Kod)).OrderBy(group => group.Key).Select(group => $"{group.Key.End} {group.Key.Kod}: {group.Count()}")));
        Assert.That(rows.Values.Select(call => call.Kinds), Has.All.Matches<string>(kinds => kinds is "1" or "1,2" or "3" or "1,3"), "No outcome without its intent, nothing twice.");
        Assert.That(asked, Is.LessThanOrEqualTo(rows.Values.Sum(call => call.MostQueries)), "NVİ was asked for something that stands nowhere.");

        var alone = 0;
        foreach (var record in records.Where(record => record.End != CallEnd.NoAnswer))
        {
            Assert.That(IslemNo.TryParse(record.IslemNo, out var number), Is.True, record.ToString());
            Assert.That(record.Kod, Is.Not.EqualTo((int)Kps.Gateway.Call.FaultCode.Internal), record.ToString());
            rows.Remove(number.Value, out var call);
            var kinds = call?.Kinds;
            alone += kinds == "1" ? 1 : 0;
            var owed = record.End switch
            {
                CallEnd.Answered or CallEnd.Failed => "1,2",
                CallEnd.Refused => "3",
                CallEnd.Withheld => kinds,
                _ => throw new InvalidOperationException($"{record.End} is not an end the books know."),
            };
            Assert.That(kinds, Is.EqualTo(owed), record.ToString());
        }

        Assert.That(rows, Has.Count.LessThanOrEqualTo(records.Count(record => record.End == CallEnd.NoAnswer)), "What is left belongs to callers who got nothing.");
        return alone + rows.Values.Count(call => call.Kinds == "1");
    }

    private static async Task<Dictionary<long, LoggedCall>> ReadAsync(TestEnvironment house)
    {
        var rows = new Dictionary<long, LoggedCall>();
        await using var connection = new NpgsqlConnection(house.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT islem_no, string_agg(kind::text, ',' ORDER BY kind), max(entry) FILTER (WHERE kind = 2)
            FROM (SELECT islem_no, kind, encode(entry, 'hex') AS entry FROM audit.entry WHERE kind <= 3) AS entry GROUP BY islem_no
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var kinds = reader.GetString(1);
            var outcome = await reader.IsDBNullAsync(2) ? null : AuditEntry.Decode(Convert.FromHexString(reader.GetString(2)));
            var queries = outcome?.Attempts.Count(attempt => attempt.Kind == UpstreamAttemptKind.Query) ?? (kinds == "1" ? 2 : 0);
            rows.Add(reader.GetInt64(0), new LoggedCall(kinds, queries, outcome?.NviTime ?? TimeSpan.Zero, outcome?.GatewayTime ?? TimeSpan.Zero));
        }

        return rows;
    }

    /// <param name="Kinds">The call's rows: 1 intent, 2 outcome, 3 refusal.</param>
    /// <param name="MostQueries">How often NVİ can have been asked for it.</param>
    /// <param name="NviTime">What NVİ took, as the outcome says.</param>
    /// <param name="GatewayTime">What the gateway took, waiting included, as the outcome says.</param>
    private sealed record LoggedCall(string Kinds, int MostQueries, TimeSpan NviTime, TimeSpan GatewayTime);
}
