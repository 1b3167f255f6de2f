using System.Net;
using Kps.Contracts;
using Kps.Registry.Addresses;
using Kps.Registry.Applications;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;
using Kps.Registry.Live;
using Kps.Registry.Users;

namespace Kps.Registry.Tests.Live;

internal sealed class RegistrySnapshotTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    [Test]
    public void FindUser_ComparesOrdinally_WhateverTheCulture()
    {
        var snapshot = Snapshot(users: [User("DIYAR", Institution(1))]);

        Assert.That(snapshot.FindUser("DIYAR"), Is.Not.Null);
        Assert.That(snapshot.FindUser("DİYAR"), Is.Null);
        Assert.That(snapshot.FindUser("diyar"), Is.Null);
        Assert.That(snapshot.FindUser("DIYAR "), Is.Null);
        Assert.That(snapshot.FindUser(""), Is.Null);
        Assert.That(snapshot.FindUser(null), Is.Null);
    }

    [Test]
    public void FindInstitution_ByIdAndByNumber()
    {
        var snapshot = Snapshot(institutions: [Institution(7, kurumKodu: 420)]);

        Assert.That(snapshot.FindInstitution(7)?.KurumKodu, Is.EqualTo(420));
        Assert.That(snapshot.FindInstitutionByKurumKodu(420)?.Id, Is.EqualTo(7));
        Assert.That(snapshot.FindInstitution(420), Is.Null);
        Assert.That(snapshot.FindInstitutionByKurumKodu(7), Is.Null);
    }

    [Test]
    public void IsInAnyRange_JoinsTheRangesOfAll()
    {
        var snapshot = Snapshot(institutions: [Institution(1, ranges: "192.0.2.0/25"), Institution(2, ranges: "198.51.100.7")]);

        Assert.That(snapshot.IsInAnyRange(IPAddress.Parse("192.0.2.9")), Is.True);
        Assert.That(snapshot.IsInAnyRange(IPAddress.Parse("198.51.100.7")), Is.True);
        Assert.That(snapshot.IsInAnyRange(IPAddress.Parse("192.0.2.128")), Is.False);
        Assert.That(snapshot.IsInAnyRange(null), Is.False);
    }

    [Test]
    public void Holds_LastDayIsIncluded()
    {
        var institution = Institution(1, bitis: Today);

        Assert.That(institution.Holds(KpsOperation.BilesikKisiSorgula, Today), Is.True);
        Assert.That(institution.Holds(KpsOperation.BilesikKisiSorgula, Today.AddDays(1)), Is.False);
        Assert.That(institution.Holds(KpsOperation.AileBireyleriSorgula, Today), Is.False);
        Assert.That(institution.Holds(KpsOperation.None, Today), Is.False);
    }

    [Test]
    public void FindEntitlement_TellsLapsedFromMissing()
    {
        var institution = Institution(1, bitis: Today);

        Assert.That(institution.FindEntitlement(KpsOperation.BilesikKisiSorgula)!.IsLapsedOn(Today), Is.False);
        Assert.That(institution.FindEntitlement(KpsOperation.BilesikKisiSorgula)!.IsLapsedOn(Today.AddDays(1)), Is.True);
        Assert.That(institution.FindEntitlement(KpsOperation.AileBireyleriSorgula), Is.Null);
        Assert.That(Institution(1, durum: InstitutionDurum.Kapali).FindEntitlement(KpsOperation.BilesikKisiSorgula), Is.Null);
    }

    [TestCase(InstitutionDurum.Kapali)]
    [TestCase(InstitutionDurum.Bilinmiyor)]
    public void Holds_NothingUnlessActive(InstitutionDurum durum) =>
        Assert.That(Institution(1, durum: durum).Holds(KpsOperation.BilesikKisiSorgula, Today), Is.False);

    [Test]
    public void Assignment_CountsOnItsDaysOnly()
    {
        var home = Institution(1, kurumKodu: 10);
        var other = Institution(2, kurumKodu: 20);
        var user = User("derya", home, new RegisteredAssignment(other, Today, Today.AddDays(2)));

        Assert.That(user.FindInstitution(20, Today.AddDays(-1)), Is.Null);
        Assert.That(user.FindInstitution(20, Today), Is.SameAs(other));
        Assert.That(user.FindInstitution(20, Today.AddDays(2)), Is.SameAs(other));
        Assert.That(user.FindInstitution(20, Today.AddDays(3)), Is.Null);
        Assert.That(user.FindInstitution(10, Today.AddDays(3)), Is.SameAs(home));
        Assert.That(user.FindInstitution(30, Today), Is.Null);
        Assert.That(user.InstitutionsOn(Today), Is.EqualTo(new[] { home, other }));
    }

    [Test]
    public void Application_IsHonouredUntilItsLastDay_AndNotOnceClosed()
    {
        Assert.That(Application(Today, false).IsValidOn(Today), Is.True);
        Assert.That(Application(Today, false).IsValidOn(Today.AddDays(1)), Is.False);
        Assert.That(Application(null, false).IsValidOn(Today), Is.True);
        Assert.That(Application(null, true).IsValidOn(Today), Is.False);
    }

    private static RegistrySnapshot Snapshot(RegisteredInstitution[]? institutions = null, RegisteredUser[]? users = null) =>
        new(1, DateTimeOffset.UnixEpoch, institutions ?? [], users ?? [], []);

    private static RegisteredInstitution Institution(
        int id, int kurumKodu = 100, string? ranges = null, DateOnly? bitis = null, InstitutionDurum durum = InstitutionDurum.Aktif) =>
        new([new RegisteredEntitlement(KpsOperation.BilesikKisiSorgula, "protokol", "", bitis)])
        {
            Id = id,
            KurumKodu = kurumKodu == 100 ? 100 + id : kurumKodu,
            Ad = "Deneme Devlet Hastanesi",
            Durum = durum,
            Ranges = ranges is not null && AddressRange.TryParse(ranges, out var range, out _) ? new AddressRanges([range]) : AddressRanges.Empty,
        };

    private static RegisteredUser User(string name, RegisteredInstitution home, params RegisteredAssignment[] assignments) =>
        new()
        {
            Id = 1,
            UserName = name,
            PrimaryInstitution = home,
            Assignments = assignments,
            Durum = UserDurum.Aktif,
            PasswordHash = null,
            PasswordVersion = 0,
            PasswordExpiresAt = null,
            DefaultApplication = null,
        };

    private static RegisteredApplication Application(DateOnly? bitis, bool isClosed) =>
        new() { Id = 1, Kod = Guid.NewGuid(), Firma = "F", Urun = "U", Surum = string.Empty, Nesil = ContractGeneration.V2021, Bitis = bitis, IsClosed = isClosed };
}
