using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Queries.Ek.YabanciDogrula;

internal sealed class YabanciDogrulaQueryTests
{
    private const KpsOperation Operation = KpsOperation.YabanciDogrula;

    private static readonly Nvi.Parametre KayitYok = new() { Kod = 2, Aciklama = "neden" };

    private static IEnumerable<TestCaseData> Truths()
    {
        yield return Case("year alone", true, []);
        yield return Case("whole birth date", true, [("DogumAy", "2"), ("DogumGun", "29")]);
        yield return Case("other letter case and blanks", true, [("Ad", " john   roe "), ("Soyad", "example")]);
        yield return Case("other name", false, [("Ad", "JANE ROE")]);
        yield return Case("other family name", false, [("Soyad", "SAMPLE")]);
        yield return Case("other year", false, [("DogumYil", "1981")]);
        yield return Case("other month", false, [("DogumAy", "1")]);
        yield return Case("other day", false, [("DogumAy", "2"), ("DogumGun", "28")]);
        yield return Case("month the register does not know", false, [("DogumAy", "2")], person => person.DogumTarih!.Ay = null);
        yield return Case("no month on either side", true, [], person => (person.DogumTarih!.Ay, person.DogumTarih.Gun) = (null, null));
        yield return Case("dead", false, [], person => person.OlumTarih = new() { Yil = 2020, Ay = 1, Gun = 1 });
        yield return Case("dead by state", false, [], person => person.DurumBilgisi = new() { Durum = new() { Kod = 3, Aciklama = "Ölüm" } });
        yield return Case("state not told", true, [], person => person.DurumBilgisi = null);
        yield return Case("name not told", false, [], person => person.TemelBilgisi = null);
        yield return Case("birth not told", false, [], person => person.DogumTarih = null);
        yield return Case("no record", false, [], person => (person.KimlikNo, person.HataBilgisi) = (null, KayitYok));
        yield return Case("record kept back", false, [], person => person.HataBilgisi = new() { Kod = 99, Aciklama = "kaydı paylaşıma kapalı" });

        static TestCaseData Case(string what, bool isTrue, (string, string?)[] said, Action<Nvi.YabanciKisiBilgisi>? change = null) =>
            new TestCaseData(isTrue, said, change).SetArgDisplayNames(what);
    }

    [TestCaseSource(nameof(Truths))]
    public void Answer_IsTrueOnlyWhenAllAgrees(bool isTrue, (string, string?)[] said, Action<Nvi.YabanciKisiBilgisi>? change)
    {
        var person = new Nvi.YabanciKisiBilgisi
        {
            KimlikNo = EkRequests.Foreigner,
            TemelBilgisi = new() { Ad = "JOHN ROE", Soyad = "EXAMPLE" },
            DogumTarih = new() { Yil = 1980, Ay = 2, Gun = 29 },
            DurumBilgisi = new() { Durum = new() { Kod = 1, Aciklama = "Açık" } },
        };
        change?.Invoke(person);
        (string Name, string?)[] right = [("Ad", "JOHN ROE"), ("Soyad", "EXAMPLE"), ("DogumYil", "1980")];
        var members = said.Concat(right.Where(member => said.All(other => other.Item1 != member.Name)));

        AssertAnswer(EkDesk.Map(Operation, EkRequests.Change(Operation, [.. members]), new MernisReply<Nvi.BilesikKutukBilgileri>
        {
            Value = new() { YabanciKisiKutukleri = new() { KisiBilgisi = person }, TCVatandasiKisiKutukleri = new() { HataBilgisi = KayitYok } },
        }), isTrue);
    }

    [Test]
    public void CitizenUnderAForeignersNumber_IsNotVerified() => AssertAnswer(
        EkDesk.Map(Operation, EkRequests.Of(Operation).Whole, new MernisReply<Nvi.BilesikKutukBilgileri>
        {
            Value = new()
            {
                TCVatandasiKisiKutukleri = new()
                {
                    KisiBilgisi = new() { TCKimlikNo = EkRequests.Foreigner, TemelBilgisi = new() { Ad = "JOHN", Soyad = "EXAMPLE", DogumTarih = new() { Yil = 1980 } } },
                },
            },
        }),
        isTrue: false);

    [Test]
    public void Nobody_IsNotVerified()
    {
        AssertAnswer(EkDesk.Map(Operation, EkRequests.Of(Operation).Whole, new MernisReply<Nvi.BilesikKutukBilgileri> { Hata = new MernisHata(2, "neden") }), isTrue: false);
        AssertAnswer(
            EkDesk.Map(Operation, EkRequests.Of(Operation).Whole, new MernisReply<Nvi.BilesikKutukBilgileri> { Value = new() { YabanciKisiKutukleri = new() { HataBilgisi = KayitYok } } }),
            isTrue: false);
    }

    [Test]
    public void NumberOfACitizen_IsNoForeigners() =>
        Assert.That(EkDesk.Check(Operation, EkRequests.Change(Operation, ("KimlikNo", $"{Registered.Person.Value}")))?.Code, Is.EqualTo(FaultCode.InvalidNumber));

    [TestCase("Ad", "J?HN", FaultCode.BrokenName)]
    [TestCase("Soyad", "EX4MPLE", FaultCode.InvalidCriterion)]
    [TestCase("DogumYil", "2027", FaultCode.InvalidDate)]
    [TestCase("DogumYil", "1899", FaultCode.InvalidDate)]
    [TestCase("DogumAy", "0", FaultCode.InvalidDate)]
    public void CriteriaThatCannotBe_AreRefused(string member, string text, FaultCode code) =>
        Assert.That(EkDesk.Check(Operation, EkRequests.Change(Operation, (member, text)))?.Code, Is.EqualTo(code));

    [Test]
    public async Task Nvi_IsAskedForTheNumberAndNothingElse()
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(Operation, EkRequests.Of(Operation).Whole, EkDesk.Hata(2));

        AssertAnswer((answer, fault), isTrue: false);
        Assert.That(desk.Asked.Single(), Does.Contain("BilesikKutukSorgulaKimlikNoServis").And.Contain($"{EkRequests.Foreigner}").And.Not.Contain("EXAMPLE"));
    }

    private static void AssertAnswer((MappedAnswer? Answer, CallFault? Fault) mapped, bool isTrue)
    {
        Assert.That(mapped.Fault, Is.Null);
        Assert.That((mapped.Answer!.Code, mapped.Answer.FieldsReturned, mapped.Answer.FieldsWithheld), Is.EqualTo((0, "Dogrulandi", (string?)null)));
        Assert.That(EkTrees.Leaves(mapped.Answer.Result), Is.EquivalentTo(new Dictionary<string, object> { ["Sonuc/Dogrulandi"] = isTrue }));
        Assert.That(((EkSonucu<Dogrulama>)mapped.Answer.Result).HataBilgisi, Is.Null);
    }
}
