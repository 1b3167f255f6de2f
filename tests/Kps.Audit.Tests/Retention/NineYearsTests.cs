using System.Globalization;
using System.Security.Cryptography;
using Kps.Audit.Reading;
using Kps.Audit.Retention;
using Kps.Audit.Sequencing;
using Kps.Audit.Tests.Sequencing;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Retention;

/// <summary>
/// Nine years of a log: the writer on a clock that travels, sealed month by month, then retention on the day that is today. The term is eight years, so the first twelve
/// months are due; two of them are on hold.
/// </summary>
public sealed class NineYearsTests
{
    private const int Months = 108;
    private const int Due = 12;
    private const string By = "operator@host";
    private const string Reason = "Saklama süresi doldu";

    private static readonly int[] Held = [5, 6];

    private readonly List<SignedNote> _checkpoints = [];
    private readonly List<(AuditEntry Entry, byte[] Bytes, byte[] Body, long Leaf)> _kept = [];
    private TestDatabase _database = null!;
    private MasterKeyFile _master = null!;
    private string _masterPath = null!;
    private string _published = null!;
    private List<DestroyedMonth> _destroyed = null!;
    private IReadOnlyList<int> _years = null!;
    private IReadOnlyList<LogMonth> _before = null!;
    private int _hold;

    [OneTimeSetUp]
    public async Task Travel()
    {
        _database = await TestDatabase.CreateAsync();
        _published = SequencerHost.NewFile("published");
        _masterPath = AuditHost.NewMasterKey();
        _master = MasterKeyFile.Open(_masterPath);
        await OldLog.MakeMonthsAsync(_database, Months);
        await WriteAsync();
        await KeepAsync();

        await using (var holds = new HoldBook(_database.Panel, TimeProvider.System))
        {
            (_hold, _) = await holds.PlaceAsync(Month(Held[0]), Month(Held[^1]), "Soruşturma dosyası", "2026/117", By, CancellationToken.None);
        }

        await using var keeper = new MonthKeeper(_database.Retention, 8, TimeProvider.System);
        _before = await keeper.ListAsync(CancellationToken.None);
        _destroyed = await RunAsync(keeper);
        _years = await keeper.DestroyYearKeysAsync(By, Reason, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        _master.Dispose();
        await _database.DisposeAsync();
    }

    [Test]
    [Order(1)]
    public async Task Run_DestroysExactlyTheMonthsPastTheTermAndNotOnHold()
    {
        var expected = Enumerable.Range(0, Due).Except(Held).Select(Month).ToList();
        Assert.That(_destroyed.Select(month => month.Month), Is.EqualTo(expected));
        await using var keeper = new MonthKeeper(_database.Retention, 8, TimeProvider.System);
        var after = await keeper.ListAsync(CancellationToken.None);
        Assert.That(after.Select(month => month.Month), Is.EqualTo(_before.Select(month => month.Month).Except(expected)));
        Assert.That(after.Where(month => month.IsDue).Select(month => (month.Month, month.HoldId)), Is.EqualTo(Held.Select(index => (Month(index), (int?)_hold))));
        Assert.That(after.Where(month => month.Obstacle == RetentionRefusal.None), Is.Empty);
        Assert.That(_destroyed.Select(month => month.Rows), Has.All.GreaterThan(0));
    }

    [Test]
    [Order(1)]
    public async Task Acts_TellOfEveryMonthThatIsGone()
    {
        var acts = (await ActsAsync()).Where(act => act.Act == AuditAct.MonthDestroyed).ToDictionary(act => act.ActTarget!);
        Assert.That(acts, Has.Count.EqualTo(_destroyed.Count));
        foreach (var month in _destroyed)
        {
            var act = acts[string.Create(CultureInfo.InvariantCulture, $"month:{month.Month:yyyy-MM}")];
            Assert.That((act.IslemNo, act.ActRows, act.ActReason, act.ActBy), Is.EqualTo((month.IslemNo, (long?)month.Rows, Reason, By)));
            Assert.That(act.TreeSize, Is.EqualTo(Checkpoint.Of(_checkpoints[^1]).Size));
            Assert.That(act.TreeRoot.ToArray(), Is.EqualTo(Checkpoint.Of(_checkpoints[^1]).Root.ToArray()));
        }
    }

    [Test]
    [Order(1)]
    public async Task Bodies_OfMonthsThatAreGoneCannotBeOpened_OthersCan()
    {
        using var vault = await AuditVault.OpenAsync(_database.Panel, _master, CancellationToken.None);
        foreach (var (entry, _, body, _) in _kept)
        {
            if (_destroyed.Any(month => month.Month == OldLog.MonthOf(entry.RecordedAt)))
            {
                Assert.ThrowsAsync<CryptographicException>(() => vault.UnsealAsync(entry, body, CancellationToken.None));
            }
            else
            {
                Assert.That((await vault.UnsealAsync(entry, body, CancellationToken.None)).Plain.Length, Is.GreaterThan(0));
            }
        }

        Assert.That(
            await OldLog.ColumnAsync<DateOnly>(_database.Superuser, "SELECT period FROM audit.vault_key WHERE purpose = 'body' AND wrapped IS NULL ORDER BY period"),
            Is.EqualTo(_destroyed.Select(month => month.Month)));
    }

    [Test]
    [Order(1)]
    public async Task YearKey_DiesWithTheLastOfItsMonths()
    {
        var gone = _before.GroupBy(month => month.Month.Year)
            .Where(year => year.All(month => _destroyed.Any(destroyed => destroyed.Month == month.Month))).Select(year => year.Key).ToList();
        Assert.That(_years, Is.EqualTo(gone));
        Assert.That(
            await OldLog.ColumnAsync<int>(
                _database.Superuser, "SELECT extract(year FROM period)::int FROM audit.vault_key WHERE purpose = 'subject' AND wrapped IS NULL ORDER BY 1"),
            Is.EqualTo(gone));
        Assert.That((await ActsAsync()).Count(act => act.Act == AuditAct.KeyDestroyed), Is.EqualTo(gone.Count));
    }

    [Test]
    [Order(1)]
    public async Task Keys_EachHaveTheActOfTheirMaking()
    {
        // An act stands in the month it was done in, and goes with it.
        var left = _before.Select(month => month.Month).Where(month => month <= OldLog.ThisMonth).Except(_destroyed.Select(month => month.Month)).ToList();
        var yearsBegun = _before.GroupBy(month => month.Month.Year, month => month.Month).Select(year => year.Min()).Intersect(left);
        var made = (await ActsAsync()).Where(act => act.Act == AuditAct.KeyMade).Select(act => act.ActTarget);
        Assert.That(made, Is.EquivalentTo(
            left.Select(month => string.Create(CultureInfo.InvariantCulture, $"key:body:{month:yyyy-MM-dd}"))
                .Concat(yearsBegun.Select(month => string.Create(CultureInfo.InvariantCulture, $"key:subject:{month.Year}-01-01")))));
    }

    [Test]
    [Order(1)]
    public async Task EveryCheckpointOfNineYears_IsTheBeginningOfTheNewest()
    {
        await using var connection = new NpgsqlConnection(_database.Sequencer);
        await connection.OpenAsync();
        var newest = Checkpoint.Of(_checkpoints[^1]);
        using var verifier = SequencerHost.Verifier();
        foreach (var note in _checkpoints)
        {
            var old = Checkpoint.Of(note);
            var proof = await new ProofMaker(new TreeTables(connection), newest.Size).ConsistencyAsync(old.Size, CancellationToken.None);
            Assert.That(verifier.Verifies(note) && ConsistencyProof.Verify(old.Size, newest.Size, old.Root, newest.Root, proof), $"{old.Size} leaves");
        }

        Assert.That(_checkpoints, Has.Count.GreaterThan(Months));
    }

    [Test]
    [Order(1)]
    public async Task EveryRowThatIsLeft_IsFoundInTheTreeAndProven()
    {
        await using var connection = new NpgsqlConnection(_database.Sequencer);
        await connection.OpenAsync();
        var newest = Checkpoint.Of(_checkpoints[^1]);
        var maker = new ProofMaker(new TreeTables(connection), newest.Size);
        var rows = await OldLog.ColumnAsync<string[]>(
            _database.Superuser,
            $"""
            SELECT ARRAY[encode(entry, 'hex'), (SELECT leaf_index::text FROM audit.leaf_of(recorded_at, islem_no, kind))] FROM audit.entry
            WHERE tx <= (SELECT last_tx FROM audit.sequenced WHERE first_index + row_count = {newest.Size}) ORDER BY tx, islem_no, kind, entry
            """);
        foreach (var row in rows)
        {
            var leaf = TreeHash.OfLeaf(Convert.FromHexString(row[0]));
            var index = long.Parse(row[1], CultureInfo.InvariantCulture);
            Assert.That(InclusionProof.Verify(index, newest.Size, leaf, await maker.InclusionAsync(index, CancellationToken.None), newest.Root), $"leaf {index}");
        }

        Assert.That(rows, Has.Count.EqualTo(newest.Size - _destroyed.Sum(month => month.Rows)));
    }

    [Test]
    [Order(1)]
    public async Task RowThatIsGone_IsStillProvenToWhoeverKeptIt()
    {
        await using var connection = new NpgsqlConnection(_database.Sequencer);
        await connection.OpenAsync();
        var newest = Checkpoint.Of(_checkpoints[^1]);
        var maker = new ProofMaker(new TreeTables(connection), newest.Size);
        foreach (var (_, bytes, _, leaf) in _kept)
        {
            Assert.That(InclusionProof.Verify(leaf, newest.Size, TreeHash.OfLeaf(bytes), await maker.InclusionAsync(leaf, CancellationToken.None), newest.Root));
        }
    }

    [Test]
    [Order(2)]
    public async Task House_StartsAgainAndGoesOn()
    {
        await using (var host = await AuditHost.StartAsync(_database, masterKeyFile: _masterPath))
        {
            await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("after"), CancellationToken.None);
        }

        var old = Checkpoint.Of(_checkpoints[2]);
        await new PublishedFile(_published).PublishAsync(_checkpoints[2], CancellationToken.None);
        await using var sequencer = await SequencerHost.StartAsync(_database, _published);
        var size = Checkpoint.Of(_checkpoints[^1]).Size + await TestDatabase.ScalarAsync<long>(
            _database.Superuser, "SELECT count(*) FROM audit.entry WHERE tx > (SELECT max(last_tx) FROM audit.sequenced)");
        await LogRows.AddAsync(_database, 700);
        await SequencerHost.UntilAsync(() => sequencer.State.Size >= size, () => $"{size} leaves; the node is {sequencer.State.Role} {sequencer.State.Halt}");

        await using var connection = new NpgsqlConnection(_database.Sequencer);
        await connection.OpenAsync();
        var head = await new TreeTables(connection).HeadAsync(CancellationToken.None);
        var proof = await new ProofMaker(new TreeTables(connection), head.Size).ConsistencyAsync(old.Size, CancellationToken.None);
        Assert.That(ConsistencyProof.Verify(old.Size, head.Size, old.Root, head.Root, proof));
    }

