using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests;

public sealed class PartitionTests
{
    private const string Partitions = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'audit.entry'::regclass";

    /// <summary>On the first of a month yesterday's month is made too.</summary>
    private static int Yesterdays => TimeProvider.System.GetUtcNow().Day == 1 ? 1 : 0;

    [Test]
    public async Task Month_of_yesterday_is_made_too()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestDatabase.ExecuteAsync(database.Retention, "SELECT audit.ensure_partitions(1)");
        await TestDatabase.ExecuteAsync(
            database.Gateway, "INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (now() - interval '1 day' + interval '1 minute', 1, 1, '')");
    }

    [Test]
    public async Task Migration_makes_this_month_and_the_next_twelve()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.That(await TestDatabase.ScalarAsync<long>(database.Superuser, Partitions), Is.EqualTo(13));
    }

    [Test]
    public async Task Retention_makes_more_and_repeating_makes_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.That(await TestDatabase.ScalarAsync<int>(database.Retention, "SELECT audit.ensure_partitions(14)"), Is.EqualTo(2 + Yesterdays));
        Assert.That(await TestDatabase.ScalarAsync<int>(database.Retention, "SELECT audit.ensure_partitions(14)"), Is.Zero);
        Assert.That(await TestDatabase.ScalarAsync<long>(database.Superuser, Partitions), Is.EqualTo(15 + Yesterdays));
    }

    [TestCase("-1")]
    [TestCase("25")]
    [TestCase("NULL")]
    public async Task Other_spans_are_refused(string months)
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.That(
            async () => await TestDatabase.ScalarAsync<int>(database.Retention, $"SELECT audit.ensure_partitions({months})"),
            Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InvalidParameterValue));
    }

    [Test]
    public async Task Bounds_are_months_of_utc_whatever_the_session_says()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.Retention + ";Timezone=Europe/Istanbul");
        await connection.OpenAsync();
        await using var make = new NpgsqlCommand("SELECT audit.ensure_partitions(24)", connection);
        await make.ExecuteNonQueryAsync();
        var bounds = await TestDatabase.ScalarAsync<string[]>(database.Superuser + ";Timezone=UTC", """
            SELECT array_agg(pg_get_expr(relpartbound, oid) ORDER BY relname) FROM pg_class
            WHERE relispartition AND relkind = 'r' AND relnamespace = 'audit'::regnamespace
            """);
        Assert.That(bounds, Has.Length.EqualTo(25 + Yesterdays));
        Assert.That(bounds, Has.All.Match(@"^FOR VALUES FROM \('\d{4}-\d\d-01 00:00:00\+00'\) TO \('\d{4}-\d\d-01 00:00:00\+00'\)$"));
    }

    [Test]
    public async Task Partitions_carry_the_indexes_and_the_storage_of_the_table()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.That(
            await TestDatabase.ScalarAsync<long>(
                database.Superuser,
                "SELECT count(*) FROM pg_index JOIN pg_inherits ON indrelid = inhrelid WHERE inhparent = 'audit.entry'::regclass"),
            Is.EqualTo(13 * 9));
        Assert.That(
            await TestDatabase.ScalarAsync<long>(
                database.Superuser,
                "SELECT count(*) FROM pg_attribute JOIN pg_inherits ON attrelid = inhrelid WHERE inhparent = 'audit.entry'::regclass AND attname = 'body' AND attstorage = 'e'"),
            Is.EqualTo(13));
    }

    [TestCase(0, 0)]
    [TestCase(0, 8)]
    [TestCase(13, 0)]
    [TestCase(13, 8)]
    public async Task Kinds_beyond_the_known_are_refused_by_partitions_old_and_new(int monthsAhead, int kind)
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestDatabase.ExecuteAsync(database.Retention, "SELECT audit.ensure_partitions(14)");
        string Insert(int number) =>
            $"INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (date_trunc('month', now()) + interval '{monthsAhead} months 2 days', 1, {number}, '')";

        await TestDatabase.ExecuteAsync(database.Gateway, Insert(7));
        Assert.That(
            () => TestDatabase.ExecuteAsync(database.Gateway, Insert(kind)),
            Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.CheckViolation));
    }

    [Test]
    public async Task New_partitions_can_be_made_while_a_writer_holds_the_table()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var writer = new NpgsqlConnection(database.Gateway);
        await writer.OpenAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(
            "INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (now(), 1, 1, '')", writer, transaction);
        await insert.ExecuteNonQueryAsync();
        Assert.That(
            await TestDatabase.ScalarAsync<int>(database.Retention + ";Command Timeout=20", "SELECT audit.ensure_partitions(13)"), Is.EqualTo(1 + Yesterdays));
    }
}
