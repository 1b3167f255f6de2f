using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Nko;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Services;

/// <summary>An answer about somebody or something else is no answer, whichever service sends it.</summary>
internal sealed class AnswerAboutAnotherTests
{
    private static readonly string Person = $"{Answers.Person.Value}";
    private static readonly string Other = $"{Answers.Other.Value}";

    private FakeNvi _nvi = null!;
    private TestClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _nvi = await FakeNvi.StartAsync();
        _client = TestClient.For(_nvi, allowByAnalogy: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _client.DisposeAsync();
        await _nvi.DisposeAsync();
    }

    [Test]
    public async Task Address_OfAnotherNumberOrOfNone_IsMalformed()
    {
        var query = MernisQueries.Adres(Answers.Person);
        Assert.That(await FaultAsync(query, Item("KimlikNoileKisiAdresBilgileri", $"<KimlikNo>{Person}</KimlikNo>")), Is.Null);
        Assert.That(await FaultAsync(query, Item("KimlikNoileKisiAdresBilgileri", $"<KimlikNo>{Other}</KimlikNo>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(await FaultAsync(query, Item("KimlikNoileKisiAdresBilgileri", $"<KimlikNo {Answers.Nil}/>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(await FaultAsync(query, Item("KimlikNoileKisiAdresBilgileri", Answers.Hata(2))), Is.EqualTo(UpstreamFault.Malformed));
    }

    [Test]
    public async Task Address_DeclaredBySomebodyElse_IsAnAnswer() => Assert.That(
        await FaultAsync(MernisQueries.Adres(Answers.Person), Item("KimlikNoileKisiAdresBilgileri",
            $"<KimlikNo>{Person}</KimlikNo><YerlesimYeriAdresi><BeyandaBulunanKimlikNo>{Other}</BeyandaBulunanKimlikNo></YerlesimYeriAdresi>")),
        Is.Null);

    [Test]
    public async Task Extract_WithoutThePerson_IsMalformed()
    {
        var query = MernisQueries.Nko(Answers.Person, NkoTur.AileKayitOrnek, vukuatli: false, eskiEsListele: false);
        Assert.That(await FaultAsync(query, Item("Nko", $"<Kisiler>{NkoKisi(Other, 2)}{NkoKisi(Person, 1)}</Kisiler>")), Is.Null);
        Assert.That(await FaultAsync(query, Item("Nko", $"<Kisiler>{NkoKisi(Other, 2)}</Kisiler>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(await FaultAsync(query, Item("Nko", Answers.Hata(2))), Is.Null, "nobody at all");
        Assert.That(await FaultAsync(query, Item("Nko", $"<Kisiler>{NkoKisi(string.Empty, 1)}</Kisiler>")), Is.EqualTo(UpstreamFault.Malformed));
    }

    [Test]
    public async Task Extract_OfARelative_IsMalformed()
    {
        var query = MernisQueries.Nko(Answers.Person, NkoTur.AileKayitOrnek, vukuatli: false, eskiEsListele: false);
        Assert.That(await FaultAsync(query, Item("Nko", $"<Kisiler>{NkoKisi(Other, 1)}{NkoKisi(Person, 3)}</Kisiler>")), Is.EqualTo(UpstreamFault.Malformed));
    }

    [TestCase("<AileSiraNo>9</AileSiraNo>")]
    [TestCase("<BireySiraNo>9</BireySiraNo>")]
    [TestCase("<Cilt><Kod>9</Kod></Cilt>")]
    [TestCase("<Ilce><Kod>9</Kod></Ilce>")]
    public async Task Citizen_AtAnotherPlace_IsMalformed(string different)
    {
        var query = MernisQueries.KayitYeri(new KayitYeriKriteri { AileSiraNo = 1, BireySiraNo = 2, CiltKod = 3, IlceKod = 4 });
        Assert.That(await FaultAsync(query, Item("KisiBilgisi", $"<KayitYeriBilgisi>{different}</KayitYeriBilgisi>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(
            await FaultAsync(query, Item("KisiBilgisi", "<KayitYeriBilgisi><AileSiraNo>1</AileSiraNo><BireySiraNo>2</BireySiraNo><Cilt><Kod>3</Kod></Cilt><Ilce><Kod>4</Kod></Ilce></KayitYeriBilgisi>")),
            Is.Null);
        Assert.That(await FaultAsync(query, Item("KisiBilgisi", $"<KayitYeriBilgisi {Answers.Nil}/>")), Is.Null, "withheld from the institution");
    }

    [Test]
    public async Task CodeList_OfAnotherPlace_IsMalformed()
    {
        Assert.That(await FaultAsync(MernisQueries.IleBagliIlce(34), Item("Ilce", "<IlKod>35</IlKod>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(await FaultAsync(MernisQueries.IlceyeBagliMahalle(34), Item("Mahalle", "<IlceKod>35</IlceKod>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(await FaultAsync(MernisQueries.MahalleyeBagliCsbm(34), Item("Csbm", "<MahalleKod>35</MahalleKod>")), Is.EqualTo(UpstreamFault.Malformed));
        Assert.That(await FaultAsync(MernisQueries.IleBagliIlce(34), Item("Ilce", "<IlKod>34</IlKod>")), Is.Null);
        Assert.That(await FaultAsync(MernisQueries.IleBagliIlce(34), Item("Ilce", "<Kod>1</Kod>")), Is.Null, "not echoed");
    }

    [TestCase(200, null)]
    [TestCase(201, UpstreamFault.Malformed)]
    public async Task Extract_HasAtMost200Persons(int persons, UpstreamFault? expected)
    {
        var query = MernisQueries.Nko(Answers.Person, NkoTur.AileKayitOrnek, vukuatli: false, eskiEsListele: false);
        Assert.That(await FaultAsync(query, Item("Nko", $"<Kisiler>{string.Concat(Enumerable.Repeat(NkoKisi(Person, 1), persons))}</Kisiler>")), Is.EqualTo(expected));
    }

    [TestCase(2_000, null)]
    [TestCase(2_001, UpstreamFault.Malformed)]
    public async Task Extract_HasAtMost2000Events(int events, UpstreamFault? expected)
    {
        var query = MernisQueries.Nko(Answers.Person, NkoTur.AileKayitOrnek, vukuatli: true, eskiEsListele: false);
        Assert.That(await FaultAsync(query, Item("Nko", $"<Olaylar>{string.Concat(Enumerable.Repeat("<NkoOlay><Ad>A</Ad></NkoOlay>", events))}</Olaylar>")), Is.EqualTo(expected));
    }

    [TestCase(50, null)]
    [TestCase(51, UpstreamFault.Malformed)]
    public async Task Person_HasAtMost50OtherAddresses(int addresses, UpstreamFault? expected) => Assert.That(
        await FaultAsync(MernisQueries.Adres(Answers.Person), Item("KimlikNoileKisiAdresBilgileri",
            $"<KimlikNo>{Person}</KimlikNo><DigerAdresBilgileri>{string.Concat(Enumerable.Repeat("<KimlikNoileKisiAdresBilgisi><AdresNo>1</AdresNo></KimlikNoileKisiAdresBilgisi>", addresses))}</DigerAdresBilgileri>")),
        Is.EqualTo(expected));

    [Test]
    public async Task ListWithinAnItem_OfOtherThings_IsMalformed() => Assert.That(
        await FaultAsync(MernisQueries.Nko(Answers.Person, NkoTur.AileKayitOrnek, vukuatli: false, eskiEsListele: false), Item("Nko", "<Kisiler><NkoOlay/></Kisiler>")),
        Is.EqualTo(UpstreamFault.Malformed));

    private static string Item(string name, string members) => Answers.Sorgula($"<SorguSonucu><{name}>{members}</{name}></SorguSonucu>");

    private static string NkoKisi(string number, int yakinlik) => $"<NkoKisi><TCKimlikNo>{number}</TCKimlikNo><YakinlikKod><Kod>{yakinlik}</Kod></YakinlikKod></NkoKisi>";

    private async Task<UpstreamFault?> FaultAsync<T>(MernisQuery<T> query, string answer)
        where T : class
    {
        _nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, answer);
        return (await _client.AskAsync(query)).Fault;
    }
}
