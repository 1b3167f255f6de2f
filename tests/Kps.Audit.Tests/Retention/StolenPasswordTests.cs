using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Retention;

/// <summary>What the passwords of the roles are good for beyond the commands, against keys, months and holds.</summary>
public sealed class StolenPasswordTests
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Create() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [TestCase("SELECT audit.append_act(now(), 0, 1::smallint, NULL, NULL, '\\x01')", "22023")]
    [TestCase("SELECT audit.destroy_month(date_trunc('month', now())::date, -100, now(), 1, '\\x01')", "KPS01")]
    [TestCase("SELECT audit.destroy_month(NULL, 8, now(), 1, '\\x01')", "22023")]
    [TestCase("SELECT audit.destroy_month('2000-01-02', 8, now(), 1, '\\x01')", "22023")]
    [TestCase("SELECT audit.destroy_year_key(date_trunc('year', now())::date, 8, now(), 1, '\\x01')", "KPS01")]
    [TestCase("SELECT audit.skip_process_prefixes(16777215)", "22023")]
    [TestCase("UPDATE audit.retention_term SET years = 1", "42501")]
    [TestCase("SELECT audit.lift_hold(1, now(), 1, '\\x01')", "42501")]
    [TestCase("UPDATE audit.legal_hold SET lifted_by = 1", "42501")]
    [TestCase("UPDATE audit.vault_key SET wrapped = NULL", "42501")]
    [TestCase("DELETE FROM audit.vault_key_former", "42501")]
    [TestCase("SELECT * FROM audit.vault_key_former", "42501")]
    [TestCase("SELECT audit.write_act(now(), 1, '\\x01', 20, 'x')", "42501")]
    public void OfRetention_ReachesNothingElse(string sql, string state) => Refused(_database.Retention, sql, state);

    [TestCase("SELECT audit.destroy_month('2000-01-01', 8, now(), 1, '\\x01')")]
    [TestCase("SELECT audit.destroy_year_key('2000-01-01', 8, now(), 1, '\\x01')")]
    [TestCase("SELECT audit.rewrap_keys('{1}', '{\"\\\\x00\"}', 'x', now(), 1, '\\x01')")]
    [TestCase("SELECT audit.skip_process_prefixes(1000)")]
    [TestCase("UPDATE audit.retention_term SET years = 1")]
    public void OfPanelOrGateway_DestroysNothing(string sql)
    {
        Refused(_database.Panel, sql, PostgresErrorCodes.InsufficientPrivilege);
        Refused(_database.Gateway, sql, PostgresErrorCodes.InsufficientPrivilege);
    }

    [TestCase("SELECT audit.place_hold('2000-01-01', '2000-02-01', now(), 1, '\\x01')")]
    [TestCase("SELECT audit.lift_hold(1, now(), 1, '\\x01')")]
    [TestCase("INSERT INTO audit.vault_key (purpose, period, wrapped, master_key_id) VALUES ('body', '2031-01-01', '\\x00', 'x')")]
    [TestCase("SELECT * FROM audit.log_months(8)")]
    public void OfTheGateway_TouchesNeitherHoldsNorKeys(string sql) => Refused(_database.Gateway, sql, PostgresErrorCodes.InsufficientPrivilege);

    private static void Refused(string connectionString, string sql, string state)
    {
        var error = Assert.ThrowsAsync<PostgresException>(() => TestDatabase.ExecuteAsync(connectionString, sql), sql);
        Assert.That(error!.SqlState, Is.EqualTo(state), error.MessageText);
    }
}
