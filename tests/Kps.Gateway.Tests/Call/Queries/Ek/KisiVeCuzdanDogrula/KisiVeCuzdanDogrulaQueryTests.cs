using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Queries.Ek.KisiVeCuzdanDogrula;

internal sealed class KisiVeCuzdanDogrulaQueryTests
{
    private const KpsOperation Operation = KpsOperation.KisiVeCuzdanDogrula;

    private static readonly (string, string?)[] Booklet = [("CuzdanSeri", "A12"), ("CuzdanNo", "123456")];
    private static readonly (string, string?)[] Card = [("TCKKSeriNo", "A01B23456")];

    private static readonly Nvi.Parametre KayitYok = new() { Kod = 2, Aciklama = "neden" };
    private static readonly Nvi.Parametre YetkiYok = new() { Kod = 8, Aciklama = "Yetkiniz yoktur." };

    private static IEnumerable<TestCaseData> Truths()
    {
        yield return Case("booklet", true, Booklet);
        yield return Case("chip card", true, Card);
        yield return Case("both", true, [.. Booklet, .. Card]);
        yield return Case("whole birth date", true, [.. Card, ("DogumAy", "2"), ("DogumGun", "29")]);
        yield return Case("other letter case and blanks", true, [("CuzdanSeri", "a 12"), ("CuzdanNo", "0123456"), ("Ad", " şükrü  can "), ("Soyad", "örnek")]);
        yield return Case("chip card with blanks", true, [("TCKKSeriNo", "a01 b2 3456")]);

        yield return Case("other name", false, [.. Card, ("Ad", "ŞÜKRAN")]);
        yield return Case("half a name", false, [.. Card, ("Ad", "ŞÜKRÜ")]);
        yield return Case("other family name", false, [.. Card, ("Soyad", "ORNEK")]);
        yield return Case("other year", false, [.. Card, ("DogumYil", "1981")]);
        yield return Case("other month", false, [.. Card, ("DogumAy", "3")]);
        yield return Case("other day", false, [.. Card, ("DogumAy", "2"), ("DogumGun", "28")]);
        yield return Case("other series", false, [("CuzdanSeri", "A13"), ("CuzdanNo", "123456")]);
        yield return Case("other number", false, [("CuzdanSeri", "A12"), ("CuzdanNo", "123457")]);
        yield return Case("other chip card", false, [("TCKKSeriNo", "A01B23457")]);
        yield return Case("right booklet, other chip card", false, [.. Booklet, ("TCKKSeriNo", "A01B23457")]);
        yield return Case("other booklet, right chip card", false, [.. Card, ("CuzdanSeri", "A13"), ("CuzdanNo", "123456")]);

        yield return Case("dead by state", false, Card, person => person.DurumBilgisi!.Durum!.Kod = 3);
        yield return Case("dead by date", false, Card, person => person.DurumBilgisi!.OlumTarih = new() { Yil = 2020 });
        yield return Case("state not told", true, Card, person => person.DurumBilgisi = null);
        yield return Case("name not told", false, Card, person => person.TemelBilgisi!.Ad = null);
        yield return Case("birth not told", false, Card, person => person.TemelBilgisi!.DogumTarih = null);
        yield return Case("nothing told", false, Card, person => person.TemelBilgisi = null);
        yield return Case("no number", false, Card, person => (person.TCKimlikNo, person.HataBilgisi) = (null, KayitYok));
        yield return Case("record kept back", false, Card, person => person.HataBilgisi = new() { Kod = 99, Aciklama = "kaydı paylaşıma kapalı" });

        static TestCaseData Case(string what, bool isTrue, (string, string?)[] said, Action<Nvi.TCKisiBilgisi>? change = null) =>
            new TestCaseData(isTrue, said, change).SetArgDisplayNames(what);
    }