    [Test]
    [Order(3)]
    public async Task HoldLifted_TheRestGoesToo()
    {
        await OldLog.AddAsync(_database, TimeProvider.System.GetUtcNow(), 1, 9_000_000);
        await OldLog.SealAsync(_database);
        await using (var holds = new HoldBook(_database.Panel, TimeProvider.System))
        {
            await holds.LiftAsync(_hold, "Dosya kapandı, karar kesinleşti", By, CancellationToken.None);
        }

        await using var keeper = new MonthKeeper(_database.Retention, 8, TimeProvider.System);
        Assert.That((await RunAsync(keeper)).Select(month => month.Month), Is.EqualTo(Held.Select(Month)));
        Assert.That(await RunAsync(keeper), Is.Empty);
    }

    private static DateOnly Month(int index) => OldLog.ThisMonth.AddMonths(index - Months);

    private static async Task<List<DestroyedMonth>> RunAsync(MonthKeeper keeper)
    {
        var destroyed = new List<DestroyedMonth>();
        foreach (var month in await keeper.ListAsync(CancellationToken.None))
        {
            if (month.Obstacle == RetentionRefusal.None)
            {
                destroyed.Add(await keeper.DestroyAsync(month.Month, By, Reason, CancellationToken.None));
            }
        }

        return destroyed;
    }

