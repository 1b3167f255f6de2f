using System.Globalization;
using Kps.Audit.Acts;
using Kps.Audit.Retention;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Retention;

/// <summary>What keeps a month, tried out against the database: the command asks, the functions decide.</summary>
public sealed class MonthKeeperTests
{
    private const string By = "operator@host";
    private const string Reason = "Saklama süresi doldu";

    private TestDatabase _database = null!;
    private MonthKeeper _keeper = null!;

    /// <summary>The youngest month whose eight years are over; the one after it is the oldest whose are not.</summary>
    private static DateOnly Due => OldLog.ThisMonth.AddMonths(-97);

    [SetUp]
    public async Task Seal()
    {
        _database = await TestDatabase.CreateAsync();
        _keeper = new MonthKeeper(_database.Retention, 8, TimeProvider.System);
        await OldLog.MakeMonthsAsync(_database, 98);
        await OldLog.AddAsync(_database, OldLog.StartOf(Due).AddDays(4), 20);
        await OldLog.AddAsync(_database, OldLog.StartOf(Due.AddMonths(1)), 20, 100);
        await OldLog.AddAsync(_database, TimeProvider.System.GetUtcNow(), 20, 200);
        await OldLog.SealAsync(_database);
    }

    [TearDown]
    public async Task Drop()
    {
        await _keeper.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task List_SaysOfEveryMonthWhatBecomesOfIt()
    {
        var months = (await _keeper.ListAsync(CancellationToken.None)).ToDictionary(month => month.Month);
        Assert.That(months[Due], Is.EqualTo(months[Due] with { Rows = 20, IsCounted = true, IsSealed = true, IsStamped = null, IsDue = true, HoldId = null }));
        Assert.That(months[Due].DueAt, Is.EqualTo(OldLog.StartOf(OldLog.ThisMonth)));
        Assert.That(months[Due.AddMonths(1)].IsDue, Is.False);
        Assert.That(months.Values.Count(month => month.Obstacle == RetentionRefusal.None), Is.EqualTo(2));
        Assert.That(months, Contains.Key(OldLog.ThisMonth.AddMonths(12)));
    }

    [Test]
    public async Task Month_WithinItsTerm_Stays()
    {
        await RefusedAsync(Due.AddMonths(1), RetentionRefusal.NotDue);
        await RefusedAsync(OldLog.ThisMonth, RetentionRefusal.NotDue);
        await using var longer = new MonthKeeper(_database.Retention, 9, TimeProvider.System);
        Assert.That((await longer.ListAsync(CancellationToken.None)).Count(month => month.IsDue), Is.Zero);
    }

    [Test]
    public async Task ShorterTermThanTheDatabases_IsNotToBeHadByAsking()
    {
        await using var shorter = new MonthKeeper(_database.Retention, 1, TimeProvider.System);
        Assert.That((await shorter.ListAsync(CancellationToken.None)).Count(month => month.IsDue), Is.EqualTo(2));
        var refused = Assert.ThrowsAsync<RetentionRefusedException>(() => shorter.DestroyAsync(Due.AddMonths(20), By, Reason, CancellationToken.None));
        Assert.That(refused!.Refusal, Is.EqualTo(RetentionRefusal.NotDue));
    }

    [Test]
    public async Task Term_ChangedByTheOwner_CountsAndIsAnAct()
    {
        var (islemNo, former) = await RetentionTerm.ChangeAsync(
            _database.Superuser, _database.Retention, 1, By, "Deneme ortamı, bilerek", TimeProvider.System, CancellationToken.None);
        Assert.That((former, await _keeper.TermAsync(CancellationToken.None)), Is.EqualTo((8, 1)));
        var act = AuditEntry.Decode(await TestDatabase.ScalarAsync<byte[]>(_database.Panel, $"SELECT entry FROM audit.act WHERE islem_no = {islemNo.Value}"));
        Assert.That((act.Act, act.ActDetail), Is.EqualTo((AuditAct.TermChanged, "8 -> 1 years")));

        // What the operator asks for still counts, and is the longer one here.
        await RefusedAsync(Due.AddMonths(1), RetentionRefusal.NotDue);
        await using var shorter = new MonthKeeper(_database.Retention, 1, TimeProvider.System);
        Assert.That((await shorter.DestroyAsync(Due.AddMonths(1), By, Reason, CancellationToken.None)).Rows, Is.EqualTo(20));
    }

    [Test]
    public async Task Clock_SetAhead_MakesNothingDueWhileTheRowsTellTheTime()
    {
        await using var database = await TestDatabase.CreateAsync();
        await OldLog.MakeMonthsAsync(database, 98);
        await using var keeper = new MonthKeeper(database.Retention, 8, TimeProvider.System);
        Assert.That((await keeper.ListAsync(CancellationToken.None)).Any(month => month.IsDue), Is.False);
        await OldLog.AddAsync(database, OldLog.StartOf(Due).AddDays(4), 20);
        await OldLog.AddAsync(database, OldLog.StartOf(Due.AddMonths(90)), 1, 100);
        await OldLog.SealAsync(database);
        Assert.That((await keeper.ListAsync(CancellationToken.None)).Any(month => month.IsDue), Is.False);
    }

    [Test]
    public async Task RowWithoutSeal_KeepsItsMonth()
    {
        await OldLog.AddAsync(_database, OldLog.StartOf(Due).AddDays(5), 1, 300);
        await RefusedAsync(Due, RetentionRefusal.NotSealed);
        Assert.That((await _keeper.ListAsync(CancellationToken.None)).Single(month => month.Month == Due).Obstacle, Is.EqualTo(RetentionRefusal.NotSealed));
        await OldLog.SealAsync(_database);
        await DestroyAsync(Due, 21);
    }

    [Test]
    public async Task Stamps_WhereThereAreAny_MustCoverTheMonth()
    {
        Assert.That((await _keeper.ListAsync(CancellationToken.None)).Select(month => month.IsStamped), Has.All.Null);
        await StampAsync(size: 19, generation: 1);
        await RefusedAsync(Due, RetentionRefusal.NotStamped);

        // Forty leaves: the month's last rows lie within a batch that is sealed as a whole.
        await StampAsync(size: 60, generation: 1);
        await DestroyAsync(Due, 20);
    }

    [Test]
    public async Task Stamp_OverLeavesThatARebaseGaveAnew_DoesNotCount()
    {
        await StampAsync(size: 1000, generation: 1);
        await _database.ExecuteAsync("INSERT INTO audit.rebase (generation, islem_no, size, root, published_note) VALUES (2, 1, 10, sha256(''), '')");
        await RefusedAsync(Due, RetentionRefusal.NotStamped);
        await StampAsync(size: 60, generation: 2);
        await DestroyAsync(Due, 20);
    }

    [Test]
    public async Task Hold_KeepsTheMonthInTheDatabaseItself()
    {
        await using var holds = new HoldBook(_database.Panel, TimeProvider.System);
        var (id, _) = await holds.PlaceAsync(Due, Due.AddMonths(3), "Soruşturma dosyası", null, By, CancellationToken.None);
        await RefusedAsync(Due, RetentionRefusal.OnHold);
        await holds.LiftAsync(id, "Dosya kapandı, iade edildi", By, CancellationToken.None);
        await DestroyAsync(Due, 20);
    }

    [Test]
    public async Task Month_ThatIsNot_IsNotFound()
    {
        await RefusedAsync(Due.AddMonths(-5), RetentionRefusal.NotFound);
        await DestroyAsync(Due, 20);
        await RefusedAsync(Due, RetentionRefusal.NotFound);
    }

    [Test]
    public async Task Reader_DelaysIt_AndNoWriterWaitsMeanwhile()
    {
        await using var reader = new NpgsqlConnection(_database.Superuser);
        await reader.OpenAsync();
        await using var transaction = await reader.BeginTransactionAsync();
        await using (var read = new NpgsqlCommand("SELECT count(*) FROM audit.entry", reader, transaction))
        {
            await read.ExecuteScalarAsync();
        }

        var destroying = _keeper.DestroyAsync(Due, By, Reason, CancellationToken.None);
        for (var row = 0; row < 20; row++)
        {
            // Longer than any wait for the lock, shorter than what a call may take.
            await TestDatabase.ExecuteAsync(
                _database.Gateway + ";Command Timeout=3", $"INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (now(), {1000 + row}, 1, 'x')");
        }

        Assert.That(destroying.IsCompleted, Is.False);
        await transaction.RollbackAsync();
        Assert.That((await destroying).Rows, Is.EqualTo(20));
    }

    /// <summary>With the password of kps_retention and without the command: the function wants the act of just what it does.</summary>
    [TestCase("month:2000-01", 20, 0)]
    [TestCase(null, 19, 0)]
    [TestCase(null, null, 0)]
    [TestCase(null, 20, -2)]
    [TestCase(null, 20, 2)]
    public async Task StolenPassword_CannotWriteAFalseAct(string? target, int? rows, int days)
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow().AddDays(days));
        var act = await ActAsync(time, target ?? Target(Due), rows, Reason);
        await RefusedAsync(Due, act);
    }

    [Test]
    public async Task StolenPassword_CannotLeaveTheReasonOut()
    {
        var act = await ActAsync(TimeProvider.System, Target(Due), 20, null);
        await RefusedAsync(Due, act);
    }

    private static string Target(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"month:{month:yyyy-MM}");

    private async Task<ActRow> ActAsync(TimeProvider time, string target, int? rows, string? reason)
    {
        await using var acts = new ActLog(_database.Retention, "test", time);
        return await acts.PrepareAsync(
            new ActFacts(AuditKind.Act, AuditAct.MonthDestroyed, By)
            {
                Reason = reason,
                Target = target,
                Rows = rows,
                TreeSize = 60,
                TreeRoot = await TestDatabase.ScalarAsync<byte[]>(_database.Superuser, "SELECT root FROM audit.checkpoint WHERE size = 60"),
            },
            CancellationToken.None);
    }

    private async Task RefusedAsync(DateOnly month, ActRow act)
    {
        await using var connection = new NpgsqlConnection(_database.Retention);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT audit.destroy_month($1, 8, $2, $3, $4)", connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = month });
        act.AddTo(command);
        var error = Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteScalarAsync());
        Assert.That(error!.SqlState, Is.EqualTo("KPS05"), error.MessageText);
        await StandsAsync(month);
    }

    private async Task RefusedAsync(DateOnly month, RetentionRefusal refusal)
    {
        var refused = Assert.ThrowsAsync<RetentionRefusedException>(() => _keeper.DestroyAsync(month, By, Reason, CancellationToken.None));
        Assert.That(refused!.Refusal, Is.EqualTo(refusal), refused.Message);
        if (refusal != RetentionRefusal.NotFound)
        {
            await StandsAsync(month);
        }
    }

    private async Task StandsAsync(DateOnly month)
    {
        Assert.That((await _keeper.ListAsync(CancellationToken.None)).Select(one => one.Month), Contains.Item(month));
        Assert.That(await ActsAsync(), Is.Zero);
    }

    private async Task DestroyAsync(DateOnly month, long rows)
    {
        var before = await ActsAsync();
        Assert.That((await _keeper.DestroyAsync(month, By, Reason, CancellationToken.None)).Rows, Is.EqualTo(rows));
        Assert.That((await _keeper.ListAsync(CancellationToken.None)).Select(one => one.Month), Does.Not.Contain(month));
        Assert.That(await ActsAsync(), Is.EqualTo(before + 1));
    }

    private async Task<int> ActsAsync() =>
        (await OldLog.ColumnAsync<byte[]>(_database.Panel, "SELECT entry FROM audit.act")).Count(entry => AuditEntry.Decode(entry).Act == AuditAct.MonthDestroyed);

    /// <summary>A stamp as far as retention looks at it: the checkpoint it names need not be there.</summary>
    private Task StampAsync(long size, int generation) => _database.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SET session_replication_role = replica;
        INSERT INTO audit.anchor (covers, size, generation, token, gen_time, tsa, signer_not_after)
            VALUES ('checkpoint', {size}, {generation}, '\x30', now(), 'tsa', now() + interval '1 year');
        RESET session_replication_role
        """));
}
