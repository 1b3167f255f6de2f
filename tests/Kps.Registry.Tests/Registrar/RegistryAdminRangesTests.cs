using Kps.Registry.Registrar;

namespace Kps.Registry.Tests.Registrar;

internal sealed class RegistryAdminRangesTests
{
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
        _admin = RegistryHouse.Admin(_database);
        await _admin.AddInstitutionAsync(100, "Deneme Devlet Hastanesi", "ANKARA");
        await _admin.AddInstitutionAsync(200, "İkinci Hastane", "İZMİR");
    }

    [Test]
    public async Task Range_LivesAddListDisable()
    {
        var added = await _admin.AddRangeAsync(100, " 192.0.2.0/24 ", "poliklinik");
        Assert.That(added.IsDone, Is.True, added.Refusal?.Message);
        await _admin.AddRangeAsync(200, "2001:db8:0:1::/64", "");

        var listed = (await _admin.ListRangesAsync(100)).Single();
        Assert.That(listed.KurumKodu, Is.EqualTo(100));
        Assert.That(listed.Range.WrittenAs, Is.EqualTo("192.0.2.0/24"));
        Assert.That(listed.Range.FirstAddress.ToString(), Is.EqualTo("192.0.2.0"));
        Assert.That(listed.Range.LastAddress.ToString(), Is.EqualTo("192.0.2.255"));
        Assert.That(await _admin.ListRangesAsync(), Has.Count.EqualTo(2));

        Assert.That((await _admin.DisableRangeAsync(added.Value!.Id)).Value!.ClosedAt, Is.Not.Null);
        Assert.That((await _admin.DisableRangeAsync(added.Value.Id)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.WrongState));
        Assert.That((await _admin.DisableRangeAsync(int.MaxValue)).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
    }

    [TestCase("10.1.2.3", RangeConsents.Private)]
    [TestCase("172.20.0.0/24", RangeConsents.Private)]
    [TestCase("192.168.5.1-192.168.5.20", RangeConsents.Private)]
    [TestCase("100.64.0.1", RangeConsents.Private)]
    [TestCase("127.0.0.1", RangeConsents.Private)]
    [TestCase("::1", RangeConsents.Private)]
    [TestCase("169.254.10.0/24", RangeConsents.Private)]
    [TestCase("fe80::/64", RangeConsents.Private)]
    [TestCase("fd00::1", RangeConsents.Private)]
    [TestCase("::ffff:10.1.2.3", RangeConsents.Private)]
    [TestCase("192.0.0.0/23", RangeConsents.Wide)]
    [TestCase("198.51.100.0-198.51.101.0", RangeConsents.Wide)]
    [TestCase("2001:db8::/63", RangeConsents.Wide)]
    [TestCase("10.0.0.0/8", RangeConsents.Private | RangeConsents.Wide)]
    [TestCase("9.255.255.0-10.0.0.10", RangeConsents.Private | RangeConsents.Wide)]
    [TestCase("0.0.0.0/0", RangeConsents.Private | RangeConsents.Wide)]
    [TestCase("::/0", RangeConsents.Private | RangeConsents.Wide)]
    public async Task UnusualRange_NeedsItsConsentsSaid_AndNoFewer(string text, RangeConsents needed)
    {
        var refusal = (await _admin.AddRangeAsync(100, text, "")).Refusal!;
        Assert.That(refusal.Kind, Is.EqualTo(RegistryRefusalKind.ConsentNeeded));
        Assert.That(refusal.MissingConsents, Is.EqualTo(needed));

        var others = (RangeConsents.Private | RangeConsents.Wide | RangeConsents.Overlap) & ~needed;
        Assert.That((await _admin.AddRangeAsync(100, text, "", others)).Refusal!.MissingConsents, Is.EqualTo(needed));

        Assert.That((await _admin.AddRangeAsync(100, text, "", needed)).IsDone, Is.True);
    }

    [TestCase("198.51.100.0/24")]
    [TestCase("198.51.100.128-198.51.101.127")]
    [TestCase("2001:db8::/64")]
    [TestCase("8.8.8.8")]
    public async Task OrdinaryRange_NeedsNothing(string text)
    {
        var added = await _admin.AddRangeAsync(100, text, "");
        Assert.That(added.IsDone, Is.True, added.Refusal?.Message);
    }

    [Test]
    public async Task Overlap_WithAnotherInstitution_NeedsConfirmation_AndSaysWhose()
    {
        await _admin.AddRangeAsync(200, "192.0.2.0/25", "");

        var refusal = (await _admin.AddRangeAsync(100, "192.0.2.100-192.0.2.200", "")).Refusal!;
        Assert.That(refusal.MissingConsents, Is.EqualTo(RangeConsents.Overlap));
        Assert.That(refusal.Message, Does.Contain("200 İkinci Hastane"));

        Assert.That((await _admin.AddRangeAsync(100, "192.0.2.100-192.0.2.200", "", RangeConsents.Overlap)).IsDone, Is.True);
    }

    [Test]
    public async Task Overlap_WithAClosedRange_OrOnesOwn_NeedsNothing()
    {
        var closed = await _admin.AddRangeAsync(200, "192.0.2.0/25", "");
        await _admin.DisableRangeAsync(closed.Value!.Id);

        Assert.That((await _admin.AddRangeAsync(100, "192.0.2.0/25", "")).IsDone, Is.True);
        Assert.That((await _admin.AddRangeAsync(100, "192.0.2.0/24", "")).IsDone, Is.True);
        Assert.That((await _admin.AddRangeAsync(100, "192.0.2.0-192.0.2.127", "")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.AlreadyExists));
    }

    [Test]
    public async Task BadInput_IsRefusedWithTheReason()
    {
        var hostBits = (await _admin.AddRangeAsync(100, "192.0.2.5/24", "")).Refusal!;
        Assert.That(hostBits.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That(hostBits.Message, Does.Contain("192.0.2.0/24"));

        Assert.That((await _admin.AddRangeAsync(100, "192.0.2.5", new string('x', 501))).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.Invalid));
        Assert.That((await _admin.AddRangeAsync(999, "192.0.2.5", "")).Refusal!.Kind, Is.EqualTo(RegistryRefusalKind.NotFound));
    }
}
