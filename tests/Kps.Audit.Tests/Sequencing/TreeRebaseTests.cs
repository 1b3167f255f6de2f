using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Kps.TestSupport;

namespace Kps.Audit.Tests.Sequencing;

public sealed class TreeRebaseTests
{
    private const string Reason = "Disk kaybı: 14 Mart yedeğine dönüldü";

    private TestDatabase _database = null!;
    private string _published = null!;

    [SetUp]
    public async Task Seal()
    {
        _database = await TestDatabase.CreateAsync();
        _published = SequencerHost.NewFile("published");
        await LogRows.AddAsync(_database, 300);
        await using var sequencer = await SequencerHost.StartAsync(_database, _published);
        await sequencer.SealedAsync(300);
    }

    [TearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Act_StandsInTheLogAndTheTreeGoesOnUnderAnotherName()
    {
        await LoseAsync();
        var report = await Rebase().PerformAsync(Reason, "operator@host", CancellationToken.None);
        Assert.That((report.Origin, report.Size, report.PublishedOrigin, report.PublishedSize), Is.EqualTo((SequencerHost.Origin + "/2", 300L, SequencerHost.Origin, 500L)));

        var entry = AuditEntry.Decode(await TestDatabase.ScalarAsync<byte[]>(
            _database.Superuser, $"SELECT entry FROM audit.entry WHERE kind = 6 AND islem_no = {report.IslemNo.Value}"));
        Assert.Multiple(() =>
        {
            Assert.That(entry.Act, Is.EqualTo(AuditAct.TreeRebased));
            Assert.That((entry.ActReason, entry.ActBy), Is.EqualTo((Reason, "operator@host")));
            Assert.That((entry.TreeSize, entry.PublishedSize), Is.EqualTo((300, 500)));
            Assert.That(entry.PublishedRoot.ToArray(), Is.EqualTo(TreeHash.Empty.ToArray()));
            Assert.That(entry.UnknownTags, Is.Empty);
        });

        await using (var sequencer = await SequencerHost.StartAsync(_database, _published))
        {
            await sequencer.SealedAsync(301);
            Assert.That(Checkpoint.Of(sequencer.Published.Last()!).Origin, Is.EqualTo(SequencerHost.Origin + "/2"));
            await LogRows.VerifyAsync(_database);
        }

        // And the same happens again.
        await LoseAsync(SequencerHost.Origin + "/2");
        Assert.That((await Rebase().PerformAsync(Reason, "operator@host", CancellationToken.None)).Origin, Is.EqualTo(SequencerHost.Origin + "/3"));
    }

    [Test]
    public async Task DatabaseFromBeforeARebase_IsRefusedAndGoesOnAfterAnother()
    {
        await new PublishedFile(_published).PublishAsync(SequencerHost.Sign(new Checkpoint(SequencerHost.Origin + "/2", 100, TreeHash.Empty)), CancellationToken.None);
        var report = await Rebase().PerformAsync(Reason, "operator@host", CancellationToken.None);
        Assert.That(report.Origin, Is.EqualTo(SequencerHost.Origin + "/3"));
        await using var sequencer = await SequencerHost.StartAsync(_database, _published);
        await sequencer.SealedAsync(301);
    }

    [TestCase("")]
    [TestCase("  ")]
    public async Task WithoutAReason_ItIsRefused(string reason)
    {
        await LoseAsync();
        Assert.That(() => Rebase().PerformAsync(reason, "operator@host", CancellationToken.None), Throws.ArgumentException);
        Assert.That(await ActsAsync(), Is.Zero);
    }

    [Test]
    public async Task WithoutALoss_ItIsRefused()
    {
        Assert.That(() => Rebase().PerformAsync(Reason, "operator@host", CancellationToken.None), Throws.InvalidOperationException);
        Assert.That(await ActsAsync(), Is.Zero);
    }

    [Test]
    public async Task WhileANodeSeals_ItIsRefused()
    {
        await using var sequencer = await SequencerHost.StartAsync(_database, _published);
        await sequencer.BecameAsync(TreeRole.Leader);
        Assert.That(() => Rebase().PerformAsync(Reason, "operator@host", CancellationToken.None), Throws.InvalidOperationException);
        Assert.That(await ActsAsync(), Is.Zero);
    }

    [Test]
    public async Task DamagedTree_IsNotMadeGoodByIt()
    {
        await LoseAsync();
        await TestDatabase.ExecuteAsync(_database.Superuser, "DELETE FROM audit.checkpoint");
        Assert.That(() => Rebase().PerformAsync(Reason, "operator@host", CancellationToken.None), Throws.TypeOf<TreeRefusedException>());
        Assert.That(await ActsAsync(), Is.Zero);
    }

    private TreeRebase Rebase() => new(
        new SequencerOptions { ConnectionString = _database.Sequencer, Origin = SequencerHost.Origin, PublishedFile = _published }, _database.Gateway, TimeProvider.System);

    /// <summary>The published checkpoint is ahead of the database, as after a restore.</summary>
    private async Task LoseAsync(string origin = SequencerHost.Origin) =>
        await new PublishedFile(_published).PublishAsync(SequencerHost.Sign(new Checkpoint(origin, 500, TreeHash.Empty)), CancellationToken.None);

    private Task<long> ActsAsync() => TestDatabase.ScalarAsync<long>(_database.Superuser, "SELECT count(*) FROM audit.entry WHERE kind = 6");
}
