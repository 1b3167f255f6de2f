using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Kps.TestSupport;

namespace Kps.Audit.Tests.Sequencing;

/// <summary>Databases on which nothing may be signed.</summary>
public sealed class TreeGuardTests
{
    private TestDatabase _database = null!;
    private Checkpoint _head = null!;

    [SetUp]
    public async Task Seal()
    {
        _database = await TestDatabase.CreateAsync();
        await LogRows.AddAsync(_database, 700);
        await using var sequencer = await SequencerHost.StartAsync(_database);
        await sequencer.SealedAsync(700);
        _head = Checkpoint.Of(sequencer.Published.Last()!);
    }

    [TearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public Task TreeSmallerThanPublished_IsRefused() => RefusedAsync(new Checkpoint(SequencerHost.Origin, 701, _head.Root), "set back");

    [Test]
    public Task TreeWithAnotherRoot_IsRefused() => RefusedAsync(new Checkpoint(SequencerHost.Origin, 700, TreeHash.Empty), "changed");

    [Test]
    public async Task TreeWithAnotherPast_IsRefused()
    {
        var leaves = await LogRows.LeavesAsync(_database);
        leaves[3] = TreeHash.Empty;
        await RefusedAsync(new Checkpoint(SequencerHost.Origin, 300, LogRows.Root(leaves.Take(300))), "changed");
    }

    [Test]
    public Task TreeOfAnEarlierGeneration_IsRefused() => RefusedAsync(new Checkpoint(SequencerHost.Origin + "/2", 5, _head.Root), "set back");

    [TestCase("other.example/denetim")]
    [TestCase("kps.example/denetim/1")]
    [TestCase("kps.example/denetim/02")]
    [TestCase("kps.example/denetimx")]
    public Task CheckpointOfAnotherLog_IsRefused(string origin) => RefusedAsync(new Checkpoint(origin, 700, _head.Root), "log");

    [Test]
    public async Task FileThatHoldsSomethingElse_IsRefused()
    {
        var file = SequencerHost.NewFile("published");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("not a checkpoint\n", 20)));
        await RefusedAsync(file, "no checkpoint");
    }

    [Test]
    public async Task OlderCheckpointOfTheSameTree_IsAccepted()
    {
        var leaves = await LogRows.LeavesAsync(_database);
        var file = await PublishedAsync(new Checkpoint(SequencerHost.Origin, 300, LogRows.Root(leaves.Take(300))));
        await using var sequencer = await SequencerHost.StartAsync(_database, file);
        await sequencer.BecameAsync(TreeRole.Leader);
        Assert.That(Checkpoint.Of(sequencer.Published.Last()!), Is.EqualTo(_head));
    }

    [TestCase("UPDATE audit.tile SET root = sha256(root) WHERE index = 1", "another root|tampered")]
    [TestCase("DELETE FROM audit.tile WHERE index = 1", "missing")]
    [TestCase("DELETE FROM audit.checkpoint", "tampered")]
    [TestCase("DELETE FROM audit.sequenced", "tampered")]
    [TestCase("UPDATE audit.sequenced SET open_leaves = sha256('x')", "are in the database")]
    [TestCase("UPDATE audit.sequenced SET last_tx = last_tx + 1000000", "pg_resetwal")]
    public async Task TamperedTables_AreRefused(string sql, string words)
    {
        await TestDatabase.ExecuteAsync(_database.Superuser, sql);
        await RefusedAsync(await PublishedAsync(_head), words);
    }

    [Test]
    public async Task DatabaseSetBackUnderARunningNode_HaltsIt()
    {
        await using var sequencer = SequencerHost.Build(_database.Sequencer, await PublishedAsync(_head));
        await sequencer.StartAsync();
        await sequencer.BecameAsync(TreeRole.Leader);
        await TestDatabase.ExecuteAsync(_database.Superuser, "DELETE FROM audit.tile; DELETE FROM audit.sequenced; DELETE FROM audit.checkpoint");
        await TestDatabase.ExecuteAsync(_database.Superuser, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kps-sequencer' AND datname = current_database()");
        await sequencer.BecameAsync(TreeRole.Halted);
        Assert.That(sequencer.State.Halt, Does.Contain("set back"));
    }

    [Test]
    public async Task RoleThatMayRewrite_IsRefused()
    {
        await using var sequencer = SequencerHost.Build(_database.Superuser);
        var error = Assert.ThrowsAsync<InvalidOperationException>(sequencer.StartAsync);
        Assert.That(error!.Message, Does.Contain("kps_sequencer"));
    }

    private static async Task<string> PublishedAsync(Checkpoint checkpoint)
    {
        var file = SequencerHost.NewFile("published");
        await new PublishedFile(file).PublishAsync(SequencerHost.Sign(checkpoint), CancellationToken.None);
        return file;
    }

    private async Task RefusedAsync(Checkpoint published, string words) => await RefusedAsync(await PublishedAsync(published), words);

    private async Task RefusedAsync(string file, string words)
    {
        await using var sequencer = SequencerHost.Build(_database.Sequencer, file);
        var error = Assert.ThrowsAsync<TreeRefusedException>(sequencer.StartAsync);
        Assert.That(error!.Message, Does.Match(words));
    }
}
