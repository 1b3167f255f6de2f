using Kps.Registry.Tokens;
using Npgsql;

namespace Kps.Registry.Tests.Storage;

internal sealed class RegistryRolesTests
{
    private static readonly string[] Followed = ["institution", "ip_range", "application", "app_user", "user_assignment", "institution_operation", "field_right"];

    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        await _database.ExecuteAsync(
            "INSERT INTO registry.institution (kurum_kodu, ad, il, durum, created_at) VALUES (100, 'Deneme Hastanesi', 'ANKARA', 'Aktif', now())");
    }

    [OneTimeTearDown]
    public async Task TearDown() => await _database.DisposeAsync();

    [Test]
    public async Task Gateway_ReadsTheRegistry_AndChangesNothing([ValueSource(nameof(Followed))] string table)
    {
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Gateway, $"SELECT count(*) FROM registry.{table}"), Is.Not.Negative);
        AssertRefused(_database.Gateway, $"INSERT INTO registry.{table} DEFAULT VALUES");
        AssertRefused(_database.Gateway, $"UPDATE registry.{table} SET id = DEFAULT");
        AssertRefused(_database.Gateway, $"DELETE FROM registry.{table}");
        AssertRefused(_database.Gateway, $"TRUNCATE registry.{table}");
        AssertRefused(_database.Gateway, $"DROP TABLE registry.{table}");
        AssertRefused(_database.Gateway, $"ALTER TABLE registry.{table} DISABLE TRIGGER ALL");
    }

    [Test]
    public void Panel_RemovesNothing([ValueSource(nameof(Followed))] string table)
    {
        AssertRefused(_database.Panel, $"DELETE FROM registry.{table}");
        AssertRefused(_database.Panel, $"TRUNCATE registry.{table} CASCADE");
        AssertRefused(_database.Panel, $"DROP TABLE registry.{table} CASCADE");
        AssertRefused(_database.Panel, $"ALTER TABLE registry.{table} DISABLE TRIGGER ALL");
    }

    [TestCase("UPDATE registry.registry_version SET version = 1")]
    [TestCase("INSERT INTO registry.registry_version (version) VALUES (1)")]
    [TestCase("SELECT registry.raise_version()")]
    [TestCase("SET ROLE kps_registry_owner")]
    [TestCase("CREATE TABLE registry.mine (id integer)")]
    public void Nobody_TouchesTheVersionOrTheSchema(string sql)
    {
        AssertRefused(_database.Gateway, sql);
        AssertRefused(_database.Panel, sql);
        AssertRefused(_database.Retention, sql);
    }

    [TestCase("SELECT * FROM registry.password_failure")]
    [TestCase("DELETE FROM registry.password_failure")]
    [TestCase("SELECT * FROM registry.password_failure_key")]
    public void Panel_DoesNotSeeTheCounter(string sql) => AssertRefused(_database.Panel, sql);

    [Test]
    public void Gateway_CannotChangeTheCounterKey()
    {
        AssertRefused(_database.Gateway, "UPDATE registry.password_failure_key SET key = sha256('x')");
        AssertRefused(_database.Gateway, "DELETE FROM registry.password_failure_key");
    }

    [TestCase("SELECT wrapped FROM registry.token_key")]
    [TestCase("SELECT * FROM registry.token_key")]
    [TestCase("INSERT INTO registry.token_key DEFAULT VALUES")]
    [TestCase("UPDATE registry.token_key SET withdrawn_at = now()")]
    [TestCase("DELETE FROM registry.token_key")]
    public void Panel_ReadsNoWrappedKey_AndChangesNoKey(string sql) => AssertRefused(_database.Panel, sql);

    [Test]
    public async Task Panel_ListsTheKeys() => Assert.That(await TokenKeyStore.Create(_database.Panel, new KeptJournal()).ListAsync(CancellationToken.None), Is.Empty);

    [TestCase("UPDATE registry.token_key SET wrapped = '\\x00'")]
    [TestCase("UPDATE registry.token_key SET signs_from = now()")]
    [TestCase("UPDATE registry.token_key SET is_test = true")]
    [TestCase("INSERT INTO registry.token_key (withdrawn_at) VALUES (now())")]
    [TestCase("DELETE FROM registry.token_key")]
    [TestCase("TRUNCATE registry.token_key")]
    public void Gateway_OnlyAddsAndWithdrawsKeys(string sql) => AssertRefused(_database.Gateway, sql);

    [Test]
    public async Task TokenKey_Withdrawn_RaisesTheVersion()
    {
        var before = await VersionAsync();

        await TestDatabase.ExecuteAsync(_database.Gateway, "UPDATE registry.token_key SET withdrawn_at = now() WHERE false");

        Assert.That(await VersionAsync(), Is.EqualTo(before + 1));
    }

    [Test]
    public void Retention_SeesNoKey() => AssertRefused(_database.Retention, "SELECT id FROM registry.token_key");

    [Test]
    public void Retention_SeesNothing([ValueSource(nameof(Followed))] string table) =>
        AssertRefused(_database.Retention, $"SELECT * FROM registry.{table}");

    [Test]
    public async Task EveryStatement_RaisesTheVersion([ValueSource(nameof(Followed))] string table)
    {
        var before = await VersionAsync();

        await TestDatabase.ExecuteAsync(_database.Panel, $"UPDATE registry.{table} SET created_at = created_at WHERE false");

        Assert.That(await VersionAsync(), Is.EqualTo(before + 1));
    }

    [TestCase("'10.0.0.9'", "'10.0.0.1'", "ck_ip_range_order")]
    [TestCase("'10.0.0.1'", "'2001:db8::1'", "ck_ip_range_family")]
    [TestCase("'10.0.0.0/24'", "'10.0.0.255/24'", "ck_ip_range_hosts")]
    public void Range_ThatMakesNoSense_IsRefusedByTheDatabase(string first, string last, string constraint) =>
        Assert.That(
            () => TestDatabase.ExecuteAsync(
                _database.Panel,
                $"""
                INSERT INTO registry.ip_range (institution_id, first_address, last_address, written_as, note, created_at)
                SELECT id, {first}, {last}, 'x', '', now() FROM registry.institution
                """),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo(constraint));

    [TestCase("kind = 3", "ck_field_right_kind")]
    [TestCase("kind = 0", "ck_field_right_kind")]
    [TestCase("path = ''", "ck_field_right_path")]
    [TestCase("path = 'A/'", "ck_field_right_path")]
    [TestCase("path = 'A//B'", "ck_field_right_path")]
    [TestCase("path = 'A B'", "ck_field_right_path")]
    [TestCase("path = 'Ğ'", "ck_field_right_path")]
    [TestCase("path = 'A' || chr(10)", "ck_field_right_path")]
    [TestCase("path = repeat('A', 301)", "ck_field_right_path")]
    [TestCase("dayanak = ''", "ck_field_right_dayanak")]
    [TestCase("dayanak = repeat('x', 501)", "ck_field_right_dayanak")]
    [TestCase("karar_no = repeat('x', 101)", "ck_field_right_karar_no")]
    [TestCase("operation = 100", "ck_field_right_operation")]
    public async Task FieldRight_ThatMakesNoSense_IsRefusedByTheDatabase(string wrong, string constraint)
    {
        await AddFieldAsync("A/B");

        Assert.That(
            () => TestDatabase.ExecuteAsync(_database.Panel, $"UPDATE registry.field_right SET {wrong}"),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo(constraint));
        await _database.ExecuteAsync("TRUNCATE registry.field_right");
    }

    [Test]
    public async Task FieldRight_IsOpenOnceAPath()
    {
        await AddFieldAsync("A/B");
        Assert.That(
            () => AddFieldAsync("A/B"),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo("uq_field_right_open"));

        await TestDatabase.ExecuteAsync(_database.Panel, "UPDATE registry.field_right SET closed_at = now()");
        await AddFieldAsync("A/B");
        await _database.ExecuteAsync("TRUNCATE registry.field_right");
    }

    [Test]
    public async Task Kapsam_IsOneOfTwo_AndThatOfOldRightsIsEverything()
    {
        await TestDatabase.ExecuteAsync(
            _database.Panel,
            """
            INSERT INTO registry.institution_operation (institution_id, operation, dayanak, karar_no, created_at)
            SELECT id, 1, 'x', '', now() FROM registry.institution
            """);

        Assert.That(await TestDatabase.ScalarAsync<short>(_database.Panel, "SELECT kapsam FROM registry.institution_operation"), Is.EqualTo(1));
        Assert.That(
            () => TestDatabase.ExecuteAsync(_database.Panel, "UPDATE registry.institution_operation SET kapsam = 3"),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo("ck_institution_operation_kapsam"));
        await _database.ExecuteAsync("TRUNCATE registry.institution_operation");
    }

    private Task AddFieldAsync(string path) => TestDatabase.ExecuteAsync(
        _database.Panel,
        $"""
        INSERT INTO registry.field_right (institution_id, operation, kind, path, izin, dayanak, karar_no, created_at)
        SELECT id, 1, 2, '{path}', false, 'x', '', now() FROM registry.institution
        """);

    private Task<long> VersionAsync() => TestDatabase.ScalarAsync<long>(_database.Gateway, "SELECT version FROM registry.registry_version");

    private static void AssertRefused(string connectionString, string sql) =>
        Assert.That(
            () => TestDatabase.ExecuteAsync(connectionString, sql),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.InsufficientPrivilege),
            sql);
}
