using Kps.Contracts;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Queries;

internal sealed class BilesikKisiveAdresQueryTests
{
    [Test]
    public async Task Person_ComesWithTheAddress()
    {
        using var run = Run(NviAnswers.Vatandas(), NviAnswers.Adres());

        Assert.That(await run.RunAsync(), Is.Null);
        var adres = Sonuc(run).AdresBilgisi!;
        Assert.That((adres.IlIlceMerkezAdresi!.IlKodu, adres.BeldeAdresi, adres.KoyAdresi, adres.YurtDisiAdresi), Is.EqualTo(((int?)6, (object?)null, (object?)null, (object?)null)));
        Assert.That(run.Call.Answer.FieldsReturned, Is.EqualTo("AdresBilgisi/AcikAdres,AdresNo,AdresTip,IlIlceMerkezAdresi TCVatandasiKisiKutukleri/KisiBilgisi"));
        Assert.That(run.Call.UpstreamIfAsked!.Attempts.Count(attempt => attempt.Kind == Mernis.UpstreamAttemptKind.Query), Is.EqualTo(2), "Both stand on the row.");
    }

    [Test]
    public async Task Nobody_IsNotAskedAfterTwice()
    {
        using var run = Run(NviAnswers.KayitYok());

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That((run.Asked, run.Call.Answer.Code, Sonuc(run).AdresBilgisi), Is.EqualTo((1, 2, (object?)null)));
    }

    [Test]
    public async Task PersonWithoutAddress_HasNilInItsPlace()
    {
        using var run = Run(NviAnswers.Vatandas(), NviAnswers.AdresYok(2));

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That((run.Call.Answer.Code, Sonuc(run).AdresBilgisi), Is.EqualTo((0, (object?)null)));
    }

    [Test]
    public async Task AddressThatMayNotBeTold_IsNotDenied()
    {
        using var run = Run(NviAnswers.Vatandas(), NviAnswers.AdresYok(8));

        Assert.That(await run.RunAsync(), Is.Null);
        Assert.That(Sonuc(run).AdresBilgisi!.HataBilgisi!.Kod, Is.EqualTo(8));
    }

    [Test]
    public async Task AddressServiceThatFails_FailsTheCall()
    {
        using var run = Run(NviAnswers.Vatandas(), "bu xml değil");

        Assert.That((await run.RunAsync())?.Code, Is.EqualTo(FaultCode.NviMalformed));
        Assert.That(run.Call.AnswerIfMapped, Is.Null, "A person without his address would pass for one who has none.");
    }

    [Test]
    public async Task AddressOfAnotherNumber_FailsTheCall()
    {
        using var run = Run(NviAnswers.Vatandas(), NviAnswers.Adres(Registered.Foreigner));

        Assert.That((await run.RunAsync())?.Code, Is.EqualTo(FaultCode.NviMalformed));
    }

    private static QueryRun Run(params string[] answers) => new(KpsOperation.BilesikKisiveAdresSorgula, new KimlikNoCriteria(Registered.Person.Value), answers);

    private static BilesikKisiBilgisi Sonuc(QueryRun run) => ((KpsServisSonucuBilesikKisiBilgisi)run.Call.Answer.Result).Sonuc!;
}
