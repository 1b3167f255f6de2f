using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Reading;

/// <summary>The searches must stay able to use the few indexes there are. Sequential scans are switched off, so that size decides nothing.</summary>
public sealed class SearchPlanTests
{
    private static readonly DateTimeOffset To = TimeProvider.System.GetUtcNow().AddDays(1);

    private static readonly DateTimeOffset From = To.AddDays(-1).AddHours(-1);

    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [TestCase("SELECT * FROM audit.call_opened WHERE subject = ANY(ARRAY['\\x00'::bytea, '\\x01'::bytea])", "subject_idx")]
    [TestCase("SELECT * FROM audit.call_refused WHERE subject = ANY(ARRAY['\\x00'::bytea])", "subject_idx")]
    [TestCase("SELECT * FROM audit.call WHERE subject = '\\x00'::bytea", "subject_idx")]
    [TestCase("SELECT * FROM audit.call_closed WHERE islem_no = ANY(ARRAY[1, 2]::bigint[])", "islem_no_idx")]
    [TestCase("SELECT * FROM audit.call WHERE islem_no = 5", "islem_no_idx")]
    [TestCase("SELECT * FROM audit.token_issued WHERE islem_no = 5", "islem_no_idx")]
    [TestCase("SELECT * FROM audit.call_opened WHERE recorded_at >= now() - interval '1 hour' AND recorded_at < now() + interval '1 day'", "recorded_at_idx")]
    public Task Search_uses_its_index(string sql, string index) => AssertPlanAsync(sql, [], index);

    [Test]
    public Task Readers_search_by_person_uses_the_index_of_persons() => AssertPlanAsync(new AuditSearch { UserId = 3 }, "subject_idx", [new byte[16]]);

    [Test]
    public Task Readers_search_by_time_uses_the_index_of_times() => AssertPlanAsync(new AuditSearch { Operation = KpsOperation.BilesikKisiSorgula }, "recorded_at_idx");

    [Test]
    public Task Readers_search_by_user_uses_the_index_of_users() => AssertPlanAsync(new AuditSearch { UserId = 3 }, "user_id_idx");

    [Test]
    public Task Readers_search_by_institution_uses_the_index_of_institutions() => AssertPlanAsync(new AuditSearch { InstitutionId = 3 }, "institution_id_idx");

    [TestCase("192.0.2.17/32")]
    [TestCase("192.0.2.0/24")]
    [TestCase("2001:db8::/32")]
    public Task Readers_search_by_address_uses_the_index_of_addresses(string network) =>
        AssertPlanAsync(new AuditSearch { Network = System.Net.IPNetwork.Parse(network) }, "address_idx");

    [Test]
    public Task Readers_search_for_refusals_uses_the_index_of_failures() => AssertPlanAsync(new AuditSearch { State = AuditCallState.Refused, Code = 5001 }, "outcome_idx");

    private Task AssertPlanAsync(AuditSearch search, string index, byte[][]? subjects = null)
    {
        var (sql, parameters) = OpeningQuery.Of(search, subjects, (From, To), 51);
        return AssertPlanAsync(sql, parameters, index);
    }

    private async Task AssertPlanAsync(string sql, IReadOnlyList<NpgsqlParameter> parameters, string index)
    {
        await using var connection = new NpgsqlConnection(_database.Superuser + ";Options=-c enable_seqscan=off");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("EXPLAIN " + sql, connection);
        command.Parameters.AddRange(parameters.ToArray());
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        Assert.That(plan, Has.Some.Contains(index), string.Join('\n', plan));
        Assert.That(plan, Has.None.Contains("Seq Scan"), string.Join('\n', plan));
    }
}
