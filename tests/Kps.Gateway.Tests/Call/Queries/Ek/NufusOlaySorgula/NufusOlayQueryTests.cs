using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Tests.Call.Queries.Ek.NufusOlaySorgula;

internal sealed class NufusOlayQueryTests
{
    private const KpsOperation Operation = KpsOperation.NufusOlaySorgula;

    private static readonly string Whole = EkRequests.Of(Operation).Whole;

    [Test]
    public async Task Events_AreAskedForInTheOrnekOfThePersonAlone()
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(Operation, Whole, EkDesk.Items(
            $"<Nko><Kisiler><NkoKisi><TCKimlikNo>{EkRequests.Citizen}</TCKimlikNo></NkoKisi></Kisiler><Olaylar><NkoOlay><OlayKayitNo>7</OlayKayitNo></NkoOlay></Olaylar></Nko>"));

        Assert.That(fault, Is.Null);
        Assert.That(desk.Asked.Single(), Does.Contain("NkoSorgulaTCKimlikNoServis").And.Contain(
            $"<EskiEsListele>false</EskiEsListele><NKOTipi>KisiKayitOrnek</NKOTipi><TCKimlikNo>{EkRequests.Citizen}</TCKimlikNo><Vukuatli>true</Vukuatli>"));
        Assert.That((answer!.Code, answer.FieldsReturned), Is.EqualTo((0, "Olaylar/OlayKayitNo")));
        Assert.That(Sonuc(answer).Olaylar!.Single().OlayKayitNo, Is.EqualTo(7));
        Assert.That(Sonuc(answer).KimlikNo, Is.EqualTo(EkRequests.Citizen));
    }

    [Test]
    public void Event_LeavesWithItsWordsDayAndKind()
    {
        var olay = new Nvi.NkoOlay
        {
            Ad = "AYŞE", Soyad = "ÖRNEK", Dusunce = "düşünce", OlayAciklama = "açıklama", OlayKayitNo = 7,
            OlayTarih = new() { Yil = 2001, Ay = 2 }, OlayTipi = new() { Kod = 3, Aciklama = "Evlenme" },
        };
        var left = EkTrees.Leaves(Sonuc(Map(Person(), olay).Answer));

        Assert.That(left, Is.EquivalentTo(new Dictionary<string, object>
        {
            ["KimlikNo"] = EkRequests.Citizen,
            ["Olaylar/0/Aciklama"] = "açıklama",
            ["Olaylar/0/OlayKayitNo"] = 7L,
            ["Olaylar/0/OlayTarih/Yil"] = 2001,
            ["Olaylar/0/OlayTarih/Ay"] = 2,
            ["Olaylar/0/OlayTipi/Kod"] = 3,
            ["Olaylar/0/OlayTipi/Aciklama"] = "Evlenme",
        }));

        olay.OlayAciklama = null;
        Assert.That(Sonuc(Map(Person(), olay).Answer).Olaylar!.Single().Aciklama, Is.EqualTo("düşünce"), "The register's note is all it says.");
    }

    private static IEnumerable<TestCaseData> Whose()
    {
        yield return Case("own place", true, Place(12, 3), "AYŞE");
        yield return Case("own place, earlier name", true, Place(12, 3), "AYŞECİK");
        yield return Case("brother in the same family", false, Place(12, 4), "AYŞE");
        yield return Case("earlier place, before the marriage", true, Place(99, 1), "AYŞE");
        yield return Case("earlier place, other letter case", true, Place(99, 1), "ayşe");
        yield return Case("other family, other person", false, Place(99, 1), "ALİ");
        yield return Case("no place, own name", true, null, "AYŞE");
        yield return Case("no place, other name", false, null, "ALİ");
        yield return Case("half a place, other name", false, new() { AileSiraNo = 12, CiltKod = 45 }, "ALİ");
        yield return Case("neither place nor name", true, null, null);

        static TestCaseData Case(string what, bool isOwn, Nvi.KisiKayitYeriKodBilgisi? place, string? ad) => new TestCaseData(isOwn, place, ad).SetArgDisplayNames(what);
        static Nvi.KisiKayitYeriKodBilgisi Place(int aile, int birey) => new() { IlceKod = 1720, CiltKod = 45, AileSiraNo = aile, BireySiraNo = birey };
    }

    [TestCaseSource(nameof(Whose))]
    public void EventThatSaysItIsAnothers_DoesNotLeave(bool isOwn, Nvi.KisiKayitYeriKodBilgisi? place, string? ad) =>
        Assert.That(Sonuc(Map(Person(), new Nvi.NkoOlay { Ad = ad, KayitYeri = place, OlayKayitNo = 7 }).Answer).Olaylar, Has.Count.EqualTo(isOwn ? 1 : 0));

    [Test]
    public void NoEvents_IsAnEmptyListAndARecord()
    {
        var (answer, _) = Map(Person());

        Assert.That((answer!.Code, Sonuc(answer).Olaylar!.Count), Is.EqualTo((0, 0)));
        Assert.That(Sonuc(answer).HataBilgisi, Is.Null);
    }

    [Test]
    public void EventThatIsNotTold_IsSaidSo()
    {
        var (answer, _) = Map(Person(), new Nvi.NkoOlay { OlayKayitNo = 1 }, new Nvi.NkoOlay { HataBilgisi = new() { Kod = 8, Aciklama = "Yetkiniz yoktur." } });

        Assert.That(Sonuc(answer).Olaylar!.Single().OlayKayitNo, Is.EqualTo(1));
        Assert.That(Sonuc(answer).HataBilgisi!.Kod, Is.EqualTo(8));
    }

    [TestCase(2)]
    [TestCase(8)]
    public void Nobody_IsToldWithNvisReason(int kod)
    {
        var (answer, _) = EkDesk.Map(Operation, Whole, new MernisReply<Nvi.Nko> { Value = new() { HataBilgisi = new() { Kod = kod, Aciklama = "neden" } } });
        var result = (EkSonucu<NufusOlaylari>)answer!.Result;

        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod, result.HataBilgisi.Aciklama), Is.EqualTo((kod, (NufusOlaylari?)null, (int?)kod, "neden")));
    }

    [Test]
    public void NeitherPersonNorReason_IsNoAnswer() =>
        Assert.That(EkDesk.Map(Operation, Whole, new MernisReply<Nvi.Nko> { Value = new() }).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));

    private static NufusOlaylari Sonuc(MappedAnswer? answer) => ((EkSonucu<NufusOlaylari>)answer!.Result).Sonuc!;

    private static Nvi.NkoKisi Person() => new()
    {
        TCKimlikNo = EkRequests.Citizen,
        TemelBilgisi = new() { Ad = "AYŞE", Soyad = "ÖRNEK" },
        KayitYeriBilgisi = new() { AileSiraNo = 12, BireySiraNo = 3, Cilt = new() { Kod = 45 }, Ilce = new() { Kod = 1720 } },
    };

    private static (MappedAnswer? Answer, CallFault? Fault) Map(Nvi.NkoKisi person, params Nvi.NkoOlay[] events) =>
        EkDesk.Map(Operation, Whole, new MernisReply<Nvi.Nko> { Value = new() { Kisiler = [person], Olaylar = events } });
}
