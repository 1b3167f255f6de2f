using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Queries.Ek.KayitYeriIleKimlikSorgula;

internal sealed class KayitYeriIleKimlikQueryTests
{
    private const KpsOperation Operation = KpsOperation.KayitYeriIleKimlikSorgula;

    private static readonly string Whole = EkRequests.Of(Operation).Whole;

    [TestCase("AileSiraNo")]
    [TestCase("BireySiraNo")]
    [TestCase("CiltKod")]
    [TestCase("IlceKod")]
    public void CodeThatIsNotPositive_IsNamed(string member)
    {
        foreach (var value in new[] { "0", "-1", "-2147483648" })
        {
            var fault = EkDesk.Check(Operation, EkRequests.Change(Operation, (member, value)));

            Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.InvalidCriterion, member)));
        }

        Assert.That(EkDesk.Check(Operation, EkRequests.Change(Operation, (member, "1"))), Is.Null);
    }

    [Test]
    public async Task Place_IsAskedForAsSentAndAnsweredWithThePerson()
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(Operation, Whole, EkDesk.Items(
            $"<KisiBilgisi><TCKimlikNo>{EkRequests.Citizen}</TCKimlikNo><TemelBilgisi><Ad>ŞÜKRÜ</Ad></TemelBilgisi></KisiBilgisi>"));

        Assert.That(fault, Is.Null);
        Assert.That(desk.Asked.Single(), Does.Contain("KisiSorgulaKayitYeriServis")
            .And.Contain("<AileSiraNo>12</AileSiraNo><BireySiraNo>3</BireySiraNo><CiltKod>45</CiltKod><IlceKod>1720</IlceKod>"));
        Assert.That((answer!.Code, answer.FieldsReturned, answer.FieldsWithheld), Is.EqualTo((0, "TCKimlikNo TemelBilgisi/Ad", (string?)null)));
        var sonuc = ((EkSonucu<KimlikBilgisi>)answer.Result).Sonuc!;
        Assert.That((sonuc.TCKimlikNo, sonuc.TemelBilgisi!.Ad), Is.EqualTo(((long?)EkRequests.Citizen, "ŞÜKRÜ")));
    }

    [Test]
    public void EveryFieldThatHasAPlace_LeavesUnchangedAndNothingElseDoes() => Law.HoldsFor(EkTrees.Of<Nvi.TCKisiBilgisi>(), kisi =>
    {
        kisi.TCKimlikNo ??= EkRequests.Citizen;
        var (answer, _) = Map(kisi);
        string[] places = ["TCKimlikNo", "TemelBilgisi", "KayitYeriBilgisi", "DurumBilgisi"];
        var said = EkTrees.Leaves(kisi).Where(leaf => places.Contains(leaf.Key.Split('/')[0]) && !leaf.Key.StartsWith("DurumBilgisi/Din", StringComparison.Ordinal));

        Assert.That(EkTrees.Leaves(((EkSonucu<KimlikBilgisi>)answer!.Result).Sonuc), Is.EquivalentTo(said));
    });

    [Test]
    public void Din_IsKeptBackAndNamed()
    {
        var (answer, _) = Map(new() { TCKimlikNo = EkRequests.Citizen, DurumBilgisi = new() { Din = new() { Kod = 1, Aciklama = "uydurma" } } });

        Assert.That(answer!.FieldsWithheld, Is.EqualTo("DurumBilgisi/Din"));
        Assert.That(((EkSonucu<KimlikBilgisi>)answer.Result).Sonuc!.DurumBilgisi!.Din, Is.Null);
    }

    [TestCase(2)]
    [TestCase(8)]
    public void ReasonOnThePerson_GoesToTheTop(int kod)
    {
        var (answer, _) = Map(new() { TCKimlikNo = EkRequests.Citizen, HataBilgisi = new() { Kod = kod, Aciklama = "NVİ'nin sözü" } });
        var result = (EkSonucu<KimlikBilgisi>)answer!.Result;

        Assert.That((answer.Code, answer.FieldsReturned, result.Sonuc), Is.EqualTo((kod, (string?)null, (KimlikBilgisi?)null)));
        Assert.That((result.HataBilgisi!.Kod, result.HataBilgisi.Aciklama), Is.EqualTo(((int?)kod, "NVİ'nin sözü")));
    }

    [Test]
    public void ReasonOfTheWholeQuery_IsPassedOn()
    {
        var (answer, _) = EkDesk.Map(Operation, Whole, new MernisReply<Nvi.TCKisiBilgisi> { Hata = new MernisHata(10, "Sorgu kriteri boş geçilemez.") });
        var result = (EkSonucu<KimlikBilgisi>)answer!.Result;

        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod, result.HataBilgisi.Aciklama), Is.EqualTo((10, (KimlikBilgisi?)null, (int?)10, "Sorgu kriteri boş geçilemez.")));
    }

    [Test]
    public void NeitherPersonNorReason_IsNoAnswer()
    {
        Assert.That(Map(new()).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));
        Assert.That(EkDesk.Map(Operation, Whole, new MernisReply<Nvi.TCKisiBilgisi>()).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));
    }

    private static (MappedAnswer? Answer, CallFault? Fault) Map(Nvi.TCKisiBilgisi kisi) =>
        EkDesk.Map(Operation, Whole, new MernisReply<Nvi.TCKisiBilgisi> { Value = kisi });
}
