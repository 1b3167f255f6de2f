using System.Globalization;
using Kps.Contracts;
using Kps.Registry.Entitlements;
using Kps.Registry.Journal;
using Kps.Registry.Registrar;
using Kps.Registry.Tokens;
using Kps.Registry.Users;

namespace Kps.Registry.Tests.Registrar;

/// <summary>No change without its entry, no entry without its change, and nobody's name in any of them.</summary>
internal sealed class RegistryJournalTests
{
    private static readonly string UserName = Tckn.FromFirstNine(312_456_789).Value.ToString(CultureInfo.InvariantCulture);

    private TestDatabase _database = null!;
    private KeptJournal _journal = null!;
    private RegistryAdmin _admin = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => _database = await TestDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [SetUp]
    public async Task Empty()
    {
        await RegistryHouse.EmptyAsync(_database);
        _journal = new KeptJournal();
        _admin = RegistryHouse.Admin(_database, journal: _journal);
    }

    [Test]
    public async Task EveryChange_IsAnEntryWithItsValues()
    {
        var hospital = (await _admin.AddInstitutionAsync(100, "Gizli Hastanesi", "ANKARA")).Value!;
        var second = (await _admin.AddInstitutionAsync(200, "Gizli Kliniği", "İZMİR")).Value!;
        await _admin.DisableInstitutionAsync(100);
        await _admin.ReopenInstitutionAsync(100);
        var application = (await _admin.AddApplicationAsync(new NewApplication("Firma", "Ürün", "2.1", "K-9"))).Value!;
        await _admin.DisableApplicationAsync(application.Kod);
        await _admin.ReopenApplicationAsync(application.Kod);
        var user = (await _admin.AddUserAsync(NewUser())).Value!;
        await _admin.DisableUserAsync(UserName);
        await _admin.SetUserDurumAsync(UserName, UserDurum.Aktif);
        await _admin.SetPasswordAsync(UserName, null);
        await _admin.RevokeTokensAsync(UserName);
        await _admin.AssignUserAsync(UserName, 200, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31));
        var range = (await _admin.AddRangeAsync(100, "192.0.2.0/28", "Ayşe'nin odası", RangeConsents.Private)).Value!;
        await _admin.DisableRangeAsync(range.Id);
        var right = (await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "5490 sayılı Kanun", "2026/7", new DateOnly(2027, 1, 31))).Value!;
        var given = (await _admin.GrantFieldAsync(100, Field("TCVatandasiKisiKutukleri"))).Value!;
        await _admin.SetScopeAsync(100, KpsOperation.BilesikKisiSorgula, EntitlementKapsam.Secili, "Kurul kararı", evenIfClientsBreak: true);
        await _admin.RevokeFieldAsync(100, KpsOperation.BilesikKisiSorgula, FieldKind.Alan, "TCVatandasiKisiKutukleri", evenIfClientsBreak: true);
        var withheld = (await _admin.WithholdFieldAsync(100, Field("kimlikNo") with { Kind = FieldKind.Arguman, KararNo = "2026/8", Bitis = new DateOnly(2027, 2, 1) })).Value!;
        await _admin.RevokeOperationAsync(100, KpsOperation.BilesikKisiSorgula);

        string[] expected =
        [
            $"InstitutionAdded i{hospital.Id} kurum_kodu: 100; il: ANKARA; durum: Aktif",
            $"InstitutionAdded i{second.Id} kurum_kodu: 200; il: İZMİR; durum: Aktif",
            $"InstitutionSwitched i{hospital.Id} durum: Aktif → Kapali",
            $"InstitutionSwitched i{hospital.Id} durum: Kapali → Aktif",
            $"ApplicationAdded application:{application.Id} firma: Firma; urun: Ürün; surum: 2.1; kts_no: K-9; nesil: {(int)application.Nesil}; bitis: –",
            $"ApplicationSwitched application:{application.Id} kapanis: – → #",
            $"ApplicationSwitched application:{application.Id} kapanis: # → –",
            $"UserAdded u{user.Id} i{hospital.Id} durum: Aktif; uygulama: –; sifre_surumu: 1; sifre_bitis: #",
            $"UserSwitched u{user.Id} i{hospital.Id} durum: Aktif → Pasif; sifre_surumu: 1 → 2",
            $"UserSwitched u{user.Id} i{hospital.Id} durum: Pasif → Aktif; sifre_surumu: 2 → 3",
            $"PasswordSet u{user.Id} i{hospital.Id} sifre_surumu: 3 → 4; sifre_bitis: # → #",
            $"TokensRevoked u{user.Id} i{hospital.Id} sifre_surumu: 4 → 5",
            $"UserAssigned u{user.Id} i{second.Id} assignment:# ilk_gun: 2026-12-01; son_gun: 2026-12-31",
            $"RangeAdded i{hospital.Id} range:{range.Id} adres: 192.0.2.0-192.0.2.15; onay: Private",
            $"RangeDisabled i{hospital.Id} range:{range.Id} adres: 192.0.2.0-192.0.2.15; kapanis: – → #",
            $"EntitlementAdded i{hospital.Id} entitlement:{right.Id} sorgu: BilesikKisiSorgula; kapsam: Tum; bitis: 2027-01-31; karar_no: 2026/7; dayanak: 5490 sayılı Kanun",
            $"FieldGranted i{hospital.Id} field:{given.Id} sorgu: BilesikKisiSorgula; tur: Alan; alan: TCVatandasiKisiKutukleri; bitis: –; karar_no: –; dayanak: 5490 m.45",
            $"EntitlementScoped i{hospital.Id} entitlement:{right.Id} sorgu: BilesikKisiSorgula; kapsam: Tum → Secili; dayanak: Kurul kararı",
            $"FieldRevoked i{hospital.Id} field:{given.Id} sorgu: BilesikKisiSorgula; tur: Alan; alan: TCVatandasiKisiKutukleri; izin: verilir; kapanis: – → #",
            $"FieldWithheld i{hospital.Id} field:{withheld.Id} sorgu: BilesikKisiSorgula; tur: Arguman; alan: kimlikNo; bitis: 2027-02-01; karar_no: 2026/8; dayanak: 5490 m.45",
            $"EntitlementDisabled i{hospital.Id} entitlement:{right.Id} sorgu: BilesikKisiSorgula; kapanis: – → #",
        ];
        Assert.That(_journal.Changes.Select(Line), Is.EqualTo(expected));
        Assert.That(_journal.Changes.Select(Line), Has.None.Contains("Gizli").Or.Contains(UserName).Or.Contains("Ayşe").Or.Contains("YILMAZ"));
    }

    [Test]
    public async Task Refusal_IsNoEntry()
    {
        await _admin.AddInstitutionAsync(100, "Deneme Hastanesi", "ANKARA");
        await _admin.AddUserAsync(NewUser());
        _journal.Changes.Clear();

        await _admin.AddInstitutionAsync(100, "Deneme Hastanesi", "ANKARA");
        await _admin.ReopenInstitutionAsync(100);
        await _admin.DisableInstitutionAsync(404);
        await _admin.AddUserAsync(NewUser());
        await _admin.SetUserDurumAsync(UserName, UserDurum.Aktif);
        await _admin.SetPasswordAsync("kimse", null);
        await _admin.RevokeTokensAsync("kimse");
        await _admin.AddRangeAsync(100, "0.0.0.0/0", string.Empty);
        await _admin.DisableRangeAsync(404);
        await _admin.RevokeOperationAsync(100, KpsOperation.BilesikKisiSorgula);
        await _admin.GrantFieldAsync(100, Field("TCVatandasiKisiKutukleri"));
        await _admin.WithholdFieldAsync(100, Field("TCVatandasiKisiKutukleri"));
        await _admin.RevokeFieldAsync(100, KpsOperation.BilesikKisiSorgula, FieldKind.Alan, "TCVatandasiKisiKutukleri");
        await _admin.SetScopeAsync(100, KpsOperation.BilesikKisiSorgula, EntitlementKapsam.Secili, "Kanun");
        await _admin.DisableApplicationAsync(Guid.NewGuid());

        Assert.That(_journal.Changes, Is.Empty);
    }

    [Test]
    public async Task ChangeThatCannotBeWrittenDown_HasNotHappened()
    {
        await _admin.AddInstitutionAsync(100, "Deneme Hastanesi", "ANKARA");
        await _admin.AddUserAsync(NewUser());
        _journal.Failure = new InvalidOperationException("the log refuses");

        Assert.That(async () => await _admin.AddInstitutionAsync(200, "Yeni", "ANKARA"), Throws.InvalidOperationException);
        Assert.That(async () => await _admin.DisableInstitutionAsync(100), Throws.InvalidOperationException);
        Assert.That(async () => await _admin.DisableUserAsync(UserName), Throws.InvalidOperationException);
        Assert.That(async () => await _admin.AddRangeAsync(100, "192.0.2.1", string.Empty, RangeConsents.Private), Throws.InvalidOperationException);
        Assert.That(async () => await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "Kanun"), Throws.InvalidOperationException);
        Assert.That(
            async () => await _admin.WithholdFieldAsync(100, Field("TCVatandasiKisiKutukleri/TCKKBilgisi")), Throws.InvalidOperationException);

        Assert.That((await _admin.ListInstitutionsAsync()).Select(row => (row.KurumKodu, row.ClosedAt)), Is.EqualTo(new[] { (100, (DateTimeOffset?)null) }));
        Assert.That((await _admin.ListUsersAsync()).Single().Durum, Is.EqualTo(UserDurum.Aktif));
        Assert.That(await _admin.ListRangesAsync(), Is.Empty);
        Assert.That(await _admin.ListOperationsAsync(100), Is.Empty);
        Assert.That(await _admin.ListFieldsAsync(100), Is.Empty);
    }

    [Test]
    public async Task TokenKeys_AreEntriesToo()
    {
        await _database.ExecuteAsync("TRUNCATE registry.token_key");
        var store = TokenKeyStore.Create(_database.Gateway, _journal);
        var first = Key('a');
        Assert.That(await store.EnsureFirstAsync(first, CancellationToken.None), Is.True);
        Assert.That(await store.EnsureFirstAsync(Key('b'), CancellationToken.None), Is.False);
        var id = await store.AddAsync(Key('c'), CancellationToken.None);
        Assert.That(await store.WithdrawAsync(id, TimeProvider.System.GetUtcNow(), CancellationToken.None), Is.True);
        Assert.That(await store.WithdrawAsync(id, TimeProvider.System.GetUtcNow(), CancellationToken.None), Is.False);

        Assert.That(
            _journal.Changes.Select(change => (change.Act, Convert.ToHexStringLower(change.Sha256.Span)[..1])),
            Is.EqualTo(new[] { (RegistryAct.TokenKeyRotated, "a"), (RegistryAct.TokenKeyRotated, "c"), (RegistryAct.TokenKeyWithdrawn, "c") }));
        Assert.That(_journal.Changes[2].Target, Is.EqualTo($"token-key:{id}"));

        _journal.Failure = new InvalidOperationException("the log refuses");
        Assert.That(async () => await store.AddAsync(Key('d'), CancellationToken.None), Throws.InvalidOperationException);
        Assert.That(await store.ListAsync(CancellationToken.None), Has.Count.EqualTo(2));
    }

    private static NewFieldRight Field(string path) => new(KpsOperation.BilesikKisiSorgula, FieldKind.Alan, path, "5490 m.45");

    private static NewTokenKey Key(char digit) => new(false, new byte[40], "master", new string(digit, 64), TimeProvider.System.GetUtcNow());

    private static NewUser NewUser() => new()
    {
        UserName = UserName,
        Ad = "AYŞE",
        Soyad = "YILMAZ",
        KurumKodu = 100,
        Durum = UserDurum.Aktif,
        GeneratePassword = true,
    };

    /// <summary>One line an entry; times and unknown numbers as #.</summary>
    private static string Line(RegistryChange change)
    {
        string?[] parts =
        [
            change.Act.ToString(),
            change.UserId is { } user ? $"u{user}" : null,
            change.InstitutionId is { } institution ? $"i{institution}" : null,
            change.Act == RegistryAct.UserAssigned ? "assignment:#" : change.Target,
            System.Text.RegularExpressions.Regex.Replace(change.Detail, @"\d{4}-\d\d-\d\dT[0-9:]{8}Z", "#"),
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }
}
