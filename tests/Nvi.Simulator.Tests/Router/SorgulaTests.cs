using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>What all services have in common, over real HTTP: the action chooses, and criteria are read, limited and refused alike.</summary>
internal sealed class SorgulaTests
{
    private static readonly IReadOnlyList<RouterService> Services = RouterServices.All(new NviPopulation(NviPopulation.Smallest));

    private TestSimulator _nvi = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _nvi = await TestSimulator.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _nvi.DisposeAsync();

    private static IEnumerable<TestCaseData> All() => Services.Select(Case);

    private static IEnumerable<TestCaseData> WithCriteria() => Services.Where(service => service.Form is not null).Select(Case);

    private static TestCaseData Case(RouterService service) => new TestCaseData(service).SetArgDisplayNames(string.Join('_', service.Action.Split('/')[^5..^1]));

    [Test]
    public void Actions_AreThoseOfTheWsdls() => Assert.That(Services.Select(service => service.Action), Is.EquivalentTo(new[]
    {
        "http://kps.nvi.gov.tr/2021/04/01/BilesikKutukSorgulaKimlikNoServis/Sorgula",
        "http://kps.nvi.gov.tr/2023/02/01/BilesikKutukSorgulaKimlikNoServis/Sorgula",
        "http://kps.nvi.gov.tr/2024/04/01/BilesikKutukSorgulaKimlikNoServis/Sorgula",
        "http://kps.nvi.gov.tr/2021/04/01/KimlikNoSorgulaAdresServis/Sorgula",
        "http://kps.nvi.gov.tr/2021/04/01/NkoSorgulaTCKimlikNoServis/Sorgula",
        "http://kps.nvi.gov.tr/2021/04/01/KisiSorgulaKisiBilgileriServis/Sorgula",
        "http://kps.nvi.gov.tr/2021/04/01/KisiSorgulaKayitYeriServis/Sorgula",
        "http://kps.nvi.gov.tr/2011/01/01/AksOkuTumIlServis/Sorgula",
        "http://kps.nvi.gov.tr/2011/01/01/AksOkuTumIleBagliIlceServis/Sorgula",
        "http://kps.nvi.gov.tr/2011/01/01/AksOkuTumIlceyeBagliMahalleServis/Sorgula",
        "http://kps.nvi.gov.tr/2011/01/01/AksOkuTumMahalleyeBagliCsbmServis/Sorgula",
        "http://kps.nvi.gov.tr/2021/04/01/NufusIstatistikServis/Sorgula",
    }));