    /// <summary>Each month: calls in its middle, and one whose outcome falls into the next month, all of the turn in one batch of the tree.</summary>
    private async Task WriteAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var clock = new ManualTimeProvider(OldLog.StartOf(Month(0)).AddDays(3));
        await using var host = await AuditHost.StartAsync(_database, clock, _masterPath);
        for (var index = 0; index < Months; index++)
        {
            MoveTo(clock, OldLog.StartOf(Month(index)).AddDays(10));
            await CallAsync(host);
            await CallAsync(host);
            _checkpoints.Add(await OldLog.SealAsync(_database));

            MoveTo(clock, OldLog.StartOf(Month(index + 1)).AddMilliseconds(-2));
            await CallAsync(host);
            var ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
            MoveTo(clock, OldLog.StartOf(Month(index + 1)).AddMilliseconds(2));
            await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), SampleCalls.Text("result"));
            await CallAsync(host);
            _checkpoints.Add(await OldLog.SealAsync(_database));
        }

        MoveTo(clock, now);
        await CallAsync(host);
        _checkpoints.Add(await OldLog.SealAsync(_database));
    }

    private static void MoveTo(ManualTimeProvider clock, DateTimeOffset time) => clock.Advance(time > clock.GetUtcNow() ? time - clock.GetUtcNow() : TimeSpan.Zero);

    private static async Task CallAsync(AuditHost host)
    {
        var ticket = await host.Log.OpenAsync(host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        await host.Log.CloseAsync(ticket, SampleCalls.Outcome(), SampleCalls.Text("result"));
    }

    /// <summary>What somebody may have kept of the log: the rows with bodies of the first fifteen months, and their places.</summary>
    private async Task KeepAsync()
    {
        await using var connection = new NpgsqlConnection(_database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT entry, body, (SELECT leaf_index FROM audit.leaf_of(recorded_at, islem_no, kind)) FROM audit.entry WHERE body IS NOT NULL AND recorded_at < $1", connection);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = OldLog.StartOf(Month(15)).UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var entry = reader.GetFieldValue<byte[]>(0);
            _kept.Add((AuditEntry.Decode(entry), entry, reader.GetFieldValue<byte[]>(1), reader.GetInt64(2)));
        }
    }

    private async Task<List<AuditEntry>> ActsAsync() =>
        [.. (await OldLog.ColumnAsync<byte[]>(_database.Panel, "SELECT entry FROM audit.act WHERE kind = 6")).Select(entry => AuditEntry.Decode(entry))];
}
