using Kps.TestSupport;
using Npgsql;

namespace Kps.Migrations.Tests;

public sealed class DatabaseMigratorTests
{
    [Test]
    public async Task MigrateAsync_SecondRun_AppliesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();

        var applied = await new DatabaseMigrator(database.Superuser).MigrateAsync();

        Assert.That(applied, Is.Empty);
    }

    [Test]
    public async Task MigrateAsync_ConcurrentRuns_BothSucceed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("DROP SCHEMA audit CASCADE; DROP SCHEMA registry CASCADE");

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new DatabaseMigrator(database.Superuser).MigrateAsync()));

        Assert.That(runs.Count(applied => applied.Count > 0), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task MigrateAsync_FileChangedSince_RefusesAndNamesIt()
    {
        await using var database = await TestDatabase.CreateAsync();
        var changed = await TestDatabase.ScalarAsync<long>(database.Superuser, "SELECT count(*) FROM audit.schema_version");
        Assume.That(changed, Is.Positive);
        await database.ExecuteAsync("UPDATE audit.schema_version SET sha256 = 'other'");

        Assert.That(
            async () => await new DatabaseMigrator(database.Superuser).MigrateAsync(),
            Throws.TypeOf<MigrationException>().With.Message.Contains("audit/0001"));
    }

    [TestCase("kps_owner")]
    [TestCase("kps_registry_owner")]
    public async Task Owners_CannotLogIn(string owner)
    {
        await using var database = await TestDatabase.CreateAsync();

        await using var connection = new NpgsqlConnection(database.Cluster.ConnectionString(owner, "postgres"));

        Assert.That(async () => await connection.OpenAsync(), Throws.InstanceOf<PostgresException>());
    }
}
