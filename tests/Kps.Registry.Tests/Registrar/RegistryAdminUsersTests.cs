using System.Globalization;
using Kps.Contracts;
using Kps.Registry.Passwords;
using Kps.Registry.Registrar;
using Kps.Registry.Storage;
using Kps.Registry.Users;
using Microsoft.EntityFrameworkCore;

namespace Kps.Registry.Tests.Registrar;

internal sealed class RegistryAdminUsersTests
{
    private static readonly string Number = Tckn.FromFirstNine(384_110_562).Value.ToString(CultureInfo.InvariantCulture);

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
        await _admin.AddInstitutionAsync(200, "İkinci Hastane", "İZMİR");
    }

    [Test]
    public async Task Add_DrawsAPasswordAndShowsItOnce()
    {
        var added = await _admin.AddUserAsync(User(Number, generate: true));

        Assert.That(added.IsDone, Is.True, added.Refusal?.Message);
        var password = added.Value!.Password!;
        Assert.That(password.Version, Is.EqualTo(1));
        Assert.That(password.ExpiresAt, Is.EqualTo(_clock.GetUtcNow().AddDays(180)));
        Assert.That(PasswordHash.Verify(await StoredAsync(Number), password.Generated!.Value), Is.True);
        Assert.That(added.Value.ToString(), Does.Not.Contain(password.Generated.Value.Reveal()));
    }

    [Test]
    public async Task Add_TakesAChosenPassword_AndDoesNotShowIt()
    {
        var added = await _admin.AddUserAsync(User("derya.deniz", new Secret("deniz1907")));

        Assert.That(added.Value!.Password!.Generated, Is.Null);
        Assert.That(PasswordHash.Verify(await StoredAsync("derya.deniz"), new Secret("deniz1907")), Is.True);
    }

    [Test]
    public async Task Add_WithoutPassword_LeavesNone()
    {
        var added = await _admin.AddUserAsync(User("derya.deniz"));

        Assert.That(added.Value!.Password, Is.Null);
        Assert.That((await _admin.ListUsersAsync()).Single().PasswordSetAt, Is.Null);
    }

    [Test]
    public async Task Add_WithoutExpiry_WhenTheLifetimeIsOff()
    {
        var admin = RegistryHouse.Admin(_database, _clock);
        var forEver = new RegistryAdmin(new ContextFactory(_database.Panel), new KeptJournal(), _clock) { PasswordLifetime = null };

        await forEver.AddUserAsync(User("derya.deniz", generate: true));

        Assert.That((await admin.ListUsersAsync()).Single().PasswordExpiresAt, Is.Null);
    }

    [Test]
    public async Task Add_TakenName_IsRefused_WithoutRepeatingIt()
    {
        await _admin.AddUserAsync(User(Number));

        var refusal = (await _admin.AddUserAsync(User(Number))).Refusal!;

        Assert.That(refusal.Kind, Is.EqualTo(RegistryRefusalKind.AlreadyExists));
        Assert.That(refusal.Message, Does.Not.Contain(Number));
    }

    [TestCase("")]
    [TestCase("iki kelime")]
    [TestCase(" derya")]
    [TestCase("satır\nsonu")]
    [TestCase("00000000000")]
    [TestCase("12345678901")]
    public async Task Add_RefusesBadNames(string name)
    {
        var refusal = (await _admin.AddUserAsync(User(name))).Refusal!;
        Assert.That(refusal.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    [Test]
    public async Task Add_NameOf64Characters_IsTheLongest()
    {
        Assert.That((await _admin.AddUserAsync(User(new string('k', 64)))).IsDone, Is.True);
        Assert.That((await _admin.AddUserAsync(User(new string('k', 65)))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    [Test]
    public async Task Add_RefusesWeakPasswords_UnknownInstitutionsAndApplications()
    {
        var weak = (await _admin.AddUserAsync(User("derya.deniz", new Secret("kısa")))).Refusal!;
        Assert.That(weak.Kind, Is.EqualTo(RegistryRefusalKind.PasswordRefused));
        Assert.That(weak.Message, Does.Not.Contain("kısa"));

        Assert.That((await _admin.AddUserAsync(User("derya.deniz", kurumKodu: 999))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.AddUserAsync(User("derya.deniz", application: Guid.NewGuid()))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.AddUserAsync(User("derya.deniz", new Secret("deniz1907"), generate: true))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That((await _admin.AddUserAsync(User("derya.deniz", durum: UserDurum.Silindi))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(await _admin.ListUsersAsync(), Is.Empty);
    }

    [Test]
    public async Task SetPassword_RaisesTheVersion_AndVoidsTheOld()
    {
        await _admin.AddUserAsync(User("derya.deniz", new Secret("deniz1907")));

        var set = await _admin.SetPasswordAsync("derya.deniz", null);

        Assert.That(set.Value!.Version, Is.EqualTo(2));
        Assert.That(PasswordHash.Verify(await StoredAsync("derya.deniz"), set.Value.Generated!.Value), Is.True);
        Assert.That(PasswordHash.Verify(await StoredAsync("derya.deniz"), new Secret("deniz1907")), Is.False);
        Assert.That((await _admin.SetPasswordAsync("derya.deniz", new Secret("yenisi2026"))).Value!.Generated, Is.Null);
        Assert.That((await _admin.SetPasswordAsync("derya.deniz", new Secret("x"))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.PasswordRefused));
        Assert.That((await _admin.SetPasswordAsync("baskasi", null)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
    }

    [Test]
    public async Task Delete_DestroysThePassword_AndOnlyANewApprovalLeadsBack()
    {
        await _admin.AddUserAsync(User("derya.deniz", generate: true));

        var deleted = await _admin.SetUserDurumAsync("derya.deniz", UserDurum.Silindi);

        Assert.That(deleted.Value!.Durum, Is.EqualTo(UserDurum.Silindi));
        Assert.That(deleted.Value.PasswordSetAt, Is.Null);
        Assert.That(await TestDatabase.ScalarAsync<bool>(_database.Superuser, "SELECT password_hash IS NULL AND password_version = 2 AND closed_at IS NOT NULL FROM registry.app_user"), Is.True);
        Assert.That((await _admin.SetPasswordAsync("derya.deniz", null)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.SetUserDurumAsync("derya.deniz", UserDurum.Aktif)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.SetUserDurumAsync("derya.deniz", UserDurum.OnayBekliyor)).Value!.Durum, Is.EqualTo(UserDurum.OnayBekliyor));
    }

    [Test]
    public async Task Disable_IsPasif_AndTwiceIsRefused()
    {
        await _admin.AddUserAsync(User("derya.deniz", generate: true));

        Assert.That((await _admin.DisableUserAsync("derya.deniz")).Value!.Durum, Is.EqualTo(UserDurum.Pasif));
        Assert.That((await _admin.DisableUserAsync("derya.deniz")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.DisableUserAsync("baskasi")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.SetUserDurumAsync("derya.deniz", UserDurum.Bilinmiyor)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
    }

    [Test]
    public async Task RevokeTokens_RaisesTheVersion_AndLeavesThePasswordAlone()
    {
        await _admin.AddUserAsync(User("derya.deniz", generate: true));
        var hash = await StoredAsync("derya.deniz");
        var version = await VersionAsync();

        Assert.That((await _admin.RevokeTokensAsync("derya.deniz")).Value!.UserName, Is.EqualTo("derya.deniz"));
        Assert.That(await VersionAsync(), Is.EqualTo(version + 1));
        Assert.That(await StoredAsync("derya.deniz"), Is.EqualTo(hash));
        Assert.That((await _admin.RevokeTokensAsync("baskasi")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
    }

    [Test]
    public async Task ChangeOfState_RaisesTheVersion_SoThatNoOldTokenComesBackWithTheAccount()
    {
        await _admin.AddUserAsync(User("derya.deniz", generate: true));
        var version = await VersionAsync();
        await _admin.DisableUserAsync("derya.deniz");
        await _admin.SetUserDurumAsync("derya.deniz", UserDurum.Aktif);

        Assert.That(await VersionAsync(), Is.EqualTo(version + 2));
    }

    [Test]
    public async Task EveryState_CanBeStored()
    {
        await _admin.AddUserAsync(User("derya.deniz"));

        foreach (var durum in Enum.GetValues<UserDurum>().Except([UserDurum.Bilinmiyor, UserDurum.Aktif]))
        {
            Assert.That((await _admin.SetUserDurumAsync("derya.deniz", durum)).Value?.Durum, Is.EqualTo(durum));
        }
    }

    [Test]
    public async Task List_IsPagedAndScoped()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await _admin.AddUserAsync(User(name));
        }

        await _admin.AddUserAsync(User("d", kurumKodu: 200));

        Assert.That((await _admin.ListUsersAsync(100)).Select(user => user.UserName), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That((await _admin.ListUsersAsync(skip: 1, take: 2)).Select(user => user.UserName), Is.EqualTo(new[] { "b", "c" }));
        Assert.That(await _admin.ListUsersAsync(take: int.MaxValue), Has.Count.EqualTo(4));
        Assert.That(await _admin.ListUsersAsync(999), Is.Empty);
    }

    [Test]
    public async Task Assign_WritesOncePerFirstDay()
    {
        await _admin.AddUserAsync(User("derya.deniz"));
        var from = new DateOnly(2026, 3, 1);

        Assert.That((await _admin.AssignUserAsync("derya.deniz", 200, from, from.AddDays(10))).IsDone, Is.True);
        Assert.That((await _admin.AssignUserAsync("derya.deniz", 200, from, from)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.AlreadyExists));
        Assert.That((await _admin.AssignUserAsync("derya.deniz", 100, from, from)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That((await _admin.AssignUserAsync("derya.deniz", 200, from, from.AddDays(-1))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That((await _admin.AssignUserAsync("derya.deniz", 999, from, from)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
        Assert.That((await _admin.AssignUserAsync("baskasi", 200, from, from)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
    }

    private static NewUser User(
        string name, Secret? password = null, bool generate = false, int kurumKodu = 100, Guid? application = null, UserDurum durum = UserDurum.Aktif) =>
        new()
        {
            UserName = name,
            Ad = "Derya",
            Soyad = "Deniz",
            KurumKodu = kurumKodu,
            Durum = durum,
            DefaultApplicationKod = application,
            Password = password,
            GeneratePassword = generate,
        };

    private Task<string> StoredAsync(string name) =>
        TestDatabase.ScalarAsync<string>(_database.Superuser, $"SELECT password_hash FROM registry.app_user WHERE user_name = '{name}'");

    private Task<int> VersionAsync() =>
        TestDatabase.ScalarAsync<int>(_database.Gateway, "SELECT password_version FROM registry.app_user WHERE user_name = 'derya.deniz'");

    private sealed class ContextFactory(string connectionString) : IDbContextFactory<RegistryContext>
    {
        public RegistryContext CreateDbContext() => new(RegistryContext.OptionsFor(connectionString));
    }
}
