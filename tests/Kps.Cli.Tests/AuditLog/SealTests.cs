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
    public async Task IslemNo_SaysWhereItIsSealed()
    {
        var refused = await _log.RefuseAsync(1, 3102, "WrongPassword");
        var answered = await _log.AskAsync(1, 0);
        Assert.That(await OutAsync("audit", "--islem-no", $"{answered}"), Does.EndWith("\n  henüz mühürlenmedi\n"));

        await SealAsync();

        const string Point = @"kontrol noktası kps\.example/denetim 4 yaprak \(\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d\)\n$";
        Assert.That(await OutAsync("audit", "--islem-no", $"{refused}"), Does.Match($@"\n  mühürlü: yaprak no 0, {Point}"));
        Assert.That(await OutAsync("audit", "--islem-no", $"{answered}"), Does.Match($@"\n  mühürlü: yaprak no 1 \(niyet\), yaprak no 2 \(sonuç\), {Point}"));
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
            @"^Yazıldı: İşlem No \w{13}\. Ağaç 2 yapraktan 'kps\.example/denetim/2' adıyla sürer; son yayımlanan kontrol noktası 'kps\.example/denetim' 90 yapraktı\.\n$"));
        await SealAsync();
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Panel, "SELECT max(size) FROM audit.tree_checkpoint WHERE generation = 2"), Is.EqualTo(3));
    }

    [TestCase("audit", "rebase")]
    [TestCase("audit", "rebase", "--reason", "")]
    [TestCase("audit", "rebase", "--reason", "yok       ")]
    public async Task Rebase_WithoutAReason_IsRefused(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, args);
        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, "SELECT count(*) FROM audit.entry"), Is.Zero);
    }

    private async Task<string> OutAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }

    /// <summary>Lets a node seal all there is.</summary>
    private async Task SealAsync()
    {
        var keyFile = CliRun.NewPath("seal.pem");
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        }

        var settings = new Dictionary<string, string?>
        {
            ["ConnectionString"] = _database.Sequencer,
            ["SigningKeyFile"] = keyFile,
            ["Origin"] = Origin,
            ["PublishedFile"] = CliRun.PublishedFileOf(_database),
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
