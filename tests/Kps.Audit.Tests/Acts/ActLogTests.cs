using Kps.Audit.Acts;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Acts;

public sealed class ActLogTests
{
    private const string Rows = "SELECT count(*) FROM audit.entry WHERE kind IN (4, 5, 6)";

    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Create() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Row_SaysEverythingThatWasSaid()
    {
        await using var acts = new ActLog(_database.Panel, "test", TimeProvider.System);
        var hash = Enumerable.Repeat((byte)7, 32).ToArray();
        var about = await acts.WriteAsync(new ActFacts(AuditKind.Act, AuditAct.NodeStarted, "işletmen@makine"), CancellationToken.None);
        var islemNo = await acts.WriteAsync(
            new ActFacts(AuditKind.RegistryEvent, AuditAct.RangeAdded, "operator\u0001@host 12345678901")
            {
                Reason = "Yeni bina",
                ActorUserId = 3,
                UserId = 4,
                InstitutionId = 5,
                Target = "range:17",
                Detail = "10.1.0.0/16",
                About = about,
                Rows = 9,
                Sha256 = hash,
                Subject = new(2, new SubjectIndex(99)),
                TreeSize = 10,
            },
            CancellationToken.None);
        var entry = AuditEntry.Decode(await TestDatabase.ScalarAsync<byte[]>(_database.Panel, $"SELECT entry FROM audit.act WHERE islem_no = {islemNo.Value}"));
        Assert.Multiple(() =>
        {
            Assert.That((entry.Kind, entry.Act, entry.IslemNo), Is.EqualTo((AuditKind.RegistryEvent, AuditAct.RangeAdded, islemNo)));
            Assert.That((entry.ActBy, entry.ActReason), Is.EqualTo(("operator @host ###########", "Yeni bina")));
            Assert.That((entry.ActorUserId, entry.UserId, entry.InstitutionId), Is.EqualTo((3, 4, 5)));
            Assert.That((entry.ActTarget, entry.ActDetail, entry.ActAbout, entry.ActRows, entry.TreeSize), Is.EqualTo(("range:17", "10.1.0.0/16", about, 9L, 10L)));
            Assert.That(entry.ActSha256.ToArray(), Is.EqualTo(hash));
            Assert.That((entry.SubjectKeyId, entry.Subject), Is.EqualTo(((short)2, new SubjectIndex(99))));
            Assert.That(entry.UnknownTags, Is.Empty);
        });
        Assert.That(
            await TestDatabase.ScalarAsync<int>(_database.Panel, $"SELECT user_id * 10 + institution_id FROM audit.act WHERE islem_no = {islemNo.Value}"), Is.EqualTo(45));
    }

    [Test]
    public async Task Row_GoesWithTheTransactionItTellsOf()
    {
        await using var acts = new ActLog(_database.Retention, "test", TimeProvider.System);
        var before = await TestDatabase.ScalarAsync<long>(_database.Superuser, Rows);
        await using (var connection = new NpgsqlConnection(_database.Retention))
        {
            await connection.OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await acts.WriteAsync(new ActFacts(AuditKind.Act, AuditAct.HoldPlaced, "x"), connection, transaction, CancellationToken.None);
            await transaction.RollbackAsync();
        }

        Assert.That(await TestDatabase.ScalarAsync<long>(_database.Superuser, Rows), Is.EqualTo(before));
    }

    [Test]
    public async Task Call_IsNotAnAct()
    {
        await using var acts = new ActLog(_database.Panel, "test", TimeProvider.System);
        Assert.ThrowsAsync<ArgumentException>(async () => await acts.WriteAsync(new ActFacts(AuditKind.Closed, AuditAct.LogSearched, "x"), CancellationToken.None));
        await using var real = new ActLog(_database.Panel, "test", TimeProvider.System);
        var row = await real.PrepareAsync(new ActFacts(AuditKind.Act, AuditAct.LogSearched, "x"), CancellationToken.None);
        foreach (var (number, kind, entry) in new[]
        {
            (row.IslemNo.Value, 2, Convert.ToHexString(row.Entry)), (0xFFFFFFL << 36, 6, Convert.ToHexString(row.Entry)), (row.IslemNo.Value, 6, "0102"),
        })
        {
            var error = Assert.ThrowsAsync<PostgresException>(
                () => TestDatabase.ExecuteAsync(_database.Panel, $"SELECT audit.append_act(now(), {number}, {kind}::smallint, NULL, NULL, '\\x{entry}'::bytea)"));
            Assert.That(error!.SqlState, Is.EqualTo(PostgresErrorCodes.InvalidParameterValue));
        }
    }

    [TestCase("Panel")]
    [TestCase("Retention")]
    public void Role_ThatWritesActs_MayNotInsertRows(string role)
    {
        var connection = role == "Panel" ? _database.Panel : _database.Retention;
        var error = Assert.ThrowsAsync<PostgresException>(
            () => TestDatabase.ExecuteAsync(connection, "INSERT INTO audit.entry (recorded_at, islem_no, kind, entry) VALUES (now(), 1, 6, '\\x01')"));
        Assert.That(error!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }
}
