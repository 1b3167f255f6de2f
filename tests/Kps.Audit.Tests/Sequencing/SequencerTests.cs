using System.Diagnostics;
using Kps.Audit.Reading;
using Kps.Audit.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Sequencing;

public sealed class SequencerTests
{
    [Test]
    public async Task Calls_AreSealedAndFoundAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var log = await AuditHost.StartAsync(database);
        await using var sequencer = await SequencerHost.StartAsync(database);
        var first = await log.Log.OpenAsync(log.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        await log.Log.CloseAsync(first, SampleCalls.Outcome(), null);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => log.Log.RefuseAsync(log.NewCall(), new CallRefusal { Code = 4001, Cause = "wrong_password" }, null).AsTask()));

        // And the acts of the two keys.
        await sequencer.SealedAsync(304);

        await LogRows.VerifyAsync(database);
        using var verifier = NoteVerifier.Parse(sequencer.State.VerifierKey!);
        Assert.That(verifier.Verifies(sequencer.Published.Last()!));
        Assert.That(sequencer.Published.Last()!.ToString(), Is.EqualTo(await NewestNoteAsync(database)));
        await using var reader = new AuditReader(database.Panel, TimeProvider.System);
        var call = await reader.FindAsync(first.IslemNo, unseal: false, CancellationToken.None);
        var leaves = await LogRows.LeavesAsync(database);
        foreach (var entry in new[] { call!.Opening, call.Closing! })
        {
            var leaf = await reader.FindLeafAsync(entry, CancellationToken.None);
            Assert.That(leaves[(int)leaf!.Index], Is.EqualTo(TreeHash.OfLeaf(await EntryAsync(database, entry))));
            Assert.That(Checkpoint.Of(leaf.Checkpoint).Size, Is.GreaterThan(leaf.Index));
        }
    }

    [Test]
    public async Task EveryRow_HasItsIndex()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var sequencer = await SequencerHost.StartAsync(database);
        long size = 0;
        foreach (var count in new[] { 1, 254, 1, 1, 600, 3 })
        {
            await LogRows.AddAsync(database, count, (int)size + 1);
            size += count;
            await sequencer.SealedAsync(size);
        }

        await LogRows.VerifyAsync(database);
        Assert.That(
            await TestDatabase.ScalarAsync<long>(database.Superuser, """
                SELECT count(*) FROM (
                    SELECT row_number() OVER (ORDER BY tx, islem_no, kind, entry) - 1 AS index, audit.leaf_of(recorded_at, islem_no, kind) AS leaf FROM audit.entry) AS row
                WHERE (leaf).leaf_index = index
                """),
            Is.EqualTo(size));
    }

    [Test]
    public async Task Row_IsNotSealedWhileAnOlderTransactionIsOpen()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var sequencer = await SequencerHost.StartAsync(database);
        await sequencer.BecameAsync(TreeRole.Leader);
        await using var writer = new NpgsqlConnection(database.Gateway);
        await writer.OpenAsync();
        await using (var transaction = await writer.BeginTransactionAsync())
        {
            await using var early = new NpgsqlCommand(LogRows.Insert(3), writer, transaction);
            await early.ExecuteNonQueryAsync();
            await LogRows.AddAsync(database, 5, 100);
            await SequencerHost.UntilAsync(() => sequencer.State.WaitingRows == 5, () => $"5 rows waiting; there are {sequencer.State.WaitingRows}");
            Assert.That(sequencer.State.Lag, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(sequencer.State.Size, Is.Null);
            await transaction.CommitAsync();
        }

        await sequencer.SealedAsync(8);
        await SequencerHost.UntilAsync(() => sequencer.State.WaitingRows == 0, () => "nothing waiting");
        Assert.That(sequencer.State.Lag, Is.EqualTo(TimeSpan.Zero));
        await LogRows.VerifyAsync(database);
    }

    [Test]
    public async Task RowsOfOneNumberAndTransaction_HaveOneOrder()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestDatabase.ExecuteAsync(
            database.Gateway,
            "INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) SELECT now(), 7, 2, decode(lpad(to_hex(n), 4, '0'), 'hex') FROM generate_series(400, 1, -1) AS n");
        await using var sequencer = await SequencerHost.StartAsync(database);
        await sequencer.SealedAsync(400);
        await LogRows.VerifyAsync(database);
    }

    [Test]
    public async Task RowWithAnOlderTimeThanItsNeighbours_IsSealedInItsTurn()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestDatabase.ExecuteAsync(database.Superuser, """
            CREATE TABLE audit.entry_old (LIKE audit.entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE);
            ALTER TABLE audit.entry ATTACH PARTITION audit.entry_old FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')
            """);
        await using var sequencer = await SequencerHost.StartAsync(database);
        await LogRows.AddAsync(database, 10);
        await TestDatabase.ExecuteAsync(database.Gateway, "INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES ('2020-01-15', 11, 1, 'late')");
        await LogRows.AddAsync(database, 10, 12);
        await sequencer.SealedAsync(21);
        await LogRows.VerifyAsync(database);
        Assert.That(
            await TestDatabase.ScalarAsync<long>(database.Panel, "SELECT leaf_index FROM audit.leaf_of('2020-01-15', 11, 1::smallint)"), Is.EqualTo(10));
    }

    [Test]
    public async Task Restarted_GoesOnWithTheSameTree()
    {
        await using var database = await TestDatabase.CreateAsync();
        var published = SequencerHost.NewFile("published");
        for (var start = 0; start < 4; start++)
        {
            await using var sequencer = await SequencerHost.StartAsync(database, published);
            await LogRows.AddAsync(database, 333, (start * 333) + 1);
            await sequencer.SealedAsync((start + 1) * 333);
        }

        await LogRows.VerifyAsync(database);
        var sizes = (await File.ReadAllLinesAsync(published)).Where(line => line.Length > 0 && line.All(char.IsAsciiDigit)).Select(long.Parse).ToList();
        Assert.That(sizes, Is.Ordered.Ascending.And.Unique);
        Assert.That(sizes[^1], Is.EqualTo(4 * 333));
    }

    /// <summary>No figure is asserted; it is printed for whoever wants to know.</summary>
    [Test]
    public async Task Backlog_IsSealed()
    {
        const int Transactions = 200;
        const int RowsEach = 500;
        await using var database = await TestDatabase.CreateAsync();
        for (var transaction = 0; transaction < Transactions; transaction++)
        {
            await LogRows.AddAsync(database, RowsEach, (transaction * RowsEach) + 1);
        }

        await using var sequencer = SequencerHost.Build(database.Sequencer);
        var watch = Stopwatch.StartNew();
        await sequencer.StartAsync();
        await sequencer.SealedAsync(Transactions * RowsEach);
        TestContext.Out.WriteLine($"{Transactions * RowsEach} rows sealed in {watch.Elapsed.TotalSeconds:F2} s");
        await LogRows.VerifyAsync(database);
    }

    private static Task<string> NewestNoteAsync(TestDatabase database) =>
        TestDatabase.ScalarAsync<string>(database.Panel, "SELECT note FROM audit.tree_checkpoint ORDER BY size DESC LIMIT 1");

    private static Task<byte[]> EntryAsync(TestDatabase database, AuditEntry entry) =>
        TestDatabase.ScalarAsync<byte[]>(database.Superuser, $"SELECT entry FROM audit.entry WHERE islem_no = {entry.IslemNo.Value} AND kind = {(int)entry.Kind}");
}
