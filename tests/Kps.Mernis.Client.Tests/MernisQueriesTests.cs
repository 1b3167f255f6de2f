using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests;

internal sealed class MernisQueriesTests
{
    [Test]
    public async Task MembersNotGiven_AreNotWritten()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, allowByAnalogy: true);
        await client.AskAsync(MernisQueries.KisiBilgileri(new KisiBilgileriKriteri { Soyad = "ÖRNEK" }));
        await client.AskAsync(MernisQueries.Istatistik(new IstatistikKriteri
        {
            BaslangicTarih = new DateOnly(2025, 1, 1), BitisTarih = new DateOnly(2025, 1, 1), IlKod = 6, OlayTip = IstatistikOlay.Dogum,
        }));

        var bodies = nvi.RouterRequests.ToArray();
        Assert.That(bodies[0], Does.Contain("<KisiBilgileriSorguKriteri><Soyad>ÖRNEK</Soyad></KisiBilgileriSorguKriteri>"));
        Assert.That(bodies[1], Does.Contain("<IlKod>6</IlKod><OlayTip>1</OlayTip>"));
    }

    [TestCase("KisiKayitOrnek", true, false)]
    [TestCase("AileKayitOrnek", false, true)]
    [TestCase("NufusAileKayitOrnek", true, true)]
    public async Task Extract_IsAskedAsWanted(string tur, bool vukuatli, bool eskiEsListele)
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        await client.AskAsync(MernisQueries.Nko(Answers.Person, Enum.Parse<NkoTur>(tur), vukuatli, eskiEsListele));
        Assert.That(nvi.RouterRequests.Single(), Does.Contain(
            $"<EskiEsListele>{(eskiEsListele ? "true" : "false")}</EskiEsListele><NKOTipi>{tur}</NKOTipi><TCKimlikNo>{Answers.Person.Value}</TCKimlikNo><Vukuatli>{(vukuatli ? "true" : "false")}</Vukuatli>"));
    }

    [Test]
    public void WhatCannotStandOnTheWire_IsRefusedWhenTheQueryIsMade()
    {
        Assert.That(() => MernisQueries.KisiBilgileri(new KisiBilgileriKriteri { Ad = "GİZLİ\u0001" }), Throws.ArgumentException.With.Message.Not.Contains("GİZLİ"));
        Assert.That(() => MernisQueries.KisiBilgileri(new KisiBilgileriKriteri { DogumYer = "\uD800" }), Throws.ArgumentException);
        Assert.That(() => MernisQueries.Nko(Answers.Person, (NkoTur)9, vukuatli: false, eskiEsListele: false), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => MernisQueries.Istatistik(new IstatistikKriteri { BaslangicTarih = default, BitisTarih = default, IlKod = 1, OlayTip = 0 }),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => MernisQueries.KayitYeri(null!), Throws.ArgumentNullException);
        Assert.That(() => MernisQueries.KisiBilgileri(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task QueryNobodyMade_IsRefused()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        Assert.That(async () => await client.AskAsync(default(MernisQuery<BilesikKutukBilgileri>)), Throws.InvalidOperationException);
        Assert.That(nvi.StsRequests, Is.Empty);
    }

    [Test]
    public void Query_ShowsNothingOfThePerson()
    {
        var kriter = new KisiBilgileriKriteri { Ad = "GİZLİ" };
        var place = new KayitYeriKriteri { AileSiraNo = 777, BireySiraNo = 777, CiltKod = 777, IlceKod = 777 };
        Assert.That($"{MernisQueries.BilesikKutuk(Answers.Person)}", Does.Not.Contain($"{Answers.Person.Value}"));
        Assert.That($"{kriter} {MernisQueries.KisiBilgileri(kriter)}", Does.Not.Contain("GİZLİ"));
        Assert.That($"{place} {MernisQueries.KayitYeri(place)}", Does.Not.Contain("777"));
    }
}
