using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Mernis;
using ByAnalogy = Kps.Mernis.Services.ByAnalogy;

namespace Kps.Gateway.Tests.Call.Queries.Ek.IstatistikSorgula;

internal sealed class IstatistikQueryTests
{
    private const KpsOperation Operation = KpsOperation.IstatistikSorgula;

    private static readonly string Whole = EkRequests.Of(Operation).Whole;

    [TestCase("2020-01-01", "2020-01-01", null, TestName = "One day")]
    [TestCase("2016-03-14", "2026-03-14", null, TestName = "Ten years up to today")]
    [TestCase("2016-03-13", "2026-03-14", FaultCode.InvalidCriterion, TestName = "Ten years and a day")]
    [TestCase("2020-01-02", "2020-01-01", FaultCode.InvalidCriterion, TestName = "End before the beginning")]
    [TestCase("2026-03-14", "2026-03-15", FaultCode.InvalidDate, TestName = "End tomorrow")]
    [TestCase("2026-03-15", "2026-03-15", FaultCode.InvalidDate, TestName = "Beginning tomorrow")]
    [TestCase("1899-12-31", "1900-01-01", FaultCode.InvalidDate, TestName = "Before 1900")]
    [TestCase("2016-02-29", "2026-02-28", null, TestName = "From a leap day")]
    [TestCase("2016-02-29", "2026-03-01", FaultCode.InvalidCriterion, TestName = "From a leap day and a day more")]
    public void Time_HasItsBounds(string baslangic, string bitis, FaultCode? code) =>
        Assert.That(EkDesk.Check(Operation, EkRequests.Change(Operation, ("BaslangicTarih", baslangic), ("BitisTarih", bitis)))?.Code, Is.EqualTo(code));

    [TestCase("IlKod", "0", false)]
    [TestCase("IlKod", "1", true)]
    [TestCase("IlKod", "999", true)]
    [TestCase("IlKod", "1000", false)]
    [TestCase("IlKod", "-1", false)]
    [TestCase("IlceKod", "0", false)]
    [TestCase("IlceKod", "1", true)]
    public void Place_HasItsBounds(string member, string value, bool passes)
    {
        var fault = EkDesk.Check(Operation, EkRequests.Change(Operation, (member, value)));

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(passes ? (null, null) : ((FaultCode?)FaultCode.InvalidCriterion, member)));
    }

    [TestCase("Dogum", 1)]
    [TestCase("Olum", 2)]
    [TestCase("Evlenme", 3)]
    [TestCase("Bosanma", 4)]
    public async Task Count_IsAskedForAndAnsweredWithWhatWasAsked(string olay, int olayTip)
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(
            Operation,
            EkRequests.Change(Operation, ("Olay", olay), ("IlceKod", "1720"), ("BaslangicTarih", "2020-01-01T00:00:00+03:00")),
            EkDesk.Items("<Istatistik><Adet>1234</Adet></Istatistik>"));

        Assert.That(fault, Is.Null);
        Assert.That(desk.Asked.Single(), Does.Contain("NufusIstatistikServis").And.Contain(
            $"<BaslangicTarih>2020-01-01T00:00:00</BaslangicTarih><BitisTarih>2020-12-31T00:00:00</BitisTarih><IlKod>34</IlKod><IlceKod>1720</IlceKod><OlayTip>{olayTip}</OlayTip>"));
        Assert.That((answer!.Code, answer.FieldsReturned), Is.EqualTo((0, "Adet")));
        Assert.That(EkTrees.Leaves(answer.Result), Is.EquivalentTo(new Dictionary<string, object>
        {
            ["Sonuc/Adet"] = 1234L,
            ["Sonuc/BaslangicTarih"] = new DateTime(2020, 1, 1),
            ["Sonuc/BitisTarih"] = new DateTime(2020, 12, 31),
            ["Sonuc/IlKod"] = 34,
            ["Sonuc/IlceKod"] = 1720,
            ["Sonuc/Olay"] = Enum.Parse<IstatistikOlay>(olay),
        }));
    }

    [TestCase(0, true)]
    [TestCase(1, false)]
    [TestCase(4, false)]
    [TestCase(5, true)]
    [TestCase(long.MaxValue, true)]
    public void SmallCount_IsNotTold(long adet, bool isTold)
    {
        var (answer, fault) = Map(new() { Adet = adet });

        Assert.That(fault?.Code, Is.EqualTo(isTold ? null : (FaultCode?)FaultCode.SmallCount));
        Assert.That(((EkSonucu<Istatistik>?)answer?.Result)?.Sonuc?.Adet, Is.EqualTo(isTold ? adet : null));
    }

    [TestCase(2)]
    [TestCase(8)]
    public void ReasonOfNvi_GoesToTheTop(int kod)
    {
        var (answer, _) = Map(new() { HataBilgisi = new() { Kod = kod, Aciklama = "neden" } });
        var result = (EkSonucu<Istatistik>)answer!.Result;

        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod, result.HataBilgisi.Aciklama), Is.EqualTo((kod, (Istatistik?)null, (int?)kod, "neden")));
    }

    [TestCase(null)]
    [TestCase(-1)]
    public void NoCountAndNoReason_IsNoAnswer(long? adet) => Assert.That(Map(new() { Adet = adet }).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));

    private static (MappedAnswer? Answer, CallFault? Fault) Map(ByAnalogy.Istatistik value) =>
        EkDesk.Map(Operation, Whole, new MernisReply<ByAnalogy.Istatistik> { Value = value });
}