    [TestCaseSource(nameof(All))]
    public async Task Action_ChoosesTheService(RouterService service)
    {
        var answer = await AskAsync(service, Sorgu.Body(service, Criterion(service)));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Xml.At("Header", "Action").Value, Is.EqualTo(service.Action + "Response"));
        Assert.That(answer.Xml.At("Body", "SorgulaResponse").Name.NamespaceName, Is.EqualTo(service.Namespace));
        Assert.That(answer.Xml.At("Body", "SorgulaResponse", "SorgulaResult").Hata(), Is.AnyOf(null, 2));
    }

    [TestCaseSource(nameof(All))]
    public async Task Body_OfAnotherVersionIsAFault(RouterService service)
    {
        var answer = await AskAsync(service, Sorgu.Body(service, Criterion(service)).Replace(service.Namespace, "http://kps.nvi.gov.tr/2017/08/01"));

        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Subcode, Is.EqualTo($"{{{Ns.Dispatcher}}}DeserializationFailed"));
    }

    [TestCaseSource(nameof(All))]
    public async Task Unsigned_IsRefused(RouterService service)
    {
        var request = (await _nvi.QueryAsync()) with { Action = service.Action, Body = Sorgu.Body(service, Criterion(service)), Security = "" };

        Assert.That((await _nvi.RouterAsync(request)).Status, Is.EqualTo(500));
    }

    [TestCaseSource(nameof(WithCriteria))]
    public async Task EmptyCriterion_IsError10AndNoResult(RouterService service)
    {
        var name = service.Form!.Name;
        string[] bodies =
        [
            $"<Sorgula xmlns=\"{service.Namespace}\"/>",
            $"<Sorgula xmlns=\"{service.Namespace}\"><kriterListesi/></Sorgula>",
            $"<Sorgula xmlns=\"{service.Namespace}\"><kriterListesi><{name}/></kriterListesi></Sorgula>",
            Sorgu.Body(service, Criterion(service), []),
            Sorgu.Body(service, [.. Criterion(service).Select(member => (member.Name, (object?)null))]),
        ];
        foreach (var body in bodies)
        {
            var response = (await AskAsync(service, body)).Xml.At("Body", "SorgulaResponse");
            Assert.That(response.At("SorgulaResult").Hata(), Is.EqualTo(10), body);
            Assert.That(response.At("SorgulaResult", "SorguSonucu").IsNil(), Is.True, body);
        }
    }

    [TestCaseSource(nameof(WithCriteria))]
    public async Task Criteria_AreAHundredAtMost(RouterService service)
    {
        var hundred = Enumerable.Repeat(Criterion(service), CriterionForm.Most).ToArray();

        Assert.That((await AskAsync(service, Sorgu.Body(service, hundred))).Status, Is.EqualTo(200));
        Assert.That((await AskAsync(service, Sorgu.Body(service, [.. hundred, Criterion(service)]))).Subcode, Is.EqualTo($"{{{Ns.Dispatcher}}}DeserializationFailed"));
    }

    [TestCaseSource(nameof(WithCriteria))]
    public async Task Member_OfTheWrongTypeIsAFault(RouterService service)
    {
        foreach (var (name, kind) in service.Form!.Members.Where(member => member.Kind != CriterionKind.Text))
        {
            var body = $"<Sorgula xmlns=\"{service.Namespace}\"><kriterListesi><{service.Form.Name}><{name}>bir</{name}></{service.Form.Name}></kriterListesi></Sorgula>";
            Assert.That((await AskAsync(service, body)).Status, Is.EqualTo(500), $"{name}: {kind}");
        }
    }

    [Test]
    public async Task UnknownAction_IsAFault()
    {
        var version = BilesikVersion.V2023.Version;
        foreach (var action in new[] { "", "http://kps.nvi.gov.tr/2011/01/01/KisiListeleServis/Sayfala", $"http://kps.nvi.gov.tr/{version}/KimlikNoSorgulaAdresServis/Sorgula" })
        {
            var answer = await _nvi.RouterAsync((await _nvi.QueryAsync(_nvi.Samples.Citizen.Value)) with { Action = action });
            Assert.That(answer.Subcode, Is.EqualTo($"{{{Ns.Addressing}}}ActionNotSupported"), action);
        }
    }

    [Test]
    public void BirthDate_MustAgreeWhenGiven()
    {
        var people = _nvi.Simulator.Population;
        var person = people.Find(_nvi.Samples.Citizen.Value)!;
        var byNumber = RouterServices.All(people).Where(service => service.Form?.Members.Any(member => member.Kind == CriterionKind.Long) == true).ToList();
        Assert.That(byNumber, Has.Count.EqualTo(5));
        foreach (var service in byNumber)
        {
            var number = service.Form!.Members.Single(member => member.Kind == CriterionKind.Long).Name;
            foreach (var (member, right) in new[] { ("DogumYil", person.DogumTarih.Yil), ("DogumAy", person.DogumTarih.Ay!.Value), ("DogumGun", person.DogumTarih.Gun!.Value) })
            {
                Assert.That(Sorgu.Ask(service, (number, person.KimlikNo.Value), (member, right)).ToString(), Does.Contain(Known(service, person)), service.Action);
                Assert.That(Sorgu.Ask(service, (number, person.KimlikNo.Value), (member, right + 1)).ToString(), Does.Not.Contain(Known(service, person)), service.Action);
            }
        }
    }

    // Something of the person that the service tells.
    private string Known(RouterService service, Person person) =>
        service.Action.Contains("Adres", StringComparison.Ordinal) ? _nvi.Simulator.Population.AddressesOf(person).YerlesimYeri!.AcikAdres : person.Ad;

    private async Task<TestSimulator.Answer> AskAsync(RouterService service, string body) =>
        await _nvi.RouterAsync((await _nvi.QueryAsync()) with { Action = service.Action, Body = body });

    private static (string Name, object? Value)[] Criterion(RouterService service) =>
        service.Form is null ? [] : [.. service.Form.Members.Where(member => !member.Name.StartsWith("Dogum", StringComparison.Ordinal)).Select(member => (member.Name, Value(member.Kind)))];

    private static object? Value(CriterionKind kind) => kind switch
    {
        CriterionKind.Long => 10_000_000_003L,
        CriterionKind.Int => 1,
        CriterionKind.Truth => true,
        CriterionKind.Time => new DateOnly(2020, 2, 29),
        CriterionKind.NkoTur => "AileKayitOrnek",
        _ => "YOK",
    };
}
