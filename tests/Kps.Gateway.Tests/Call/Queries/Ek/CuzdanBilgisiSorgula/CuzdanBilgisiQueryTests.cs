using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Queries.Ek.CuzdanBilgisiSorgula;

internal sealed class CuzdanBilgisiQueryTests
{
    private const KpsOperation Operation = KpsOperation.CuzdanBilgisiSorgula;

    private static readonly string Whole = EkRequests.Of(Operation).Whole;

    private static readonly Nvi.Parametre KayitYok = new() { Kod = 2, Aciklama = "Aradığınız kriterlere uygun kayıt bulunamadı." };

    private static readonly Nvi.Parametre Place = new() { Kod = 1720, Aciklama = "ÖRNEKOVA" };

    [TestCase(1999, 12, 31, "Eski")]
    [TestCase(2000, 5, 31, "Eski")]
    [TestCase(2000, 6, 1, "Yeni")]
    [TestCase(2000, 6, null, "Yeni")]
    [TestCase(2000, 5, null, "Eski")]
    [TestCase(2000, 12, 31, "Yeni")]
    [TestCase(2001, null, null, "Yeni")]
    [TestCase(1985, null, null, "Eski")]
    [TestCase(2000, null, null, null)]
    [TestCase(2000, 0, 0, null)]
    [TestCase(null, 6, 1, null)]
    [TestCase(0, 0, 0, null)]
    [TestCase(null, null, null, null)]
    public void DayOfIssue_SaysWhatKindOfPlaceIsMeant(int? yil, int? ay, int? gun, string? tur)
    {
        var (answer, _) = Map(new Nvi.TCCuzdanBilgisi { Seri = "A12", No = 123456, VerildigiIlce = Place, VerilmeTarih = new() { Yil = yil, Ay = ay, Gun = gun } });
        var cuzdan = Sonuc(answer).NufusCuzdani!;

        Assert.That(cuzdan.CuzdanTuru, Is.EqualTo(tur));
        Assert.That(cuzdan.MaliyeSaymanligi, Is.EqualTo(tur == "Eski" ? Place.Aciklama : null));
        Assert.That((cuzdan.VerildigiIlce?.Kod, cuzdan.VerildigiIlce?.Aciklama), Is.EqualTo(tur == "Yeni" ? (Place.Kod, Place.Aciklama) : (null, null)));
        Assert.That(answer!.FieldsWithheld, Is.EqualTo(tur is null ? "NufusCuzdani/VerildigiIlce" : null));
    }

    [Test]
    public void EveryFieldOfTheBooklet_LeavesUnchangedButForThePlace() => Law.HoldsFor(EkTrees.Of<Nvi.TCCuzdanBilgisi>(), cuzdan =>
    {
        cuzdan.Seri ??= "A12";
        var left = EkTrees.Leaves(Sonuc(Map(cuzdan).Answer).NufusCuzdani);
        foreach (var added in new[] { "CuzdanTuru", "MaliyeSaymanligi", "VerildigiIlce/Kod", "VerildigiIlce/Aciklama" })
        {
            left.Remove(added);
        }

        Assert.That(left, Is.EquivalentTo(EkTrees.Leaves(cuzdan).Where(leaf => !leaf.Key.StartsWith("VerildigiIlce/", StringComparison.Ordinal))));
    });

    [Test]
    public void EveryFieldOfTheCardThatHasAPlace_LeavesUnchanged() => Law.HoldsFor(EkTrees.Of<Nvi.TCKK>(), tckk =>
    {
        tckk.SeriNo ??= "A01B23456";
        var (answer, _) = Map(cuzdan: null, tckk);
        var said = EkTrees.Leaves(tckk).Where(leaf => !leaf.Key.StartsWith("KanGrubu", StringComparison.Ordinal) && !leaf.Key.StartsWith("SurucuBelge", StringComparison.Ordinal));

        Assert.That(EkTrees.Leaves(Sonuc(answer).TCKK), Is.EquivalentTo(said));
        Assert.That(answer!.FieldsReturned, Does.StartWith("TCKK/"));
    });

    [Test]
    public void BothPapers_LeaveWithTheNumberAskedFor()
    {
        var (answer, _) = Map(new() { Seri = "A12" }, new() { SeriNo = "A01B23456" });

        Assert.That((answer!.Code, answer.FieldsReturned), Is.EqualTo((0, "NufusCuzdani/Seri TCKK/SeriNo")));
        Assert.That(Sonuc(answer).KimlikNo, Is.EqualTo(EkRequests.Citizen));
    }

