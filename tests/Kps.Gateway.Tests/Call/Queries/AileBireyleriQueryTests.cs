using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Queries.AileBireyleri;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries;

internal sealed class AileBireyleriQueryTests
{
    [Test]
    public async Task Family_IsThatOfTheOrnek()
    {
        using var run = Run(NviAnswers.Vatandas(), NviAnswers.Ornek());

        Assert.That(await run.RunAsync(), Is.Null);
        var aile = Sonuc(run);
        Assert.That(aile.KisiBilgisi!.TCKimlikNo, Is.EqualTo(Registered.Person.Value));
        Assert.That(aile.AileKisiListesi!.Select(kisi => kisi.Yakinlik!.Kod), Is.EqualTo(new int?[] { 1, 2 }));
        Assert.That(aile.AileKisiListesi!.Select(kisi => kisi.DurumBilgisi!.Din), Is.All.Null);
        Assert.That(run.Call.Answer.FieldsWithheld, Is.EqualTo("AileKisiListesi/DurumBilgisi/Din"));
    }

    [Test]
    public async Task NoCitizen_HasNoFamilyHere()
    {
        using var run = Run(NviAnswers.KayitYok());

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That((run.Asked, run.Call.Answer.Code, Sonuc(run).TCKimlikNo), Is.EqualTo((1, 2, (long?)Registered.Person.Value)));
    }

    [Test]
    public async Task FamilyThatCannotBeTold_IsSaidSo()
    {
        using var run = Run(NviAnswers.Vatandas(), NviAnswers.OrnekYok(8));

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That((run.Call.Answer.Code, run.Call.Answer.Result.HataBilgisi!.Kod, Sonuc(run).KisiBilgisi), Is.EqualTo((8, (int?)8, (object?)null)));
    }

    [Test]
    public async Task OrnekThatFails_FailsTheCall()
    {
        using var run = Run(NviAnswers.Vatandas(), "bu xml değil");

        Assert.That((await run.RunAsync())?.Code, Is.EqualTo(FaultCode.NviMalformed));
    }

    private static QueryRun Run(params string[] answers) =>
        new(KpsOperation.AileBireyleriSorgula, new AileBireyleriCriteria(Registered.Person.Value, EAileSorguTipi.Aile), answers);

    private static AileBilgisi Sonuc(QueryRun run) => ((KpsServisSonucuAileBilgisi)run.Call.Answer.Result).Sonuc!;
}
