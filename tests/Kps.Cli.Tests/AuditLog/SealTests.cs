using System.Security.Cryptography;
using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kps.Cli.Tests.AuditLog;

/// <summary>What the command says of the tree over the log, and the act of a re-base.</summary>
public sealed class SealTests
{
    private const string Origin = "kps.example/denetim";

    private TestDatabase _database = null!;
    private WrittenLog _log = null!;
    private string _keyFile = "";

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        _log = await WrittenLog.StartAsync(_database);
        _keyFile = CliRun.NewPath("seal.pem");
        await WriteKeyAsync(_keyFile);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task IslemNo_SaysWhereItIsSealed()
    {
        var refused = await _log.RefuseAsync(1, 3102, "WrongPassword");
        var answered = await _log.AskAsync(1, 0);
        Assert.That(await OutAsync("audit", "--islem-no", $"{answered}"), Does.EndWith("\n  henüz mühürlenmedi\n"));

        await SealAsync();

        // The acts of the month's and the year's key came first.
        const string Point = @"kontrol noktası kps\.example/denetim 6 yaprak \(\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d\)\n$";
        Assert.That(await OutAsync("audit", "--islem-no", $"{refused}"), Does.Match($@"\n  mühürlü: yaprak no 2, {Point}"));
        Assert.That(await OutAsync("audit", "--islem-no", $"{answered}"), Does.Match($@"\n  mühürlü: yaprak no 3 \(niyet\), yaprak no 4 \(sonuç\), {Point}"));
    }

    [Test]
    public async Task Rebase_IsDoneOnceAndOnlyAfterALoss()
    {
        await _log.AskAsync(1, 0);
        await SealAsync();
        var needless = await CliRun.OnAsync(_database, null, "audit", "rebase", "--reason", "Yedekten dönüldü");
        Assert.That((needless.ExitCode, needless.Error), Is.EqualTo((1, "Yapılamadı: The tree continues what was published: there is nothing to re-base.\n")));

        using (var key = EcdsaNoteKey.Create())
        {
            await new PublishedFile(CliRun.PublishedFileOf(_database)).PublishAsync(new Checkpoint(Origin, 90, TreeHash.Empty).Sign(key), CancellationToken.None);
        }

        var done = await CliRun.OnAsync(_database, null, "audit", "rebase", "--reason", "Yedekten dönüldü");
        Assert.That(done.Error, Is.Empty);
        Assert.That(done.Out, Does.Match(
            @"^Yazıldı: İşlem No \w{13}\. Ağaç 4 yapraktan 'kps\.example/denetim/2' adıyla sürer; son yayımlanan kontrol noktası 'kps\.example/denetim' 90 yapraktı\.\n$"));
        await SealAsync();
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Panel, "SELECT max(size) FROM audit.tree_checkpoint WHERE generation = 2"), Is.EqualTo(5));
    }

    [Test]
    public async Task SealKey_IsChangedByTheKeyOrByItsPublicHalf()
    {
        await SealAsync();
        var (lost, next) = (_keyFile, CliRun.NewPath("seal.pem"));
        using var verifier = Verifier(lost);
        await WriteKeyAsync(next);

        var refused = await CliRun.OnAsync(_database, null, "seal-key", "change", "--to", next, "--reason", "Anahtar dosyası kayboldu", "--former", Verifier(next).ToString());
        Assert.That((refused.ExitCode, refused.Error), Is.EqualTo((1, "Yapılamadı: The key named as the present one did not sign the newest checkpoint.\n")));
        var done = await CliRun.OnAsync(_database, null, "seal-key", "change", "--to", next, "--reason", "Anahtar dosyası kayboldu", "--former", verifier.ToString());
        Assert.That(done.Out, Does.Match(@"^Yazıldı: İşlem No \w{13}\. 2 yapraktan sonra mühürleyebilecek anahtar:\nkps\.example/denetim\+"));
        Assert.That(await OutAsync("seal-key", "list"), Does.Contain($"{verifier}  {Verifier(next)}\n"));
        _keyFile = next;
        await SealAsync();
    }

    [TestCase("audit", "rebase")]
    [TestCase("audit", "rebase", "--reason", "")]
    [TestCase("audit", "rebase", "--reason", "yok       ")]
    public async Task Rebase_WithoutAReason_IsRefused(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, args);
        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, "SELECT count(*) FROM audit.rebase"), Is.Zero);
    }

    private static async Task WriteKeyAsync(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(path, key.ExportPkcs8PrivateKeyPem());
    }

    private static NoteVerifier Verifier(string keyFile)
    {
        using var key = EcdsaNoteKey.FromPem(File.ReadAllText(keyFile));
        return NoteVerifier.Of(Origin, key.PublicKey.Span);
    }

    private async Task<string> OutAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }

    private Task SealAsync() => SealAsync(_database, _keyFile);

    /// <summary>Lets a node seal all there is, with the database's own key.</summary>
    internal static async Task SealAsync(TestDatabase database)
    {
        var keyFile = CliRun.PublishedFileOf(database) + ".pem";
        if (!File.Exists(keyFile))
        {
            await WriteKeyAsync(keyFile);
        }

        await SealAsync(database, keyFile);
    }

    private static async Task SealAsync(TestDatabase database, string keyFile)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionString"] = database.Sequencer,
            ["SigningKeyFile"] = keyFile,
            ["Origin"] = Origin,
            ["PublishedFile"] = CliRun.PublishedFileOf(database),
            ["Interval"] = "00:00:00.1",
        };
        await using var services = new ServiceCollection().AddLogging()
            .AddKpsSequencer(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var sequencer = services.GetServices<IHostedService>().Single();
        await sequencer.StartAsync(CancellationToken.None);
        var state = services.GetRequiredService<ITreeState>();
        for (var attempt = 0; state.WaitingRows != 0; attempt++)
        {
            Assert.That(attempt, Is.LessThan(1200), $"The node is {state.Role} {state.Halt}");
            await Task.Delay(50);
        }

        await sequencer.StopAsync(CancellationToken.None);
    }
}
