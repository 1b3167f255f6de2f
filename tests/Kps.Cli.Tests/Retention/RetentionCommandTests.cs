using System.Globalization;
using System.Text.Json.Nodes;
using Kps.Cli.Tests.AuditLog;
using Kps.TestSupport;

namespace Kps.Cli.Tests.Retention;

/// <summary>The commands of retention as an operator or a timer runs them; what they are allowed is tested with the functions.</summary>
public sealed class RetentionCommandTests
{
    private const string Reason = "Savcılık yazısı gereği";

    private TestDatabase _database = null!;
    private string _settings = "";

    private static string Due => Month(-97);

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        _settings = CliRun.SettingsFor(_database);

        // A month whose eight years ended with the last one; its rows count as sealed, and rows of today tell the time.
        await _database.ExecuteAsync($"""
            SET ROLE kps_owner; SET TimeZone = 'UTC';
            CREATE TABLE audit.entry_{Due.Replace('-', '_')} (LIKE audit.entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE);
            ALTER TABLE audit.entry ATTACH PARTITION audit.entry_{Due.Replace('-', '_')} FOR VALUES FROM ('{Due}-01') TO ('{Month(-96)}-01');
            INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) SELECT '{Due}-05', n, 1, sha256(n::text::bytea) FROM generate_series(1, 7) AS n;
            INSERT INTO audit.sequenced SELECT 0, 7, min(tx), max(tx), now(), now(), '' FROM audit.entry;
            INSERT INTO audit.checkpoint (size, generation, root, note) VALUES (7, 1, sha256(''), '')
            """);
    }

    [TearDown]
    public async Task TearDown() => await _database.DisposeAsync();

    [Test]
    public async Task Run_DestroysWhatIsDue_AndTheNextRunNothing()
    {
        Assert.That(await DoneAsync("retention", "run", "--dry-run"), Is.EqualTo($"{Due}: 7 satır, silinecek\n"));
        Assert.That(await DoneAsync("retention", "list"), Does.Match($@"(?m)^{Due} +7 +\d+\.0 KB +tam +- +\S+ \S+ +silinecek$"));
        Assert.That(await DoneAsync("retention", "run"), Does.Match($@"^{Due} silindi: 7 satır; İşlem No \w{{13}}\n$"));
        Assert.That(await DoneAsync("retention", "run"), Is.EqualTo("Süresi dolan ay yok.\n"));
        Assert.That(await DoneAsync("retention", "run", "--dry-run"), Is.EqualTo("Süresi (8 yıl) dolan ay yok.\n"));
    }

    [Test]
    public async Task Hold_KeepsTheMonthUntilItIsLifted()
    {
        Assert.That(
            await DoneAsync("hold", "add", "--from", Due, "--to", Due, "--reason", Reason, "--evrak", "2026/Sor-117"),
            Does.Match($@"^1 no\.lu tutma kondu: {Due} – {Due}; İşlem No \w{{13}}\n$"));
        Assert.That(await DoneAsync("retention", "run"), Is.EqualTo($"{Due} kaldı: süresi doldu, 1 no.lu tutma engelliyor\n"));
        Assert.That(await DoneAsync("hold", "list"), Does.Match($@"(?m)^1 +{Due} +{Due} +2026/Sor-117 +\S+ \S+ +tutuyor +{Reason}$"));
        Assert.That(await DoneAsync("hold", "lift", "1", "--reason", "Takipsizlik kararı"), Does.StartWith("1 no.lu tutma kaldırıldı; İşlem No "));
        Assert.That(await DoneAsync("hold", "list"), Does.Contain("; kaldırma: Takipsizlik kararı\n"));
        Assert.That(await DoneAsync("retention", "run"), Does.StartWith($"{Due} silindi: 7 satır"));

        var again = await CliRun.WithInputAsync(_settings, "", "hold", "lift", "1", "--reason", "Takipsizlik kararı");
        Assert.That((again.ExitCode, again.Error), Is.EqualTo((1, "Böyle bir kayıt yok ya da daha önce kapatılmış.\n")));
    }

    [Test]
    public async Task RowsWithoutSeal_AreSomebodysWork()
    {
        await TestDatabase.ExecuteAsync(_database.Gateway, $"INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES ('{Due}-06', 8, 1, 'x')");
        var run = await CliRun.WithInputAsync(_settings, "", "retention", "run");
        Assert.That((run.ExitCode, run.Out), Is.EqualTo((1, $"{Due} kaldı: süresi doldu, mühürlenmemiş satırları var\n")));
    }

    [Test]
    public async Task ShorterTerm_NeedsTheFlagAndTheOwner()
    {
        Set("Retention:Years", "3");
        var refused = await CliRun.WithInputAsync(_settings, "", "retention", "run");
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, "Retention:Years 8 yıldan az; bilerek isteniyorsa Retention:AllowShorter=true da verilmeli.\n")));
        refused = await CliRun.WithInputAsync(_settings, "", "retention", "term", "--years", "3", "--reason", "Deneme ortamı");
        Assert.That(refused.Error, Does.Contain("Retention:AllowShorter=true"));

        // With the flag alone the database still keeps its own eight years.
        Set("Retention:AllowShorter", "true");
        Assert.That(await DoneAsync("retention", "run", "--dry-run"), Does.StartWith(Due));
        Assert.That(await DoneAsync("retention", "term", "--years", "3", "--reason", "Deneme ortamı"), Does.StartWith("Saklama süresi 8 yıldan 3 yıla değişti; İşlem No "));
        Assert.That(await TestDatabase.ScalarAsync<int>(_database.Retention, "SELECT years FROM audit.retention_term"), Is.EqualTo(3));
    }

    [TestCase("retention", "term", "--years", "0", "--reason", Reason)]
    [TestCase("retention", "term", "--years", "10", "--reason", "kısa")]
    [TestCase("hold", "add", "--from", "2020-13", "--to", "2020-01", "--reason", Reason)]
    [TestCase("hold", "add", "--from", "2020-05", "--to", "2020-01", "--reason", Reason)]
    [TestCase("hold", "add", "--from", "2020-05", "--to", "2020-06")]
    [TestCase("hold", "lift", "x", "--reason", Reason)]
    [TestCase("vault", "rewrap", "--to", "/nowhere/key", "--reason", Reason)]
    [TestCase("seal-key", "change", "--to", "/nowhere/key", "--reason", Reason)]
    [TestCase("audit", "after-restore", "--reason", Reason, "--steps", "5")]
    public async Task Misuse_ChangesNothing(params string[] args)
    {
        var run = await CliRun.WithInputAsync(_settings, "", args);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Is.Not.Empty);
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Panel, "SELECT count(*) FROM audit.act"), Is.Zero);
    }

    [Test]
    public async Task AfterRestore_MovesTheNumbersOfProcessesOn()
    {
        const string Newest = "SELECT max(prefix) FROM audit.process";
        await DoneAsync("audit", "after-restore", "--reason", Reason);
        var first = await TestDatabase.ScalarAsync<int>(_database.Superuser, Newest);
        Assert.That(first, Is.GreaterThan(1000));
        Assert.That(await DoneAsync("audit", "after-restore", "--reason", Reason, "--steps", "2000"), Does.Match(@"^Süreç numaraları 2000 ileri alındı; İşlem No \w{13}\n$"));
        Assert.That(await TestDatabase.ScalarAsync<int>(_database.Superuser, Newest), Is.GreaterThan(first + 2000));
    }

    [Test]
    public async Task Vault_IsListedAndWrappedAnew()
    {
        await using (var log = await WrittenLog.StartAsync(_database))
        {
            Set("Audit:MasterKeyFile", log.MasterKeyFile);
        }

        var listed = await DoneAsync("vault", "list");
        Assert.That(listed, Does.Match($@"(?m)^1 +gövde +{Month(0)} +file:[0-9a-f]{{16}} +\S+ \S+ +kullanımda$").And.Match($@"(?m)^2 +kişi +{Year(0)} "));
        var key = CliRun.NewPath("new.key");
        Kps.Audit.MasterKeyFile.Create(key);
        Assert.That(await DoneAsync("vault", "rewrap", "--to", key, "--reason", Reason), Does.Match(@"^2 anahtar file:[0-9a-f]{16} altına alındı; İşlem No \w{13}\n"));
        Assert.That(await DoneAsync("vault", "rewrap", "--to", key, "--reason", Reason), Does.Match(@"^Bütün anahtarlar zaten file:[0-9a-f]{16} altında\.\n"));
    }

    private static string Month(int later) => TimeProvider.System.GetUtcNow().AddMonths(later).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static int Year(int later) => TimeProvider.System.GetUtcNow().Year + later;

    private void Set(string key, string value)
    {
        var settings = JsonNode.Parse(File.ReadAllText(_settings))!.AsObject();
        settings[key] = value;
        File.WriteAllText(_settings, settings.ToJsonString());
    }

    private async Task<string> DoneAsync(params string[] args)
    {
        var run = await CliRun.WithInputAsync(_settings, "", args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }
}
