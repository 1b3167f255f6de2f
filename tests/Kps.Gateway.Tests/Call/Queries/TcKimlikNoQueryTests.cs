using Kps.Contracts;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Queries.TcKimlikNo;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries;

internal sealed class TcKimlikNoQueryTests
{
    private static readonly KisiBilgileriCriteria Enough = new() { Adi = "şükrü", Soyadi = "ışık", BabaAdi = "ali", DogumTarihi = new DateOnly(1984, 2, 3) };

    [Test]
    public async Task OnePerson_IsFound()
    {
        using var run = Run(Enough, Answer(Person(Registered.Person)));

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That(((KpsServisSonucuKisiTemelBilgisi)run.Call.Answer.Result).Sonuc!.TCKimlikNo, Is.EqualTo(Registered.Person.Value));
        Assert.That(run.Call.Answer.FieldsReturned, Does.StartWith("TCKimlikNo"));
    }

    [Test]
    public async Task Several_AreNotListed()
    {
        using var run = Run(Enough, Answer(Person(Registered.Person) + Person(Registered.Foreigner)));

        Assert.That((await run.RunAsync())?.Code, Is.EqualTo(FaultCode.MoreThanOneRecord));
        Assert.That(run.Call.AnswerIfMapped, Is.Null);
    }

    [Test]
    public async Task Nobody_IsNvisWord()
    {
        using var run = Run(Enough, NviAnswers.Hata(2, "Kayıt bulunamadı."));

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That((run.Call.Answer.Code, run.Call.Answer.Result.HataBilgisi!.Kod), Is.EqualTo((2, (int?)2)));
    }

    [TestCase(false, true, true, true)]
    [TestCase(true, false, true, true)]
    [TestCase(true, true, false, true)]
    [TestCase(true, true, true, false)]
    public async Task TooLittle_IsAnsweredHere(bool ad, bool soyad, bool tarih, bool baba)
    {
        using var run = Run(new KisiBilgileriCriteria
        {
            Adi = ad ? Enough.Adi : null,
            Soyadi = soyad ? Enough.Soyadi : null,
            DogumTarihi = tarih ? Enough.DogumTarihi : null,
            BabaAdi = baba ? Enough.BabaAdi : null,
        });

        Assert.That(await run.RunAsync(), Is.EqualTo(new CallFault(FaultCode.CriteriaIncomplete)));
        Assert.That(run.Asked, Is.Zero);
    }

    [Test]
    public async Task MothersName_IsAsGoodAsTheFathers()
    {
        using var run = Run(Enough with { BabaAdi = null, AnneAdi = "ayşe" }, Answer(Person(Registered.Person)));

        Assert.That(await run.RunAsync(), Is.Null);
    }

    [Test]
    public async Task BrokenLetters_AreNoSearch()
    {
        using var run = Run(Enough with { Soyadi = "I?IK" });

        Assert.That(await run.RunAsync(), Is.EqualTo(new CallFault(FaultCode.BrokenName, "Soyadi")));
    }

    [TestCase(1899)]
    [TestCase(2027)]
    public async Task BirthOfNobody_IsNoSearch(int year)
    {
        using var run = Run(Enough with { DogumTarihi = new DateOnly(year, 1, 1) });

        Assert.That(await run.RunAsync(), Is.EqualTo(new CallFault(FaultCode.InvalidDate, "DogumTarihi")));
    }

    [Test]
    public void Criteria_DoNotShowThemselves() => Assert.That(Enough.ToString(), Is.EqualTo(nameof(KisiBilgileriCriteria)));

    private static QueryRun Run(KisiBilgileriCriteria criteria, params string[] answers) => new(KpsOperation.TcKimlikNoSorgula, criteria, answers);

    private static string Answer(string people) => NviAnswers.Sorgula($"<SorguSonucu>{people}</SorguSonucu>");

    private static string Person(Tckn number) => $"<KisiBilgisi><TCKimlikNo>{number.Value}</TCKimlikNo><TemelBilgisi><Ad>ŞÜKRÜ</Ad></TemelBilgisi></KisiBilgisi>";
}