    [Test]
    public void PaperWithoutARecord_IsNilAndAPaperNotToldSaysWhy()
    {
        var (answer, _) = Map(new() { HataBilgisi = KayitYok }, new() { SeriNo = "A01B23456" });
        Assert.That((Sonuc(answer).NufusCuzdani, answer!.FieldsReturned), Is.EqualTo(((NufusCuzdani?)null, "TCKK/SeriNo")));

        (answer, _) = Map(new() { HataBilgisi = new() { Kod = 8, Aciklama = "Yetkiniz yoktur." } }, new() { SeriNo = "A01B23456" });
        Assert.That((Sonuc(answer).NufusCuzdani!.HataBilgisi!.Kod, answer!.FieldsReturned), Is.EqualTo(((int?)8, "TCKK/SeriNo")));

        (answer, _) = Map(new(), new() { SeriNo = "A01B23456" });
        Assert.That(Sonuc(answer).NufusCuzdani, Is.Null, "NVİ expands what it does not have.");
    }

    private static IEnumerable<TestCaseData> Papers()
    {
        var untold = new Nvi.Parametre { Kod = 8, Aciklama = "Yetkiniz yoktur." };
        yield return Case(null, null, 2);
        yield return Case(new(), new(), 2);
        yield return Case(new() { HataBilgisi = KayitYok }, new() { HataBilgisi = KayitYok }, 2);
        yield return Case(new() { HataBilgisi = KayitYok }, new() { HataBilgisi = untold }, 8);
        yield return Case(new() { HataBilgisi = untold }, null, 8);

        static TestCaseData Case(Nvi.TCCuzdanBilgisi? cuzdan, Nvi.TCKK? tckk, int kod) =>
            new TestCaseData(cuzdan, tckk, kod).SetArgDisplayNames($"{cuzdan?.HataBilgisi?.Kod}", $"{tckk?.HataBilgisi?.Kod}", $"{kod}");
    }

    [TestCaseSource(nameof(Papers))]
    public void CitizenWithoutPapers_IsWithoutARecordUnlessNviKeepsThemBack(Nvi.TCCuzdanBilgisi? cuzdan, Nvi.TCKK? tckk, int kod) =>
        AssertRefused(Map(cuzdan, tckk), kod);

    [Test]
    public void ForeignersAndBlueCards_AreWithoutARecord()
    {
        AssertRefused(Map(new() { YabanciKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Citizen } } }), 2);
        AssertRefused(Map(new() { MaviKartliKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Citizen } } }), 2);
    }

    [Test]
    public void Nobody_IsToldWithTheWeightiestReason()
    {
        var nobody = new Nvi.BilesikKutukBilgileri
        {
            TCVatandasiKisiKutukleri = new() { HataBilgisi = KayitYok },
            YabanciKisiKutukleri = new() { KisiBilgisi = new() { HataBilgisi = KayitYok } },
        };
        AssertRefused(Map(nobody), 2);

        nobody.YabanciKisiKutukleri.KisiBilgisi.HataBilgisi = new() { Kod = 8, Aciklama = "Yetkiniz yoktur." };
        AssertRefused(Map(nobody), 8);
    }

    [Test]
    public void ReasonOfTheWholeQuery_IsPassedOn() =>
        AssertRefused(EkDesk.Map(Operation, Whole, new MernisReply<Nvi.BilesikKutukBilgileri> { Hata = new MernisHata(10, "neden") }), 10);

    [Test]
    public void NeitherPersonNorReason_IsNoAnswer() => Assert.That(Map(new Nvi.BilesikKutukBilgileri()).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));

    [Test]
    public async Task Number_IsAskedInTheThreeRegisters()
    {
        using var desk = new EkDesk();
        await desk.AskAsync(Operation, Whole, EkDesk.Hata(2));

        Assert.That(desk.Asked.Single(), Does.Contain("BilesikKutukSorgulaKimlikNoServis").And.Contain($"{EkRequests.Citizen}"));
    }

    private static void AssertRefused((MappedAnswer? Answer, CallFault? Fault) mapped, int kod)
    {
        Assert.That(mapped.Fault, Is.Null);
        var result = (EkSonucu<CuzdanBilgisi>)mapped.Answer!.Result;
        Assert.That((mapped.Answer.Code, mapped.Answer.FieldsReturned, result.Sonuc, result.HataBilgisi!.Kod), Is.EqualTo((kod, (string?)null, (CuzdanBilgisi?)null, (int?)kod)));
        Assert.That(result.HataBilgisi.Aciklama, Is.Not.Empty);
    }

    private static CuzdanBilgisi Sonuc(MappedAnswer? answer) => ((EkSonucu<CuzdanBilgisi>)answer!.Result).Sonuc!;

    private static (MappedAnswer? Answer, CallFault? Fault) Map(Nvi.TCCuzdanBilgisi? cuzdan, Nvi.TCKK? tckk = null) => Map(new Nvi.BilesikKutukBilgileri
    {
        TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TCKimlikNo = EkRequests.Citizen }, NufusCuzdaniBilgisi = cuzdan, TCKKBilgisi = tckk },
    });

    private static (MappedAnswer? Answer, CallFault? Fault) Map(Nvi.BilesikKutukBilgileri bilgi) =>
        EkDesk.Map(Operation, Whole, new MernisReply<Nvi.BilesikKutukBilgileri> { Value = bilgi });
}
