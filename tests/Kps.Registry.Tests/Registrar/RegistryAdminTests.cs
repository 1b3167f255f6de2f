using Kps.Contracts;
using Kps.Registry.Institutions;
using Kps.Registry.Registrar;

namespace Kps.Registry.Tests.Registrar;

internal sealed class RegistryAdminTests
{
    private readonly ManualTimeProvider _clock = new();
    private TestDatabase _database = null!;
    private RegistryAdmin _admin = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [SetUp]
    public async Task SetUp()
    {
        await RegistryHouse.EmptyAsync(_database);
        _admin = RegistryHouse.Admin(_database, _clock);
    }

    [Test]
    public async Task Institution_LivesAddListDisableReopen()
    {
        var added = await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");
        Assert.That(added.IsDone, Is.True, added.Refusal?.Message);
        Assert.That(added.Value!.CreatedAt, Is.EqualTo(_clock.GetUtcNow()));

        var closed = await _admin.DisableInstitutionAsync(100);
        Assert.That(closed.Value!.Durum, Is.EqualTo(InstitutionDurum.Kapali));
        Assert.That(closed.Value.ClosedAt, Is.EqualTo(_clock.GetUtcNow()));
        Assert.That((await _admin.DisableInstitutionAsync(100)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.ListInstitutionsAsync()).Single().Durum, Is.EqualTo(InstitutionDurum.Kapali));

        var reopened = await _admin.ReopenInstitutionAsync(100);
        Assert.That(reopened.Value!.ClosedAt, Is.Null);
        Assert.That((await _admin.ReopenInstitutionAsync(100)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
    }

    [Test]
    public async Task Institution_RefusesTakenAndUnknownNumbers()
    {
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");

        Assert.That((await _admin.AddInstitutionAsync(100, "Başkası", "VAN")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.AlreadyExists));
        Assert.That((await _admin.DisableInstitutionAsync(101)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.ListInstitutionsAsync()).Single().Ad, Is.EqualTo("Deneme Devlet Hastanesi"));
    }

    [Test]
    public async Task Institution_SaysEveryWrongField()
    {
        var refusal = (await _admin.AddInstitutionAsync(0, " Ad", new string('x', 51))).Refusal!;

        Assert.That(refusal.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(refusal.Message.Split('\n'), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Application_LivesAddListDisableReopen()
    {
        var added = await _admin.AddApplicationAsync(new NewApplication("Firma", "HBYS", "1.0", "KTS-1") { Bitis = new DateOnly(2027, 1, 1) });
        var kod = added.Value!.Kod;

        Assert.That(added.Value.Nesil, Is.EqualTo(ContractGeneration.V2021));
        Assert.That((await _admin.DisableApplicationAsync(kod)).Value!.ClosedAt, Is.EqualTo(_clock.GetUtcNow()));
        Assert.That((await _admin.DisableApplicationAsync(kod)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.ReopenApplicationAsync(kod)).Value!.ClosedAt, Is.Null);
        Assert.That((await _admin.ListApplicationsAsync()).Single().KtsNo, Is.EqualTo("KTS-1"));
    }

    [Test]
    public async Task Application_RefusesTakenUnknownAndEmptyCodes()
    {
        var kod = Guid.NewGuid();
        await _admin.AddApplicationAsync(new NewApplication("Firma", "HBYS") { Kod = kod });

        Assert.That((await _admin.AddApplicationAsync(new NewApplication("F", "U") { Kod = kod })).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.AlreadyExists));
        Assert.That((await _admin.AddApplicationAsync(new NewApplication("F", "U") { Kod = Guid.Empty })).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(
            (await _admin.AddApplicationAsync(new NewApplication("F", "U") { Nesil = ContractGeneration.None })).Refusal!.Kind,
            Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That((await _admin.DisableApplicationAsync(Guid.NewGuid())).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
    }

    [Test]
    public async Task Right_GrantedRevokedGrantedAnew_KeepsBothRows()
    {
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");

        var first = await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "protokol", "2026/1", new DateOnly(2026, 12, 31));
        Assert.That(first.IsDone, Is.True, first.Refusal?.Message);
        Assert.That(
            (await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "protokol")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.AlreadyExists));

        Assert.That((await _admin.RevokeOperationAsync(100, KpsOperation.BilesikKisiSorgula)).Value!.ClosedAt, Is.EqualTo(_clock.GetUtcNow()));
        Assert.That((await _admin.RevokeOperationAsync(100, KpsOperation.BilesikKisiSorgula)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "yeni protokol")).IsDone, Is.True);

        Assert.That((await _admin.ListOperationsAsync(100)).Select(row => row.Dayanak), Is.EqualTo(new[] { "protokol", "yeni protokol" }));
    }

    [TestCase(KpsOperation.None)]
    [TestCase(KpsOperation.Issue)]
    [TestCase((KpsOperation)99)]
    public async Task Right_ToWhatIsNoQuery_IsRefused(KpsOperation operation)
    {
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");

        Assert.That((await _admin.GrantOperationAsync(100, operation, "protokol")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    [Test]
    public async Task ClosedInstitution_GetsNothingNew()
    {
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");
        await _admin.DisableInstitutionAsync(100);

        Assert.That((await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "protokol")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.AddRangeAsync(100, "192.0.2.1", "")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
    }
}
