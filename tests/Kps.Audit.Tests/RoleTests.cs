using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests;

/// <summary>What each role may do to the book, tried out on the server.</summary>
public sealed class RoleTests
{
    private TestDatabase _database = null!;
    private string _partition = "";

    [OneTimeSetUp]
    public async Task CreateDatabase()
    {
        _database = await TestDatabase.CreateAsync();
        _partition = await TestDatabase.ScalarAsync<string>(_database.Superuser, """SELECT to_char(now() AT TIME ZONE 'UTC', '"audit.entry_"YYYY"_"MM')""");
        await using var host = await AuditHost.StartAsync(_database);
        var ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), null);
        await host.Log.IssueAsync(SampleCalls.TokenRequest(host.Log.NextIslemNo()), null);
    }

    [OneTimeTearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [TestCase("UPDATE {0} SET outcome = 0")]
    [TestCase("DELETE FROM {0}")]
    [TestCase("TRUNCATE {0}")]
    [TestCase("DROP TABLE {0}")]
    [TestCase("ALTER TABLE {0} ADD COLUMN x int")]
    [TestCase("ALTER TABLE {0} DISABLE TRIGGER ALL")]
    [TestCase("ALTER TABLE {0} OWNER TO kps_gateway")]
    [TestCase("CREATE INDEX ON {0} (outcome)")]
    [TestCase("BEGIN; LOCK TABLE {0} IN ACCESS EXCLUSIVE MODE")]
    [TestCase("SELECT count(*) FROM {0}")]
    [TestCase("SELECT entry FROM {0}")]
    [TestCase("COPY {0} TO STDOUT")]
    [TestCase("INSERT INTO {0} (recorded_at, islem_no, kind, entry, tx) VALUES (now(), 1, 1, '', 5)")]
    [TestCase("INSERT INTO {0} (recorded_at, islem_no, kind, entry) VALUES (now(), 1, 1, '') RETURNING entry")]
    public async Task Gateway_is_refused_on_table_and_partition(string sql)
    {
        foreach (var table in new[] { "audit.entry", _partition })
        {
            await RefusedAsync(_database.Gateway, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, table));
        }
    }

    [TestCase("SET ROLE kps_owner")]
    [TestCase("SET ROLE kps_retention")]
    [TestCase("SET SESSION AUTHORIZATION kps_owner")]
    [TestCase("SELECT audit.ensure_partitions(1)")]
    [TestCase("ALTER TABLE audit.entry DETACH PARTITION {partition}")]
    [TestCase("INSERT INTO {partition} (recorded_at, islem_no, kind, entry) VALUES (now(), 1, 1, '')")]
    [TestCase("UPDATE audit.vault_key SET wrapped = ''")]
    [TestCase("DELETE FROM audit.vault_key")]
    [TestCase("UPDATE audit.process SET node = 'x'")]
    [TestCase("INSERT INTO audit.process (prefix, node, version) VALUES (1, 'x', 'x')")]
    [TestCase("SELECT setval('audit.process_prefix', 1)")]
    [TestCase("ALTER SEQUENCE audit.process_prefix RESTART")]
    [TestCase("DROP SCHEMA audit CASCADE")]
    [TestCase("CREATE TABLE audit.mine (x int)")]
    [TestCase("SELECT * FROM audit.call")]
    [TestCase("SELECT * FROM audit.token_issued")]
    public Task Gateway_is_refused(string sql) => RefusedAsync(_database.Gateway, sql.Replace("{partition}", _partition, StringComparison.Ordinal));

    [TestCase("call_opened", 1)]
    [TestCase("call_closed", 1)]
    [TestCase("call_refused", 0)]
    [TestCase("token_issued", 1)]
    [TestCase("call", 2)]
    [TestCase("wrapped_key", 2)]
    public async Task Panel_reads_the_view(string view, int rows) =>
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Panel, $"SELECT count(*) FROM audit.{view}"), Is.EqualTo(rows));

    [TestCase("SELECT count(*) FROM audit.entry")]
    [TestCase("SELECT count(*) FROM {partition}")]
    [TestCase("SELECT count(*) FROM audit.vault_key")]
    [TestCase("SELECT count(*) FROM audit.process")]
    [TestCase("INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (now(), 1, 1, '')")]
    [TestCase("UPDATE audit.call_opened SET user_id = 1")]
    [TestCase("DELETE FROM audit.token_issued")]
    [TestCase("DELETE FROM audit.call_opened")]
    [TestCase("INSERT INTO audit.call_opened (recorded_at, islem_no, entry) VALUES (now(), 1, '')")]
    [TestCase("SELECT audit.ensure_partitions(1)")]
    [TestCase("SET ROLE kps_owner")]
    public Task Panel_is_refused(string sql) => RefusedAsync(_database.Panel, sql.Replace("{partition}", _partition, StringComparison.Ordinal));

    [TestCase("SELECT count(*) FROM audit.entry")]
    [TestCase("DROP TABLE {partition}")]
    [TestCase("ALTER TABLE audit.entry DETACH PARTITION {partition}")]
    [TestCase("DELETE FROM audit.entry")]
    [TestCase("SELECT count(*) FROM audit.call")]
    [TestCase("SELECT count(*) FROM audit.vault_key")]
    [TestCase("SET ROLE kps_owner")]
    public Task Retention_is_refused(string sql) => RefusedAsync(_database.Retention, sql.Replace("{partition}", _partition, StringComparison.Ordinal));

    [TestCase("SELECT tx, islem_no, kind, recorded_at, entry FROM audit.entry")]
    [TestCase("SELECT * FROM audit.sequenced, audit.tile, audit.checkpoint, audit.rebase, audit.anchor, audit.anchor_member")]
    public async Task Sequencer_reads(string sql) => await TestDatabase.ExecuteAsync(_database.Sequencer, sql);

    [TestCase("SELECT subject FROM audit.entry")]
    [TestCase("SELECT body FROM audit.entry")]
    [TestCase("SELECT user_id FROM audit.entry")]
    [TestCase("SELECT address FROM audit.entry")]
    [TestCase("SELECT entry FROM {partition}")]
    [TestCase("INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (now(), 1, 1, '')")]
    [TestCase("DELETE FROM audit.entry")]
    [TestCase("BEGIN; LOCK TABLE audit.entry IN SHARE MODE")]
    [TestCase("SELECT * FROM audit.call")]
    [TestCase("SELECT * FROM audit.vault_key")]
    [TestCase("SELECT * FROM audit.process")]
    [TestCase("UPDATE audit.sequenced SET row_count = 1")]
    [TestCase("DELETE FROM audit.sequenced")]
    [TestCase("UPDATE audit.tile SET root = root")]
    [TestCase("DELETE FROM audit.tile")]
    [TestCase("TRUNCATE audit.tile")]
    [TestCase("UPDATE audit.checkpoint SET note = ''")]
    [TestCase("DELETE FROM audit.checkpoint")]
    [TestCase("INSERT INTO audit.checkpoint (size, generation, root, note, made_at) VALUES (1, 1, '', '', now())")]
    [TestCase("DELETE FROM audit.rebase")]
    [TestCase("UPDATE audit.anchor SET token = ''")]
    [TestCase("DELETE FROM audit.anchor")]
    [TestCase("INSERT INTO audit.anchor (covers, size, generation, token, gen_time, tsa, signer_not_after, stored_at) VALUES ('checkpoint', 1, 1, '', now(), '', now(), now())")]
    [TestCase("UPDATE audit.anchor_member SET leaf = leaf")]
    [TestCase("DELETE FROM audit.anchor_member")]
    [TestCase("TRUNCATE audit.anchor, audit.anchor_member")]
    [TestCase("SELECT audit.leaf_of(now(), 1, 1::smallint)")]
    [TestCase("SET ROLE kps_owner")]
    public Task Sequencer_is_refused(string sql) => RefusedAsync(_database.Sequencer, sql.Replace("{partition}", _partition, StringComparison.Ordinal));

    [TestCase("SELECT * FROM audit.tree_checkpoint")]
    [TestCase("SELECT * FROM audit.tree_rebase")]
    [TestCase("SELECT * FROM audit.tree_anchor, audit.tree_anchor_member")]
    [TestCase("SELECT * FROM audit.leaf_of(now(), 1, 1::smallint)")]
    public async Task Panel_reads_the_tree(string sql) => await TestDatabase.ExecuteAsync(_database.Panel, sql);

    [TestCase("SELECT * FROM audit.sequenced")]
    [TestCase("SELECT * FROM audit.tile")]
    [TestCase("SELECT * FROM audit.checkpoint")]
    [TestCase("DELETE FROM audit.tree_checkpoint")]
    [TestCase("SELECT * FROM audit.anchor")]
    [TestCase("DELETE FROM audit.tree_anchor")]
    public Task Panel_is_refused_the_tree(string sql) => RefusedAsync(_database.Panel, sql);

    [TestCase("SELECT * FROM audit.tile")]
    [TestCase("SELECT * FROM audit.tree_checkpoint")]
    [TestCase("INSERT INTO audit.checkpoint (size, generation, root, note) VALUES (1, 1, '', '')")]
    [TestCase("SET ROLE kps_sequencer")]
    public Task Gateway_is_refused_the_tree(string sql) => RefusedAsync(_database.Gateway, sql);

    [Test]
    public async Task Public_has_no_right_in_the_schema()
    {
        const string Sql = """
            SELECT count(*) FROM (
                SELECT (aclexplode(relacl)).grantee FROM pg_class WHERE relnamespace = 'audit'::regnamespace
                UNION ALL SELECT (aclexplode(coalesce(proacl, acldefault('f', proowner)))).grantee FROM pg_proc WHERE pronamespace = 'audit'::regnamespace
                UNION ALL SELECT (aclexplode(nspacl)).grantee FROM pg_namespace WHERE nspname = 'audit') AS grants
            WHERE grantee = 0
            """;
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, Sql), Is.Zero);
    }

    [Test]
    public async Task Everything_belongs_to_the_owner_who_cannot_log_in()
    {
        Assert.That(
            await TestDatabase.ScalarAsync<long>(
                _database.Superuser,
                "SELECT count(*) FROM pg_class WHERE relnamespace = 'audit'::regnamespace AND relowner <> 'kps_owner'::regrole"),
            Is.Zero);
        Assert.That(await TestDatabase.ScalarAsync<bool>(_database.Superuser, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'kps_owner'"), Is.False);
    }

    private static Task RefusedAsync(string connectionString, string sql)
    {
        var error = Assert.ThrowsAsync<PostgresException>(() => TestDatabase.ExecuteAsync(connectionString, sql), sql);
        Assert.That(error!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), error.MessageText);
        return Task.CompletedTask;
    }
}
