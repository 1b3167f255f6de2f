using Kps.Audit.Reading;
using Kps.TestSupport;
using Npgsql;
using NpgsqlTypes;

namespace Kps.Audit.Tests.Reading;

/// <summary>The searches must stay able to use the few indexes there are. Sequential scans are switched off, so that size decides nothing.</summary>
public sealed class SearchPlanTests
{
    private static readonly NpgsqlDbType[] Types =
    [
        NpgsqlDbType.TimestampTz, NpgsqlDbType.TimestampTz, NpgsqlDbType.Array | NpgsqlDbType.Bytea, NpgsqlDbType.Integer,
        NpgsqlDbType.Integer, NpgsqlDbType.TimestampTz, NpgsqlDbType.Bigint, NpgsqlDbType.Integer,
    ];

    private static readonly DateTime To = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1);

    private static readonly DateTime From = To.AddDays(-1).AddHours(-1);

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
    public Task Readers_search_by_person_uses_the_index_of_persons() => AssertPlanAsync(
        AuditReader.StretchSql, [From, To, new byte[][] { new byte[16] }, DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value, 51], "subject_idx");

    [Test]
    public Task Readers_search_by_time_uses_the_index_of_times() => AssertPlanAsync(
        AuditReader.StretchSql, [From, To, DBNull.Value, 7, DBNull.Value, From, 5L, 51], "recorded_at_idx");

    private async Task AssertPlanAsync(string sql, object[] values, string index)
    {
        await using var connection = new NpgsqlConnection(_database.Superuser + ";Options=-c enable_seqscan=off");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("EXPLAIN " + sql, connection);
        for (var position = 0; position < values.Length; position++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = Types[position], Value = values[position] });
        }

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