    [TestCaseSource(nameof(Truths))]
    public void Answer_IsTrueOnlyWhenAllAgrees(bool isTrue, (string, string?)[] said, Action<Nvi.TCKisiBilgisi>? change)
    {
        var kutuk = Kutuk();
        change?.Invoke(kutuk.TCVatandasiKisiKutukleri!.KisiBilgisi!);

        AssertAnswer(Map(said, kutuk), isTrue);
    }

    private static IEnumerable<TestCaseData> Nobodies()
    {
        yield return Case("no register has it", new() { Value = new() { HataBilgisi = KayitYok } });
        yield return Case("the register says so", new() { Value = new() { TCVatandasiKisiKutukleri = new() { HataBilgisi = KayitYok } } });
        yield return Case("the query says so", new() { Hata = new MernisHata(2, "neden") });
        yield return Case("kept back in the register", new() { Value = new() { TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { HataBilgisi = YetkiYok } } } });
        yield return Case("a foreigner", new() { Value = new() { YabanciKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Citizen } } } });
        yield return Case("a blue card", new() { Value = new() { MaviKartliKisiKutukleri = new() { KisiBilgisi = new() { KimlikNo = EkRequests.Citizen } } } });

        static TestCaseData Case(string what, MernisReply<Nvi.BilesikKutukBilgileri> reply) => new TestCaseData(reply).SetArgDisplayNames(what);
    }

    [TestCaseSource(nameof(Nobodies))]
    public void NobodyAndWrongData_AreOneAndTheSameAnswer(MernisReply<Nvi.BilesikKutukBilgileri> reply)
    {
        var nobody = EkDesk.Map(Operation, EkRequests.Change(Operation, Card), reply);
        var wrong = Map([.. Card, ("Ad", "YANLIŞ")], Kutuk());

        AssertAnswer(nobody, isTrue: false);
        Assert.That(
            (nobody.Answer!.Code, nobody.Answer.FieldsReturned, nobody.Answer.FieldsWithheld),
            Is.EqualTo((wrong.Answer!.Code, wrong.Answer.FieldsReturned, wrong.Answer.FieldsWithheld)));
        Assert.That(Sealed(nobody.Answer), Is.EqualTo(Sealed(wrong.Answer)));

        static byte[] Sealed(MappedAnswer answer) => Contracts.Answers.AnswerCodec.Encode(Operation, ContractGeneration.V2021, answer.Result).ToArray();
    }

    [Test]
    public void PersonWithoutThatCard_IsNotVerified()
    {
        foreach (var hata in new Nvi.Parametre?[] { null, KayitYok })
        {
            var kutuk = Kutuk();
            kutuk.TCVatandasiKisiKutukleri!.TCKKBilgisi = hata is null ? null : new() { HataBilgisi = hata };
            kutuk.TCVatandasiKisiKutukleri.NufusCuzdaniBilgisi = hata is null ? null : new() { HataBilgisi = hata };

            AssertAnswer(Map(Card, kutuk), isTrue: false);
            AssertAnswer(Map(Booklet, kutuk), isTrue: false);
        }
    }

    [Test]
    public void CardTheRegisterTakesBack_IsNotVerified()
    {
        var kutuk = Kutuk();
        kutuk.TCVatandasiKisiKutukleri!.TCKKBilgisi!.HataBilgisi = KayitYok;
        kutuk.TCVatandasiKisiKutukleri.NufusCuzdaniBilgisi!.HataBilgisi = KayitYok;

        AssertAnswer(Map(Card, kutuk), isTrue: false);
        AssertAnswer(Map(Booklet, kutuk), isTrue: false);
    }

    [Test]
    public void CardNviKeepsBack_IsToldOnlyToWhoeverIsRightAboutTheRest()
    {
        var kutuk = Kutuk();
        kutuk.TCVatandasiKisiKutukleri!.TCKKBilgisi = new() { HataBilgisi = YetkiYok };

        var (answer, _) = Map(Card, kutuk);
        var result = (EkSonucu<Dogrulama>)answer!.Result;
        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod), Is.EqualTo((8, (Dogrulama?)null, (int?)8)));

        AssertAnswer(Map([.. Card, ("Ad", "YANLIŞ")], kutuk), isTrue: false);
        AssertAnswer(Map([.. Card, ("CuzdanSeri", "A13"), ("CuzdanNo", "123456")], kutuk), isTrue: false);
        AssertAnswer(Map(Booklet, kutuk), isTrue: true);
        Assert.That(Map([.. Card, .. Booklet], kutuk).Answer!.Code, Is.EqualTo(8));

        kutuk.TCVatandasiKisiKutukleri.NufusCuzdaniBilgisi = new() { HataBilgisi = YetkiYok };
        kutuk.TCVatandasiKisiKutukleri.TCKKBilgisi = new() { SeriNo = "A01B23456" };
        Assert.That(Map([.. Card, .. Booklet], kutuk).Answer!.Code, Is.EqualTo(8));
        AssertAnswer(Map([("TCKKSeriNo", "A01B23457"), .. Booklet], kutuk), isTrue: false);
    }

    [Test]
    public void ReasonOfTheWholeQuery_IsPassedOn()
    {
        var (answer, _) = EkDesk.Map(Operation, EkRequests.Change(Operation, Card), new MernisReply<Nvi.BilesikKutukBilgileri> { Hata = new MernisHata(8, "Yetkiniz yoktur.") });
        var result = (EkSonucu<Dogrulama>)answer!.Result;

        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod, result.HataBilgisi.Aciklama), Is.EqualTo((8, (Dogrulama?)null, (int?)8, "Yetkiniz yoktur.")));
    }

    [Test]
    public void NeitherPersonNorReason_IsNoAnswer()
    {
        Assert.That(Map(Card, new()).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));
        Assert.That(EkDesk.Map(Operation, EkRequests.Change(Operation, Card), new MernisReply<Nvi.BilesikKutukBilgileri>()).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));
    }

    private static IEnumerable<TestCaseData> Criteria()
    {
        yield return Case("no card", FaultCode.InvalidCriterion, "CuzdanSeri ile CuzdanNo ya da TCKKSeriNo (en az biri)");
        yield return Case("series alone", FaultCode.InvalidCriterion, "CuzdanSeri ile CuzdanNo (birlikte)", ("CuzdanSeri", "A12"));
        yield return Case("number alone", FaultCode.InvalidCriterion, "CuzdanSeri ile CuzdanNo (birlikte)", ("CuzdanNo", "123456"), ("TCKKSeriNo", "A01B23456"));
        yield return Case("number zero", FaultCode.InvalidCriterion, "CuzdanNo", ("CuzdanSeri", "A12"), ("CuzdanNo", "0"));
        yield return Case("series that is none", FaultCode.InvalidCriterion, "CuzdanSeri", ("CuzdanSeri", "A-12"), ("CuzdanNo", "123456"));
        yield return Case("serial too long", FaultCode.InvalidCriterion, "TCKKSeriNo", ("TCKKSeriNo", new string('A', 21)));
        yield return Case("serial at its longest", null, null, ("TCKKSeriNo", new string('A', 20)));
        yield return Case("serial with a question mark", FaultCode.BrokenName, "TCKKSeriNo", ("TCKKSeriNo", "?01B23456"));
        yield return Case("name with a question mark", FaultCode.BrokenName, "Ad", ("Ad", "?ÜKRÜ"), ("TCKKSeriNo", "A01B23456"));
        yield return Case("family name with a digit", FaultCode.InvalidCriterion, "Soyad", ("Soyad", "0RNEK"), ("TCKKSeriNo", "A01B23456"));
        yield return Case("born tomorrow", FaultCode.InvalidDate, "Doğum tarihi (DogumYil, DogumAy, DogumGun)", ("DogumYil", "2026"), ("DogumAy", "3"), ("DogumGun", "15"), ("TCKKSeriNo", "A01B23456"));
        yield return Case("born before 1900", FaultCode.InvalidDate, "Doğum tarihi (DogumYil, DogumAy, DogumGun)", ("DogumYil", "1899"), ("TCKKSeriNo", "A01B23456"));
        yield return Case("day without month", FaultCode.InvalidDate, "Doğum tarihi (DogumYil, DogumAy, DogumGun)", ("DogumGun", "29"), ("TCKKSeriNo", "A01B23456"));
        yield return Case("no such day", FaultCode.InvalidDate, "Doğum tarihi (DogumYil, DogumAy, DogumGun)", ("DogumAy", "2"), ("DogumGun", "30"), ("TCKKSeriNo", "A01B23456"));

        static TestCaseData Case(string what, FaultCode? code, string? subject, params (string, string?)[] said) =>
            new TestCaseData(code, subject, said).SetArgDisplayNames(what);
    }

    [TestCaseSource(nameof(Criteria))]
    public void CriteriaThatCannotBe_AreNamed(FaultCode? code, string? subject, (string, string?)[] said)
    {
        var fault = EkDesk.Check(Operation, EkRequests.Change(Operation, said));

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo((code, subject)));
    }

    [Test]
    public async Task Nvi_IsAskedForTheNumberAndNothingElse()
    {
        using var desk = new EkDesk();
        var (answer, _) = await desk.AskAsync(Operation, EkRequests.Change(Operation, Card), EkDesk.Hata(2));

        AssertAnswer((answer, null), isTrue: false);
        Assert.That(desk.Asked.Single(), Does.Contain("BilesikKutukSorgulaKimlikNoServis").And.Contain($"{EkRequests.Citizen}").And.Not.Contain("ÖRNEK").And.Not.Contain("A01B23456"));
    }

    private static void AssertAnswer((MappedAnswer? Answer, CallFault? Fault) mapped, bool isTrue)
    {
        Assert.That(mapped.Fault, Is.Null);
        Assert.That((mapped.Answer!.Code, mapped.Answer.FieldsReturned, mapped.Answer.FieldsWithheld), Is.EqualTo((0, "Dogrulandi", (string?)null)));
        Assert.That(EkTrees.Leaves(mapped.Answer.Result), Is.EquivalentTo(new Dictionary<string, object> { ["Sonuc/Dogrulandi"] = isTrue }), "Nothing but the truth value.");
    }

    private static (MappedAnswer? Answer, CallFault? Fault) Map((string, string?)[] said, Nvi.BilesikKutukBilgileri kutuk)
    {
        (string Name, string?)[] right = [("Ad", "ŞÜKRÜ CAN"), ("Soyad", "ÖRNEK"), ("DogumYil", "1980")];
        var members = said.Concat(right.Where(member => said.All(other => other.Item1 != member.Name)));
        return EkDesk.Map(Operation, EkRequests.Change(Operation, [.. members]), new MernisReply<Nvi.BilesikKutukBilgileri> { Value = kutuk });
    }

    private static Nvi.BilesikKutukBilgileri Kutuk() => new()
    {
        KimlikNo = EkRequests.Citizen,
        TCVatandasiKisiKutukleri = new()
        {
            KisiBilgisi = new()
            {
                TCKimlikNo = EkRequests.Citizen,
                TemelBilgisi = new() { Ad = "ŞÜKRÜ CAN", Soyad = "ÖRNEK", DogumTarih = new() { Yil = 1980, Ay = 2, Gun = 29 } },
                DurumBilgisi = new() { Durum = new() { Kod = 1, Aciklama = "Açık" }, Din = new() { Kod = 1, Aciklama = "uydurma" } },
            },
            NufusCuzdaniBilgisi = new() { Seri = "A12", No = 123_456 },
            TCKKBilgisi = new() { SeriNo = "A01B23456" },
        },
        MaviKartliKisiKutukleri = new() { HataBilgisi = KayitYok },
        YabanciKisiKutukleri = new() { HataBilgisi = KayitYok },
    };
}
