using Kps.Evidence.Exports;
using Kps.Evidence.Receipts;
using Kps.TestSupport;

namespace Kps.Cli.Tests.AuditLog;

/// <summary>The commands that hand evidence out: what they say, what they leave behind, and their acts.</summary>
public sealed class ExportTests
{
    private const string Why = "Bilirkişi istedi";

    private TestDatabase _database = null!;
    private WrittenLog _log = null!;

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        _log = await WrittenLog.StartAsync(_database);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Export_IsWrittenAndRecorded()
    {
        await _log.AskAsync(1, 0);
        await SealTests.SealAsync(_database);
        var directory = CliRun.NewPath("export");

        var run = await RunAsync("audit", "export", "--all", "--out", directory, "--reason", Why);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Out, Does.Match(@"^Yazıldı: .*-export\. Yaprak 0–\d+, \d+ kayıt, \d+\.\d MB\. İşlem No \w{13}\.\nmanifest\.json SHA-256: [0-9a-f]{64}\n$"));
        var manifest = await File.ReadAllBytesAsync(Path.Combine(directory, ExportLayout.Manifest));
        Assert.That(ExportManifest.Parse(manifest).Reason, Is.EqualTo(Why));
        var recorded = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(manifest));
        Assert.That(
            await TestDatabase.ScalarAsync<long>(_database.Panel, $"SELECT count(*) FROM audit.act WHERE position('\\x{recorded}'::bytea IN entry) > 0"),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Export_WithoutASeal_IsTooEarly()
    {
        await _log.AskAsync(1, 0);
        var directory = CliRun.NewPath("export");

        var run = await RunAsync("audit", "export", "--all", "--out", directory, "--reason", Why);

        Assert.That((run.ExitCode, Directory.Exists(directory)), Is.EqualTo((3, false)));
        Assert.That(run.Error, Does.StartWith("Denetim izinde henüz mühürlenmiş kayıt yok"));
    }

    [Test]
    public async Task Export_IntoAFullDirectory_IsRefused()
    {
        await _log.AskAsync(1, 0);
        await SealTests.SealAsync(_database);
        var directory = Directory.CreateDirectory(CliRun.NewPath("export")).FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "note"), "mine");

        var run = await RunAsync("audit", "export", "--all", "--out", directory, "--reason", Why);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, $"{directory} boş değil; başka bir dizin verin.\n")));
        Assert.That(Directory.EnumerateFileSystemEntries(directory).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Export_WhoseActCannotBeWritten_LeavesNothingBehind()
    {
        await _log.AskAsync(1, 0);
        await SealTests.SealAsync(_database);
        await _database.ExecuteAsync("REVOKE EXECUTE ON FUNCTION audit.append_act FROM kps_panel");
        var parent = Directory.CreateDirectory(CliRun.NewPath("parent")).FullName;

        var run = await RunAsync("audit", "export", "--all", "--out", Path.Combine(parent, "export"), "--reason", Why);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(Directory.EnumerateFileSystemEntries(parent), Is.Empty);
    }

    [TestCase("audit", "export", "--all", "--reason", Why)]
    [TestCase("audit", "export", "--out", "x", "--reason", Why)]
    [TestCase("audit", "export", "--all", "--from", "01.03.2026", "--out", "x", "--reason", Why)]
    [TestCase("audit", "export", "--all", "--out", "x")]
    [TestCase("audit", "export", "--all", "--out", "x", "--reason", "yok")]
    [TestCase("audit", "receipt", "--out", "x")]
    public async Task Misuse_IsRefused(params string[] args)
    {
        Assert.That((await RunAsync(args)).ExitCode, Is.EqualTo(1));
        Assert.That(File.Exists("x") || Directory.Exists("x"), Is.False);
    }

    [Test]
    public async Task Receipt_IsWrittenOnceTheCallIsSealed()
    {
        var islemNo = await _log.AskAsync(1, 0);
        var file = CliRun.NewPath("receipt.json");
        var early = await RunAsync("audit", "receipt", "--islem-no", $"{islemNo}", "--out", file);
        Assert.That((early.ExitCode, File.Exists(file)), Is.EqualTo((3, false)));
        Assert.That(early.Error, Does.StartWith($"İşlem {islemNo} henüz mühürlenmedi"));

        await SealTests.SealAsync(_database);
        var run = await RunAsync("audit", "receipt", "--islem-no", $"{islemNo}", "--out", file);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Out, Does.Match(@"^Yazıldı: .*receipt\.json\. 2 kayıt, henüz zaman damgasız; damgadan sonra yeniden alın\. İşlem No \w{13}\.\n$"));
        Assert.That(Receipt.Parse(await File.ReadAllBytesAsync(file)).IslemNo, Is.EqualTo($"{islemNo}"));
        var again = await RunAsync("audit", "receipt", "--islem-no", $"{islemNo}", "--out", file);
        Assert.That((again.ExitCode, again.Error), Is.EqualTo((1, $"{file} zaten var; başka bir ad verin.\n")));
    }

    [Test]
    public async Task Receipt_OfACallThatIsNot_SaysSo()
    {
        var run = await RunAsync("audit", "receipt", "--islem-no", "007ZY00004W8Y", "--out", CliRun.NewPath("receipt.json"));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "Böyle bir kayıt yok.\n")));
    }

    [Test]
    public async Task Receipt_OfAChangedRow_IsRefused()
    {
        var islemNo = await _log.AskAsync(1, 0);
        await SealTests.SealAsync(_database);
        await _database.ExecuteAsync($"UPDATE audit.entry SET entry = set_byte(entry, 10, get_byte(entry, 10) # 1) WHERE islem_no = {islemNo.Value} AND kind = 2");

        var run = await RunAsync("audit", "receipt", "--islem-no", $"{islemNo}", "--out", CliRun.NewPath("receipt.json"));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("veritabanındaki satır mühürlenen satır değil"));
    }

    private Task<CliRun> RunAsync(params string[] args) => CliRun.OnAsync(_database, null, args);
}
