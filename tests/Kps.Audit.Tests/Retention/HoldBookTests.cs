using Kps.Audit.Retention;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Retention;

public sealed class HoldBookTests
{
    private const string By = "operator@host";

    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly DateOnly Last = new(2020, 6, 1);

    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Create() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Hold_IsPlacedAndLifted_EachWithItsAct()
    {
        await using var holds = new HoldBook(_database.Panel, TimeProvider.System);
        var (id, placed) = await holds.PlaceAsync(First.AddDays(14), Last.AddDays(3), "Savcılık yazısı", "2026/Sor-117", By, CancellationToken.None);
        var hold = (await holds.ListAsync(CancellationToken.None)).Single(one => one.Id == id);
        Assert.That((hold.First, hold.Last, hold.Reason, hold.FileNo, hold.PlacedBy, hold.LiftedAt), Is.EqualTo((First, Last, "Savcılık yazısı", "2026/Sor-117", placed, (DateTimeOffset?)null)));
        var act = await ActAsync(placed);
        Assert.That((act.Act, act.ActTarget, act.ActReason, act.ActDetail), Is.EqualTo((AuditAct.HoldPlaced, "months:2020-01..2020-06", "Savcılık yazısı", "2026/Sor-117")));

        var lifted = await holds.LiftAsync(id, "Takipsizlik kararı", By, CancellationToken.None);
        Assert.That((await ActAsync(lifted)).ActTarget, Is.EqualTo($"hold:{id}"));
        hold = (await holds.ListAsync(CancellationToken.None)).Single(one => one.Id == id);
        Assert.That(hold.LiftedAt, Is.Not.Null);
        Assert.That(hold.LiftedReason, Is.EqualTo("Takipsizlik kararı"));
        var again = Assert.ThrowsAsync<RetentionRefusedException>(() => holds.LiftAsync(id, "Takipsizlik kararı", By, CancellationToken.None));
        Assert.That(again!.Refusal, Is.EqualTo(RetentionRefusal.NotFound));
    }

    [Test]
    public async Task WithoutAReason_NothingIsPlaced()
    {
        await using var holds = new HoldBook(_database.Panel, TimeProvider.System);
        var before = (await holds.ListAsync(CancellationToken.None)).Count;
        var refused = Assert.ThrowsAsync<RetentionRefusedException>(() => holds.PlaceAsync(First, Last, "kısa", null, By, CancellationToken.None));
        Assert.That(refused!.Refusal, Is.EqualTo(RetentionRefusal.ActDiffers));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => holds.PlaceAsync(Last, First, "Savcılık yazısı", null, By, CancellationToken.None));
        Assert.That(await holds.ListAsync(CancellationToken.None), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task RetentionRole_PlacesAndCannotLift()
    {
        await using var holds = new HoldBook(_database.Retention, TimeProvider.System);
        var (id, _) = await holds.PlaceAsync(First, Last, "Savcılık yazısı", null, By, CancellationToken.None);
        var refused = Assert.ThrowsAsync<PostgresException>(() => holds.LiftAsync(id, "Takipsizlik kararı", By, CancellationToken.None));
        Assert.That(refused!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
        Assert.That((await holds.ListAsync(CancellationToken.None)).Single(one => one.Id == id).LiftedAt, Is.Null);
    }

    private async Task<AuditEntry> ActAsync(IslemNo islemNo) =>
        AuditEntry.Decode(await TestDatabase.ScalarAsync<byte[]>(_database.Panel, $"SELECT entry FROM audit.act WHERE islem_no = {islemNo.Value}"));
}
