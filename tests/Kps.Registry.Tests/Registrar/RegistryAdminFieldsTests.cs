using Kps.Contracts;
using Kps.Registry.Entitlements;
using Kps.Registry.Registrar;

namespace Kps.Registry.Tests.Registrar;

internal sealed class RegistryAdminFieldsTests
{
    private const KpsOperation Operation = KpsOperation.BilesikKisiSorgula;
    private const string Kart = "TCVatandasiKisiKutukleri/TCKKBilgisi";
    private const string Temel = "TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi";
    private const string Din = "TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din";

    private static readonly DateOnly NextYear = new(2027, 1, 31);

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
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");
        await _admin.GrantOperationAsync(100, Operation, "protokol");
    }

    [Test]
    public async Task Field_WithheldRevokedWithheldAnew_KeepsBothRows()
    {
        var first = (await _admin.WithholdFieldAsync(100, Right(Kart))).Value!;
        Assert.That((first.Izin, first.Kind, first.CreatedAt, first.ClosedAt), Is.EqualTo((false, FieldKind.Alan, _clock.GetUtcNow(), (DateTimeOffset?)null)));
        Assert.That(await RefusalAsync(_admin.WithholdFieldAsync(100, Right(Kart))), Is.EqualTo(RegistryRefusalKind.AlreadyExists));
        Assert.That(await RefusalAsync(_admin.GrantFieldAsync(100, Right(Kart))), Is.EqualTo(RegistryRefusalKind.AlreadyExists));

        Assert.That((await _admin.RevokeFieldAsync(100, Operation, FieldKind.Alan, Kart)).Value!.ClosedAt, Is.EqualTo(_clock.GetUtcNow()));
        Assert.That(await RefusalAsync(_admin.RevokeFieldAsync(100, Operation, FieldKind.Alan, Kart)), Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.GrantFieldAsync(100, Right(Kart) with { KararNo = "2026/9" })).IsDone, Is.True);

        Assert.That((await _admin.ListFieldsAsync(100)).Select(row => (row.Path, row.Izin, row.KararNo)), Is.EqualTo(new[] { (Kart, false, ""), (Kart, true, "2026/9") }));
    }

    [Test]
    public async Task List_IsByOperationKindAndPath()
    {
        await _admin.GrantOperationAsync(100, KpsOperation.TcKimlikNoSorgula, "protokol");
        await _admin.WithholdFieldAsync(100, Right("kriter/AnneAdi") with { Operation = KpsOperation.TcKimlikNoSorgula, Kind = FieldKind.Arguman });
        await _admin.WithholdFieldAsync(100, Right(Kart));
        await _admin.WithholdFieldAsync(100, Right("kimlikNo") with { Kind = FieldKind.Arguman });

        Assert.That((await _admin.ListFieldsAsync(100)).Select(row => row.Path), Is.EqualTo(new[] { "kimlikNo", Kart, "kriter/AnneAdi" }));
        Assert.That((await _admin.ListFieldsAsync(100, Operation)).Select(row => row.Path), Is.EqualTo(new[] { "kimlikNo", Kart }));
        Assert.That(await _admin.ListFieldsAsync(404), Is.Empty);
    }

    [TestCase("TCVatandasiKisiKutukleri/Yok", FieldKind.Alan)]
    [TestCase("tcvatandasikisikutukleri", FieldKind.Alan)]
    [TestCase("TCVatandasiKisiKutukleri/", FieldKind.Alan)]
    [TestCase("", FieldKind.Alan)]
    [TestCase("kimlikNo", FieldKind.Alan)]
    [TestCase("HataBilgisi", FieldKind.Alan, Description = "In every answer")]
    [TestCase("KimlikNo", FieldKind.Alan, Description = "The echo of what was asked")]
    [TestCase("AdresBilgisi/AcikAdres", FieldKind.Alan, Description = "Never in this operation")]
    [TestCase(Kart, FieldKind.Arguman)]
    [TestCase(Kart, FieldKind.None)]
    public async Task WhatARightCannotName_IsRefused(string path, FieldKind kind)
    {
        Assert.That(await RefusalAsync(_admin.WithholdFieldAsync(100, Right(path) with { Kind = kind })), Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(await RefusalAsync(_admin.GrantFieldAsync(100, Right(path) with { Kind = kind })), Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    [TestCase(KpsOperation.YetkiListesi)]
    [TestCase(KpsOperation.Issue)]
    [TestCase(KpsOperation.None)]
    public async Task OperationWithoutFields_IsRefused(KpsOperation operation)
    {
        Assert.That(await RefusalAsync(_admin.WithholdFieldAsync(100, Right(Kart) with { Operation = operation })), Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(await RefusalAsync(_admin.GrantOperationAsync(100, operation, "protokol", kapsam: EntitlementKapsam.Secili)), Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    [Test]
    public async Task EveryWrongField_IsSaidAtOnce()
    {
        var refusal = (await _admin.WithholdFieldAsync(100, new NewFieldRight(Operation, FieldKind.Alan, "Yok", "") { KararNo = new string('x', 101) })).Refusal!;

        Assert.That(refusal.Message.Split('\n'), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Withholding_MayComeBeforeTheOperation_AndGivingMayNot()
    {
        var later = Right("BeldeAdresi") with { Operation = KpsOperation.KimlikNoIleAdresBilgisiSorgula };

        Assert.That(await RefusalAsync(_admin.GrantFieldAsync(100, later)), Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.WithholdFieldAsync(100, later)).IsDone, Is.True);
    }

    [Test]
    public async Task UnknownAndClosedInstitutions_AreRefused()
    {
        Assert.That(await RefusalAsync(_admin.WithholdFieldAsync(404, Right(Kart))), Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That(await RefusalAsync(_admin.RevokeFieldAsync(404, Operation, FieldKind.Alan, Kart)), Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That(await RefusalAsync(_admin.SetScopeAsync(404, Operation, EntitlementKapsam.Secili, "protokol", true)), Is.EqualTo(RegistryRefusalKind.NotFound));
        await _admin.DisableInstitutionAsync(100);
        Assert.That(await RefusalAsync(_admin.WithholdFieldAsync(100, Right(Kart))), Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That(await RefusalAsync(_admin.SetScopeAsync(100, Operation, EntitlementKapsam.Secili, "protokol", true)), Is.EqualTo(RegistryRefusalKind.WrongState));
    }

    [Test]
    public async Task Din_NeedsAGroundOfItsOwn()
    {
        Assert.That(await RefusalAsync(_admin.GrantFieldAsync(100, Right(Din) with { Dayanak = "Protokol" })), Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That((await _admin.GrantFieldAsync(100, Right(Din) with { Dayanak = "6698 m.6/3", Bitis = NextYear })).IsDone, Is.True, "Nothing else gives it, so it may end.");
    }

    [Test]
    public async Task LastDayOfWhatIsGivenAnyhow_IsRefused()
    {
        Assert.That(await RefusalAsync(_admin.GrantFieldAsync(100, Right(Kart) with { Bitis = NextYear })), Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That(
            await RefusalAsync(_admin.GrantFieldAsync(100, Right("kimlikNo") with { Kind = FieldKind.Arguman, Bitis = NextYear })), Is.EqualTo(RegistryRefusalKind.WrongState));

        await _admin.WithholdFieldAsync(100, Right(Kart));
        Assert.That((await _admin.GrantFieldAsync(100, Right(Kart + "/SeriNo") with { Bitis = NextYear })).IsDone, Is.True);
    }

    [TestCase(Temel + "/Cinsiyet")]
    [TestCase(Temel + "/DogumTarih/Yil")]
    [TestCase(Temel + "/DogumTarih")]
    [TestCase(Temel)]
    [TestCase("YabanciKisiKutukleri")]
    public async Task WhatBreaksSoftware_IsWithheldWithConsentAlone(string path)
    {
        var refusal = (await _admin.WithholdFieldAsync(100, Right(path))).Refusal!;

        Assert.That((refusal.Kind, refusal.BreaksClients), Is.EqualTo((RegistryRefusalKind.ConsentNeeded, true)));
        Assert.That(refusal.Message, Does.Contain("KPSService").And.Contain(path.Split('/')[0]));
        Assert.That(await _admin.ListFieldsAsync(100), Is.Empty);
        Assert.That((await _admin.WithholdFieldAsync(100, Right(path) with { EvenIfClientsBreak = true })).IsDone, Is.True);
    }

    [Test]
    public async Task WhatIsWithheldAlready_BreaksNothingMore()
    {
        await _admin.WithholdFieldAsync(100, Right(Temel) with { EvenIfClientsBreak = true });

        Assert.That((await _admin.WithholdFieldAsync(100, Right(Temel + "/Cinsiyet"))).IsDone, Is.True);
    }

    [Test]
    public async Task Scope_Narrowed_NeedsConsentUnlessSoftwareCanGoOn()
    {
        Assert.That(await RefusalAsync(_admin.SetScopeAsync(100, Operation, EntitlementKapsam.Secili, "protokol")), Is.EqualTo(RegistryRefusalKind.ConsentNeeded));
        foreach (var register in new[] { "TCVatandasiKisiKutukleri", "MaviKartliKisiKutukleri", "YabanciKisiKutukleri" })
        {
            await _admin.GrantFieldAsync(100, Right($"{register}/KisiBilgisi/TemelBilgisi"));
        }

        var narrowed = await _admin.SetScopeAsync(100, Operation, EntitlementKapsam.Secili, "protokol");
        Assert.That(narrowed.Value?.Kapsam, Is.EqualTo(EntitlementKapsam.Secili), narrowed.Refusal?.Message);
        Assert.That(await _admin.ListMissingDemandedAsync(100, Operation), Is.Empty);
        Assert.That(
            await RefusalAsync(_admin.RevokeFieldAsync(100, Operation, FieldKind.Alan, Temel)), Is.EqualTo(RegistryRefusalKind.ConsentNeeded), "Revoking would withhold.");
        Assert.That((await _admin.RevokeFieldAsync(100, Operation, FieldKind.Alan, Temel, evenIfClientsBreak: true)).IsDone, Is.True);
        Assert.That(await _admin.ListMissingDemandedAsync(100, Operation), Is.EqualTo(new[] { Temel + "/Cinsiyet", Temel + "/DogumTarih/Yil" }));
    }

    [Test]
    public async Task Scope_IsRefusedWhereThereIsNothingToChange()
    {
        Assert.That(await RefusalAsync(_admin.SetScopeAsync(100, Operation, EntitlementKapsam.Tum, "protokol")), Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That(
            await RefusalAsync(_admin.SetScopeAsync(100, KpsOperation.AileBireyleriSorgula, EntitlementKapsam.Secili, "protokol")), Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That(await RefusalAsync(_admin.SetScopeAsync(100, Operation, EntitlementKapsam.None, "protokol")), Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(await RefusalAsync(_admin.SetScopeAsync(100, Operation, EntitlementKapsam.Secili, "")), Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    private static NewFieldRight Right(string path) => new(Operation, FieldKind.Alan, path, "5490 m.45");

    private static async Task<RegistryRefusalKind?> RefusalAsync<T>(Task<RegistryResult<T>> act)
        where T : class => (await act).Refusal?.Kind;
}
