using System.Net;
using Kps.Contracts;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Live;
using Kps.Registry.Registrar;
using Kps.Registry.Users;

namespace Kps.Registry.Tests.Live;

internal sealed class RegistryFollowerTests
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    // What the product promises is two seconds; a loaded machine must not decide the test.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private TestDatabase _database = null!;
    private RegistryAdmin _admin = null!;

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        _admin = RegistryHouse.Admin(_database);
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");
    }

    [TearDown]
    public async Task TearDown() => await _database.DisposeAsync();

    [Test]
    public async Task Snapshot_ShowsEverythingTheRegistrarWrote()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        await _admin.AddInstitutionAsync(200, "İkinci Hastane", "İZMİR");
        await _admin.AddRangeAsync(100, "192.0.2.0/24", "");
        await _admin.AddRangeAsync(200, "2001:db8::1-2001:db8::9", "");
        await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "protokol");
        var application = await _admin.AddApplicationAsync(new NewApplication("Firma", "HBYS") { Nesil = ContractGeneration.V2017 });
        var added = await _admin.AddUserAsync(new NewUser
        {
            UserName = "derya.deniz",
            Ad = "Derya",
            Soyad = "Deniz",
            KurumKodu = 100,
            Durum = UserDurum.Aktif,
            DefaultApplicationKod = application.Value!.Kod,
            GeneratePassword = true,
        });
        await _admin.AssignUserAsync("derya.deniz", 200, today, today.AddDays(30));

        await using var house = await RegistryHouse.StartAsync(_database.Gateway);
        await house.SeesAsync(snapshot => snapshot.UserCount == 1);

        var user = house.Registry.Current.FindUser("derya.deniz")!;
        Assert.That(user.Id, Is.EqualTo(added.Value!.Id));
        Assert.That(user.Durum, Is.EqualTo(UserDurum.Aktif));
        Assert.That(user.PasswordVersion, Is.EqualTo(1));
        Assert.That(user.PasswordExpiresAt, Is.GreaterThan(TimeProvider.System.GetUtcNow().AddDays(179)));
        Assert.That(Passwords(user, added.Value.Password!.Generated!.Value), Is.True);
        Assert.That(user.DefaultApplication!.Kod, Is.EqualTo(application.Value.Kod));
        Assert.That(user.DefaultApplication.Nesil, Is.EqualTo(ContractGeneration.V2017));
        Assert.That(user.PrimaryInstitution, Is.SameAs(house.Registry.Current.FindInstitutionByKurumKodu(100)));
        Assert.That(user.InstitutionsOn(today).Select(institution => institution.KurumKodu), Is.EqualTo(new[] { 100, 200 }));
        Assert.That(user.PrimaryInstitution.Ad, Is.EqualTo("Deneme Devlet Hastanesi"));
        Assert.That(user.PrimaryInstitution.Holds(KpsOperation.BilesikKisiSorgula, today), Is.True);
        Assert.That(user.PrimaryInstitution.Ranges.Contains(IPAddress.Parse("192.0.2.77")), Is.True);
        Assert.That(house.Registry.Current.IsInAnyRange(IPAddress.Parse("2001:db8::5")), Is.True);
        Assert.That(house.Registry.ConfirmedAt, Is.Not.Null);

        await _admin.RevokeTokensAsync("derya.deniz");
        await house.SeesAsync(snapshot => snapshot.FindUser(user.Id)!.PasswordVersion == user.PasswordVersion + 1);
    }

    [Test]
    public async Task FieldRight_IsSeenByListenAlone()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        await _admin.GrantOperationAsync(100, KpsOperation.BilesikKisiSorgula, "protokol");
        await using var house = await RegistryHouse.StartAsync(_database.Gateway, Never);
        await house.SeesAsync(snapshot => RightIn(snapshot) is { Fields: null, Kapsam: EntitlementKapsam.Tum });
        await RegistryHouse.EventuallyAsync(() => RegistryHouse.ListenersAsync(_database).Result.Length == 1);

        // As above: only the second change is the notification's alone.
        await _admin.WithholdFieldAsync(100, Field("TCVatandasiKisiKutukleri/TCKKBilgisi"));
        await house.SeesAsync(snapshot => RightIn(snapshot)?.Fields?.IsGiven("TCVatandasiKisiKutukleri/TCKKBilgisi/SeriNo", false, today) == false);
        await _admin.GrantFieldAsync(100, Field("TCVatandasiKisiKutukleri/TCKKBilgisi/SeriNo"));

        Assert.That(
            await house.SeesAsync(snapshot => RightIn(snapshot)?.Fields?.IsGiven("TCVatandasiKisiKutukleri/TCKKBilgisi/SeriNo", false, today) == true), Is.LessThan(Promised));
        await _admin.RevokeFieldAsync(100, KpsOperation.BilesikKisiSorgula, FieldKind.Alan, "TCVatandasiKisiKutukleri/TCKKBilgisi/SeriNo");
        await _admin.RevokeFieldAsync(100, KpsOperation.BilesikKisiSorgula, FieldKind.Alan, "TCVatandasiKisiKutukleri/TCKKBilgisi");
        await house.SeesAsync(snapshot => RightIn(snapshot) is { Fields: null });
        await _admin.SetScopeAsync(100, KpsOperation.BilesikKisiSorgula, EntitlementKapsam.Secili, "protokol", evenIfClientsBreak: true);
        await house.SeesAsync(snapshot => RightIn(snapshot) is { Kapsam: EntitlementKapsam.Secili });

        static RegisteredEntitlement? RightIn(RegistrySnapshot snapshot) =>
            snapshot.FindInstitutionByKurumKodu(100)?.FindEntitlement(KpsOperation.BilesikKisiSorgula);

        static NewFieldRight Field(string path) => new(KpsOperation.BilesikKisiSorgula, FieldKind.Alan, path, "protokol");
    }

    [Test]
    public async Task Change_IsSeenByListenAlone()
    {
        await using var house = await RegistryHouse.StartAsync(_database.Gateway, Never);
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 1);
        await RegistryHouse.EventuallyAsync(() => RegistryHouse.ListenersAsync(_database).Result.Length == 1);

        // The first change may be found by the look that follows every LISTEN; the second only by its notification.
        await _admin.AddInstitutionAsync(200, "İkinci Hastane", "İZMİR");
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 2);
        await _admin.AddInstitutionAsync(300, "Üçüncü Hastane", "VAN");

        Assert.That(await house.SeesAsync(snapshot => snapshot.InstitutionCount == 3), Is.LessThan(Promised));
    }

    [Test]
    public async Task Change_IsSeenByPollingAlone()
    {
        await using var house = await RegistryHouse.StartAsync(_database.Gateway);
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 1);
        await RegistryHouse.EventuallyAsync(() => RegistryHouse.ListenersAsync(_database).Result.Length == 1);

        await ChangeSilentlyAsync("ad = 'Yeni Ad'");
        await house.SeesAsync(snapshot => snapshot.FindInstitutionByKurumKodu(100)!.Ad == "Yeni Ad");
        await ChangeSilentlyAsync("durum = 'Kapali', closed_at = now()");

        Assert.That(
            await house.SeesAsync(snapshot => snapshot.FindInstitutionByKurumKodu(100)!.Durum == InstitutionDurum.Kapali), Is.LessThan(Promised));
    }

    [Test]
    public async Task ListenKilled_ChangeIsStillSeen_AndListenComesBack()
    {
        await using var house = await RegistryHouse.StartAsync(_database.Gateway);
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 1);
        await RegistryHouse.EventuallyAsync(() => RegistryHouse.ListenersAsync(_database).Result.Length == 1);
        var killed = (await RegistryHouse.ListenersAsync(_database)).Single();

        await _database.ExecuteAsync($"SELECT pg_terminate_backend({killed})");
        await _admin.AddInstitutionAsync(200, "İkinci Hastane", "İZMİR");

        Assert.That(await house.SeesAsync(snapshot => snapshot.InstitutionCount == 2), Is.LessThan(Promised));
        await RegistryHouse.EventuallyAsync(() => RegistryHouse.ListenersAsync(_database).Result is [var pid] && pid != killed);
    }

    [Test]
    public async Task Version_GoingBack_IsAChangeToo()
    {
        await using var house = await RegistryHouse.StartAsync(_database.Gateway);
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 1);

        await _database.ExecuteAsync("UPDATE registry.registry_version SET version = 0");

        await house.SeesAsync(snapshot => snapshot.Version == 0);
    }

    [Test]
    public async Task Changed_ReachesEveryReceiver_EvenWhenOneFails()
    {
        var log = new CapturedLog();
        await using var house = await RegistryHouse.StartAsync(_database.Gateway, log: log);
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 1);
        long received = 0;
        house.Registry.Changed += _ => throw new InvalidOperationException("receiver");
        house.Registry.Changed += snapshot => Interlocked.Exchange(ref received, snapshot.Version);

        await _admin.AddInstitutionAsync(200, "İkinci Hastane", "İZMİR");
        await RegistryHouse.EventuallyAsync(() => Interlocked.Read(ref received) > 0);
        await _admin.AddInstitutionAsync(300, "Üçüncü Hastane", "VAN");

        await RegistryHouse.EventuallyAsync(() => Interlocked.Read(ref received) == house.Registry.Current.Version && house.Registry.Current.InstitutionCount == 3);
        Assert.That(log.Lines, Has.Some.Contains("A receiver of a registry change failed."));
    }

    [Test]
    public async Task DatabaseAway_LastSnapshotStays_AndReturnIsNoticed()
    {
        using var cluster = await TestCluster.StartNewAsync();
        var database = await TestDatabase.CreateAsync(cluster);
        var admin = RegistryHouse.Admin(database);
        await admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");
        var log = new CapturedLog();
        await using var house = await RegistryHouse.StartAsync(database.Gateway, log: log);
        await house.SeesAsync(snapshot => snapshot.InstitutionCount == 1);
        var before = house.Registry.Current;

        await cluster.StopAsync();
        await RegistryHouse.EventuallyAsync(() => log.Lines.Any(line => line.Contains("stays in force")));
        var confirmed = house.Registry.ConfirmedAt;

        Assert.That(house.Registry.Current, Is.SameAs(before));
        Assert.That(
            async () => await house.Failures.RecordAsync("derya", TimeProvider.System.GetUtcNow(), CancellationToken.None),
            Throws.TypeOf<RegistryUnavailableException>());
        Assert.That(house.Registry.ConfirmedAt, Is.EqualTo(confirmed), "the age must show");

        await cluster.StartAsync();
        await TestDatabase.ExecuteAsync(database.Superuser + ";Pooling=false", "UPDATE registry.institution SET ad = 'Yeni Ad'");
        await house.SeesAsync(snapshot => snapshot.FindInstitutionByKurumKodu(100)!.Ad == "Yeni Ad");
        Assert.That(log.Lines.Count(line => line.Contains("stays in force")), Is.EqualTo(1), "one line, not one a second");
        await RegistryHouse.EventuallyAsync(() => log.Lines.Any(line => line.Contains("answers again")));
    }

    [Test]
    public async Task NotLoaded_CurrentThrows_UntilTheDatabaseIsThere()
    {
        using var cluster = await TestCluster.StartNewAsync();
        var database = await TestDatabase.CreateAsync(cluster);
        await cluster.StopCleanlyAsync();
        var log = new CapturedLog();
        await using var house = await RegistryHouse.StartAsync(database.Gateway, log: log);
        await RegistryHouse.EventuallyAsync(() => log.Lines.Any(line => line.Contains("has not been loaded")));

        Assert.That(house.Registry.IsLoaded, Is.False);
        Assert.That(house.Registry.ConfirmedAt, Is.Null);
        Assert.That(() => house.Registry.Current, Throws.TypeOf<RegistryUnavailableException>());
        Assert.That(() => house.Failures.IsLocked("derya", TimeProvider.System.GetUtcNow()), Throws.TypeOf<RegistryUnavailableException>());

        await cluster.StartAsync();
        await RegistryHouse.EventuallyAsync(() => house.Registry.IsLoaded);
    }

    /// <summary>The trigger's work without its notification: what a node sees whose LISTEN hangs on a dead path.</summary>
    private Task ChangeSilentlyAsync(string assignments) =>
        _database.ExecuteAsync(
            $"""
            BEGIN;
            SET LOCAL session_replication_role = replica;
            UPDATE registry.institution SET {assignments};
            UPDATE registry.registry_version SET version = version + 1;
            COMMIT
            """);

    private static bool Passwords(RegisteredUser user, Secret password) => Registry.Passwords.PasswordHash.Verify(user.PasswordHash, password);
}
