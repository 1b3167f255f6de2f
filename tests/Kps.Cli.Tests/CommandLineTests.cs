using Kps.TestSupport;
using Npgsql;

namespace Kps.Cli.Tests;

public sealed class CommandLineTests
{
    [Test]
    public async Task Run_WithoutSettings_NamesTheMissingKey()
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, "institution", "list");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("Panel:ConnectionString"));
        });
    }

    [Test]
    public async Task Run_SettingsFileMissing_SaysWhich()
    {
        var run = await CliRun.WithInputAsync("/nowhere/settings.json", string.Empty, "institution", "list");

        Assert.That((run.ExitCode, run.Error.Trim()), Is.EqualTo((1, "Ayar dosyası okunamadı: /nowhere/settings.json")));
    }

    [Test]
    public async Task Run_DatabaseAway_SaysSoWithoutThePassword()
    {
        var settings = CliRun.NewPath("away.json");
        await File.WriteAllTextAsync(
            settings, $$$"""{"Panel":{"ConnectionString":"Host=127.0.0.1;Port={{{TestCluster.FreePort()}}};Username=kps_panel;Password=cok-gizli;Database=kps"}}""");

        var run = await CliRun.WithInputAsync(settings, string.Empty, "institution", "list");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.StartWith("Veritabanına ulaşılamadı"));
            Assert.That(run.Error, Does.Not.Contain("cok-gizli"));
        });
    }

    [Test]
    public async Task Run_WrongDatabasePassword_NamesTheSqlState()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = CliRun.NewPath("wrong.json");
        var connection = new NpgsqlConnectionStringBuilder(database.Panel) { Password = "yanlis" }.ConnectionString;
        await File.WriteAllTextAsync(settings, $$$"""{"Panel":{"ConnectionString":"{{{connection}}}"}}""");

        var run = await CliRun.WithInputAsync(settings, string.Empty, "institution", "list");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("28P01").And.Not.Contain("yanlis"));
        });
    }

    [TestCase("nonsense")]
    [TestCase("institution", "add", "990001")]
    [TestCase("institution", "add", "kod", "ad", "--il", "Ankara")]
    [TestCase("user", "password", "12345")]
    [TestCase("user", "password", "12345", "--generate", "--stdin")]
    [TestCase("application", "add", "Firma", "Ürün", "--bitis", "31.13.2026")]
    [TestCase("entitlement", "add", "990001", "bilesikkisisorgula", "--dayanak", "x")]
    [TestCase("keys", "withdraw")]
    [TestCase("keys", "withdraw", "bir")]
    [TestCase("user", "revoke")]
    [TestCase("query", "1234x")]
    [TestCase("query")]
    [TestCase("query", "--op")]
    [TestCase("query", "--op", "IlListesi", "--op", "IlListesi")]
    [TestCase("query", "12345678901", "--kriter")]
    [TestCase("query", "12345678901", "12345678901")]
    [TestCase("query", "12345678901", "--user", "12345")]
    [TestCase("query", "12345678901", "--url", "http://localhost:8080/Router/RoutingService.svc")]
    [TestCase("audit", "--last", "0")]
    [TestCase("audit", "--last", "1001")]
    [TestCase("audit", "--subject", "123")]
    [TestCase("audit", "--islem-no", "000020000004M")]
    [TestCase("audit", "--from", "dün")]
    [TestCase("partitions", "--months", "25")]
    public async Task Run_Misused_FailsWithWordsAndTouchesNothing(params string[] args)
    {
        var run = await CliRun.WithInputAsync(null, string.Empty, args);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Error, Is.Not.Empty);
            Assert.That(run.Error, Does.Not.Contain("ConnectionString"), "The arguments are checked before the settings are asked for.");
        });
    }

    [Test]
    public async Task Migrate_OnMigratedDatabase_IsUpToDate()
    {
        await using var database = await TestDatabase.CreateAsync();

        var run = await CliRun.OnAsync(database, null, "migrate");

        Assert.That((run.ExitCode, run.Out.Trim(), run.Error), Is.EqualTo((0, "Veritabanı güncel.", string.Empty)));
    }

    [Test]
    public async Task Partitions_FurtherAhead_AddsTheMissingMonths()
    {
        await using var database = await TestDatabase.CreateAsync();

        var first = await CliRun.OnAsync(database, null, "partitions", "--months", "14");
        var second = await CliRun.OnAsync(database, null, "partitions", "--months", "14");

        Assert.Multiple(() =>
        {
            Assert.That((first.ExitCode, first.Out.Trim()), Is.EqualTo((0, "2 ay eklendi.")));
            Assert.That((second.ExitCode, second.Out.Trim()), Is.EqualTo((0, "Eklenecek ay yok.")));
        });
    }
}
