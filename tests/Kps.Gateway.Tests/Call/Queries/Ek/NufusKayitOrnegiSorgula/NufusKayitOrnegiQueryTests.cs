using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call;
using Kps.Gateway.Tests.Fakes;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Tests.Call.Queries.Ek.NufusKayitOrnegiSorgula;

internal sealed class NufusKayitOrnegiQueryTests
{
    private const KpsOperation Operation = KpsOperation.NufusKayitOrnegiSorgula;
    private const string Place = "<AileSiraNo>12</AileSiraNo><BireySiraNo>3</BireySiraNo><CiltKod>45</CiltKod><IlceKod>1720</IlceKod>";

    private static readonly string Number = $"{EkRequests.Citizen}";
    private static readonly string Ornek = EkDesk.Items($"<Nko><Kisiler><NkoKisi><TCKimlikNo>{EkRequests.Citizen}</TCKimlikNo></NkoKisi></Kisiler></Nko>");

    [Test]
    public void PersonSaidTwiceOrNotAtAll_IsRefused()
    {
        string[] requests =
        [
            EkRequests.Change(Operation),
            EkRequests.Change(Operation, ("KimlikNo", Number), ("KayitYeri", Place)),
        ];
        foreach (var request in requests)
        {
            var fault = EkDesk.Check(Operation, request);

            Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.InvalidCriterion, "KimlikNo ya da KayitYeri (yalnız biri)")));
        }
    }

    [TestCase("AileSiraNo", "<AileSiraNo>0</AileSiraNo><BireySiraNo>3</BireySiraNo><CiltKod>45</CiltKod><IlceKod>1720</IlceKod>")]
    [TestCase("IlceKod", "<AileSiraNo>12</AileSiraNo><BireySiraNo>3</BireySiraNo><CiltKod>45</CiltKod><IlceKod>-1720</IlceKod>")]
    public void PlaceThatCannotBe_IsRefused(string member, string place)
    {
        var fault = EkDesk.Check(Operation, EkRequests.Change(Operation, ("KayitYeri", place)));

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.InvalidCriterion, member)));
    }

    [Test]
    public void MembersOfThePlace_AreBoundLikeAnyOthers()
    {
        Assert.That(Fault(Place.Replace("AileSiraNo", "AileNo")), Is.EqualTo((FaultCode.UnknownMember, "AileNo")));
        Assert.That(Fault(Place.Replace("<CiltKod>45</CiltKod>", string.Empty)), Is.EqualTo((FaultCode.MissingMember, "CiltKod")));
        Assert.That(Fault(Place + "<CiltKod>45</CiltKod>"), Is.EqualTo((FaultCode.RepeatedMember, "CiltKod")));
        Assert.That(Fault(Place.Replace("45", "kırk beş")), Is.EqualTo((FaultCode.InvalidMember, "CiltKod")));
        Assert.That(Fault(Place.Replace("<CiltKod>", $"<CiltKod xmlns=\"{KpsNamespaces.Service}\">")), Is.EqualTo((FaultCode.UnknownMember, "CiltKod")));

        static (FaultCode?, string?) Fault(string place)
        {
            var (_, fault) = EkDesk.Parse(Operation, EkRequests.Change(Operation, ("KayitYeri", place)));
            return (fault?.Code, fault?.Subject);
        }
    }

    [Test]
    public void WithoutTheServiceForPlaces_OnlyThatFormIsRefused()
    {
        var fault = EkDesk.Check(Operation, EkRequests.Change(Operation, ("KayitYeri", Place)), QueryTables.WithoutAnalogy);

        Assert.That((fault?.Code, fault?.Subject), Is.EqualTo(((FaultCode?)FaultCode.OperationNotServed, "NufusKayitOrnegiSorgula/KayitYeri")));
        Assert.That(EkDesk.Check(Operation, EkRequests.Change(Operation, ("KimlikNo", Number)), QueryTables.WithoutAnalogy), Is.Null);
        Assert.That(EkDesk.Check(Operation, EkRequests.Change(Operation, ("KayitYeri", Place))), Is.Null);
    }

    [TestCase("KisiKayitOrnegi", "true", null, "KisiKayitOrnek", "false")]
    [TestCase("AileKayitOrnegi", "false", "true", "AileKayitOrnek", "true")]
    [TestCase("NufusAileKayitOrnegi", "true", "false", "NufusAileKayitOrnek", "false")]
    [TestCase("NufusAileKayitOrnegiKardesDahil", "false", "1", "NufusAileKayitOrnekKardesDahil", "true")]
    public async Task Variant_IsNvisOwn(string tip, string olayli, string? eskiEs, string nviTip, string nviEskiEs)
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(
            Operation, EkRequests.Change(Operation, ("KimlikNo", Number), ("Tip", tip), ("Olayli", olayli), ("EskiEsListele", eskiEs)), Ornek);

        Assert.That(fault, Is.Null);
        Assert.That(desk.Asked.Single(), Does.Contain("NkoSorgulaTCKimlikNoServis").And.Contain(
            $"<EskiEsListele>{nviEskiEs}</EskiEsListele><NKOTipi>{nviTip}</NKOTipi><TCKimlikNo>{Number}</TCKimlikNo><Vukuatli>{olayli}</Vukuatli>"));
        Assert.That((answer!.Code, answer.FieldsReturned), Is.EqualTo((0, "Kisiler/TCKimlikNo")));
    }

    [Test]
    public async Task Place_IsTurnedIntoTheNumberFirst()
    {
        using var desk = new EkDesk();
        var (answer, fault) = await desk.AskAsync(
            Operation, EkRequests.Change(Operation, ("KayitYeri", Place)), EkDesk.Items($"<KisiBilgisi><TCKimlikNo>{Number}</TCKimlikNo></KisiBilgisi>"), Ornek);

        Assert.That(fault, Is.Null);
        Assert.That(desk.Asked, Has.Count.EqualTo(2));
        Assert.That(desk.Asked[0], Does.Contain("KisiSorgulaKayitYeriServis").And.Contain(Place));
        Assert.That(desk.Asked[1], Does.Contain("NkoSorgulaTCKimlikNoServis").And.Contain($"<TCKimlikNo>{Number}</TCKimlikNo>"));
        Assert.That(((EkSonucu<NufusKayitOrnegi>)answer!.Result).Sonuc!.Kisiler!.Single().TCKimlikNo, Is.EqualTo(EkRequests.Citizen));
    }

    private static IEnumerable<TestCaseData> NobodyThere()
    {
        yield return new TestCaseData(EkDesk.Hata(2), 2).SetArgDisplayNames("query", "2");
        yield return new TestCaseData(EkDesk.Hata(8), 8).SetArgDisplayNames("query", "8");
        yield return new TestCaseData(EkDesk.Items($"<KisiBilgisi>{EkDesk.Hata(2)}</KisiBilgisi>"), 2).SetArgDisplayNames("person", "2");
        yield return new TestCaseData(EkDesk.Items($"<KisiBilgisi>{EkDesk.Hata(8)}</KisiBilgisi>"), 8).SetArgDisplayNames("person", "8");
    }

    [TestCaseSource(nameof(NobodyThere))]
    public async Task NobodyAtThePlace_EndsItThere(string nvi, int kod)
    {
        using var desk = new EkDesk();
        var (answer, _) = await desk.AskAsync(Operation, EkRequests.Change(Operation, ("KayitYeri", Place)), nvi);
        var result = (EkSonucu<NufusKayitOrnegi>)answer!.Result;

        Assert.That(desk.Asked, Has.Count.EqualTo(1));
        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod, result.HataBilgisi.Aciklama), Is.EqualTo((kod, (NufusKayitOrnegi?)null, (int?)kod, "neden")));
    }

    [Test]
    public async Task PersonWithoutANumberAtThePlace_IsNoAnswer()
    {
        using var desk = new EkDesk();
        var (_, fault) = await desk.AskAsync(Operation, EkRequests.Change(Operation, ("KayitYeri", Place)), EkDesk.Items("<KisiBilgisi><DogumYerKod>1</DogumYerKod></KisiBilgisi>"));

        Assert.That(fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));
    }

    [Test]
    public async Task TroubleWithThePlace_IsTheCallsOwn()
    {
        using var desk = new EkDesk();
        var (_, fault) = await desk.AskAsync(Operation, EkRequests.Change(Operation, ("KayitYeri", Place)), "<baska/>");

        Assert.That(fault?.Code, Is.EqualTo(FaultCode.NviMalformed));
        Assert.That(desk.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public void EveryFieldThatHasAPlace_LeavesUnchangedAndNothingElseDoes() => Law.HoldsFor(EkTrees.Of<Nvi.Nko>(), nko =>
    {
        nko.Kisiler = nko.Kisiler is { Count: > 0 } people ? people : [new Nvi.NkoKisi { TCKimlikNo = EkRequests.Citizen }];
        var (answer, _) = Map(nko, olayli: true);
        var said = EkTrees.Leaves(nko).Where(leaf => !leaf.Key.Contains("/Din/", StringComparison.Ordinal) && !leaf.Key.EndsWith("/OlayAciklama", StringComparison.Ordinal));

        Assert.That(EkTrees.Leaves(((EkSonucu<NufusKayitOrnegi>)answer!.Result).Sonuc), Is.EquivalentTo(said));
        Assert.That(answer.FieldsWithheld, Is.EqualTo(EkTrees.Leaves(nko).Keys.Any(key => key.Contains("/Din/", StringComparison.Ordinal)) ? "Kisiler/DurumBilgisi/Din" : null));
    });

    [Test]
    public void EventsNobodyAskedFor_DoNotLeave()
    {
        var (answer, _) = Map(new() { Kisiler = [new() { TCKimlikNo = EkRequests.Citizen }], Olaylar = [new() { OlayKayitNo = 1 }] }, olayli: false);

        Assert.That(((EkSonucu<NufusKayitOrnegi>)answer!.Result).Sonuc!.Olaylar, Is.Null);
        Assert.That(answer.FieldsReturned, Is.EqualTo("Kisiler/TCKimlikNo"));
    }

    [TestCase(2)]
    [TestCase(8)]
    public void OrnekWithoutPeople_SaysWhy(int kod)
    {
        var (answer, _) = Map(new() { HataBilgisi = new() { Kod = kod, Aciklama = "neden" }, Kisiler = [] }, olayli: true);
        var result = (EkSonucu<NufusKayitOrnegi>)answer!.Result;

        Assert.That((answer.Code, result.Sonuc, result.HataBilgisi!.Kod), Is.EqualTo((kod, (NufusKayitOrnegi?)null, (int?)kod)));
    }

    [Test]
    public void OrnekWithoutPeopleOrReason_IsNoAnswer() => Assert.That(Map(new(), olayli: true).Fault?.Code, Is.EqualTo(FaultCode.UnmappableAnswer));

    private static (MappedAnswer? Answer, CallFault? Fault) Map(Nvi.Nko nko, bool olayli) => EkDesk.Map(
        Operation, EkRequests.Change(Operation, ("KimlikNo", Number), ("Olayli", olayli ? "true" : "false")), new MernisReply<Nvi.Nko> { Value = nko });
}
