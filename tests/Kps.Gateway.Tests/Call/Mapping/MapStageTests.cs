using Kps.Contracts.BilesikKisiSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;

namespace Kps.Gateway.Tests.Call.Mapping;

internal sealed class MapStageTests
{
    [Test]
    public async Task Record_IsAnAnswerWithCodeZero()
    {
        var call = Replied(new() { Value = Citizen(new Parametre { Kod = 1, Aciklama = "uydurma" }) });

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That((call.Answer.Code, call.Answer.FieldsWithheld), Is.EqualTo((0, "TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din")));
        Assert.That(call.Answer.FieldsReturned, Is.EqualTo("TCVatandasiKisiKutukleri/KisiBilgisi"));
        Assert.That(Answer(call).Sonuc!.TCVatandasiKisiKutukleri!.KisiBilgisi!.DurumBilgisi!.Din, Is.Null);
        Assert.That(Answer(call).Sonuc!.KimlikNo, Is.EqualTo(Registered.Person.Value));
    }

    [Test]
    public async Task NothingWithheld_IsNull()
    {
        var call = Replied(new() { Value = Citizen(din: null) });
        await RunAsync(call);

        Assert.That(call.Answer.FieldsWithheld, Is.Null);
    }

    [Test]
    public async Task Institution_SeesWhatItsRightCovers()
    {
        var fields = FieldRights.Of(
            EntitlementKapsam.Secili,
            [new(FieldKind.Alan, "TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din", true, DateOnly.FromDateTime(Calls.Now.UtcDateTime))]);
        var call = Replied(new() { Value = Citizen(new Parametre { Kod = 1, Aciklama = "uydurma" }) }, Registered.Institution(fields: fields));
        await RunAsync(call);

        Assert.That(Answer(call).Sonuc!.TCVatandasiKisiKutukleri!.KisiBilgisi!.DurumBilgisi!.Din!.Kod, Is.EqualTo(1));
        Assert.That(call.Answer.FieldsWithheld, Is.EqualTo("TCVatandasiKisiKutukleri/KisiBilgisi/TCKimlikNo"));
    }

    [Test]
    public async Task InstitutionThatLostItsRightOnTheWay_SeesNothing()
    {
        var call = Replied(new() { Value = Citizen(new Parametre { Kod = 1, Aciklama = "uydurma" }) }, Registered.Institution(isEntitled: false));
        await RunAsync(call);

        Assert.That(call.Answer.FieldsReturned, Is.Null);
    }

    [TestCase(2)]
    [TestCase(8)]
    public async Task Nobody_IsAnAnswerWithNvisReason(int kod)
    {
        var call = Replied(new() { Value = new BilesikKutukBilgileri { HataBilgisi = new Parametre { Kod = kod, Aciklama = "neden" } } });

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Answer.Code, Is.EqualTo(kod));
        Assert.That((Answer(call).Sonuc!.HataBilgisi!.Kod, Answer(call).HataBilgisi), Is.EqualTo(((int?)kod, (Kps.Contracts.Ortak.Parametre?)null)));
    }

    [Test]
    public async Task NobodyWithoutAReason_IsNoAnswer()
    {
        var call = Replied(new() { Value = new BilesikKutukBilgileri() });

        Assert.That((await RunAsync(call))?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));
        Assert.That(call.AnswerIfMapped, Is.Null);
    }

    [TestCase(10, "Sorgu kriteri boş geçilemez.", 10)]
    [TestCase(null, "metin", 7001)]
    public async Task RefusalOfTheWholeQuery_IsPassedOnWithSonucPresent(int? kod, string aciklama, int expected)
    {
        var call = Replied(new() { Hata = new MernisHata(kod, aciklama) });

        Assert.That(await RunAsync(call), Is.Null);
        Assert.That(call.Answer.Code, Is.EqualTo(expected));
        Assert.That((Answer(call).HataBilgisi!.Kod, Answer(call).HataBilgisi!.Aciklama), Is.EqualTo(((int?)expected, aciklama)));
        Assert.That(Answer(call).Sonuc!.KimlikNo, Is.EqualTo(Registered.Person.Value), "One client throws on a nil Sonuc.");
    }

    [Test]
    public async Task NeitherValueNorReason_IsNoAnswer() =>
        Assert.That((await RunAsync(Replied(new())))?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));

    private static BilesikKutukBilgileri Citizen(Parametre? din) => new()
    {
        TCVatandasiKisiKutukleri = new() { KisiBilgisi = new() { TCKimlikNo = Registered.Person.Value, DurumBilgisi = new() { Din = din } } },
    };

    private static KpsServisSonucuBilesikKisiBilgisi Answer(KpsCall call) => (KpsServisSonucuBilesikKisiBilgisi)call.Answer.Result;

    private static KpsCall Replied(MernisReply<BilesikKutukBilgileri> reply, RegisteredInstitution? institution = null)
    {
        var call = Calls.Verified(Registered.User(institution: institution));
        call.Found = reply;
        return call;
    }

    private static ValueTask<CallFault?> RunAsync(KpsCall call) => Stages.Map().RunAsync(call, CancellationToken.None);
}
