using System.Xml.Linq;
using Kps.Contracts;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>What the router answers to a verified query, over real HTTP.</summary>
internal sealed class BilesikKutukServiceTests
{
    private TestSimulator _nvi = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _nvi = await TestSimulator.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _nvi.DisposeAsync();

    private Person Find(Tckn number) => _nvi.Simulator.Population.Find(number.Value)!;

    private async Task<XElement> AskAsync(params long?[] numbers)
    {
        var answer = await _nvi.RouterAsync(await _nvi.QueryAsync(numbers));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Xml.At("Body", "SorgulaResponse", "SorgulaResult");
    }

    [Test]
    public async Task Answer_HasTheHeadersOfTheContract()
    {
        var answer = await _nvi.RouterAsync(await _nvi.QueryAsync(_nvi.Samples.Citizen.Value));

        Assert.That(answer.ContentType, Does.StartWith("application/soap+xml"));
        Assert.That(answer.Xml.At("Header", "Action").Value, Is.EqualTo("http://kps.nvi.gov.tr/2023/02/01/BilesikKutukSorgulaKimlikNoServis/SorgulaResponse"));
        Assert.That(answer.Xml.At("Header", "RelatesTo").Value, Is.EqualTo("urn:uuid:6a0f2a2e-0000-4000-8000-000000000001"));
        Assert.That(answer.Xml.At("Header", "Security", "Timestamp").Attribute(Xml.U + "Id")!.Value, Is.EqualTo("_0"));
        Assert.That(answer.Xml.At("Header", "Security", "Timestamp", "Created").Value, Is.EqualTo("2026-03-01T09:00:00.000Z"));
    }

    [Test]
    public async Task Citizen_IsAnsweredInFull()
    {
        var person = Find(_nvi.Samples.Citizen);

        var record = (await AskAsync(person.KimlikNo.Value)).At("SorguSonucu", "BilesikKutukBilgileri");
        var kisi = record.At("TCVatandasiKisiKutukleri", "KisiBilgisi");

        Assert.That((long)record.At("KimlikNo"), Is.EqualTo(person.KimlikNo.Value));
        Assert.That((long)kisi.At("TCKimlikNo"), Is.EqualTo(person.KimlikNo.Value));
        Assert.That((long)kisi.At("AnneTCKimlikNo"), Is.EqualTo(person.AnneKimlikNo!.Value.Value));
        Assert.That(kisi.At("TemelBilgisi", "Ad").Value, Is.EqualTo(person.Ad));
        Assert.That(kisi.At("TemelBilgisi", "Soyad").Value, Is.EqualTo(person.Soyad));
        Assert.That(kisi.At("TemelBilgisi", "DogumTarih").Elements().Select(part =>
            (int)part), Is.EqualTo(new[] { person.DogumTarih.Ay, person.DogumTarih.Gun, person.DogumTarih.Yil }));
        Assert.That((int)kisi.At("TemelBilgisi", "Cinsiyet", "Kod"), Is.EqualTo((int)person.Cinsiyet));
        Assert.That((int)kisi.At("DurumBilgisi", "Durum", "Kod"), Is.EqualTo(1));
        Assert.That((int)kisi.At("KayitYeriBilgisi", "Il", "Kod"), Is.EqualTo(person.KayitYeri!.Il.Kod));
        Assert.That(kisi.At("HataBilgisi").IsNil(), Is.True);
        Assert.That(record.At("TCVatandasiKisiKutukleri", "TCKKBilgisi", "SeriNo").Value, Is.EqualTo(person.KimlikKarti!.SeriNo));
        Assert.That((int)record.At("TCVatandasiKisiKutukleri", "NufusCuzdaniBilgisi", "No"), Is.EqualTo(person.NufusCuzdani!.No));
        Assert.That(
            record.At("DoluBilesenler").Elements().Select(part => part.Value), Is.EqualTo(new[] { "TCKisiBilgisi", "TCKKBilgisi", "NufusCuzdaniBilgisi" }));
    }

    [Test]
    public async Task Namespaces_AreThoseOfTheSchema()
    {
        var record = (await AskAsync(_nvi.Samples.Citizen.Value)).At("SorguSonucu", "BilesikKutukBilgileri");
        var kisi = record.At("TCVatandasiKisiKutukleri", "KisiBilgisi");

        Assert.That(kisi.At("TemelBilgisi").Name.Namespace, Is.EqualTo(Xml.V));
        Assert.That(kisi.At("TemelBilgisi", "Ad").Name.Namespace, Is.EqualTo(Xml.B));
        Assert.That(kisi.At("TemelBilgisi", "DogumTarih", "Yil").Name.Namespace, Is.EqualTo(Xml.B));
        Assert.That(record.At("TCVatandasiKisiKutukleri", "TCKKBilgisi", "Ad").Name.Namespace, Is.EqualTo(Xml.V));
        Assert.That(record.At("TCVatandasiKisiKutukleri", "TCKKBilgisi", "DogumTarih", "Yil").Name.Namespace, Is.EqualTo(Xml.B));
        Assert.That(record.At("DoluBilesenler").Elements().First().Name.NamespaceName, Is.EqualTo(Ns.Constants));
    }

    [Test]
    public async Task OtherContainers_AreExpandedWithError2AndTheNumberEchoed()
    {
        var number = _nvi.Samples.Citizen.Value;
        var record = (await AskAsync(number)).At("SorguSonucu", "BilesikKutukBilgileri");

        foreach (var container in new[] { "MaviKartliKisiKutukleri", "YabanciKisiKutukleri" })
        {
            var kisi = record.At(container, "KisiBilgisi");
            Assert.That((int)kisi.At("HataBilgisi", "Kod"), Is.EqualTo(2));
            Assert.That(kisi.At("HataBilgisi", "Aciklama").Value, Is.EqualTo("Aradığınız kriterlere uygun kayıt bulunamadı."));
            Assert.That((long)kisi.At("KimlikNo"), Is.EqualTo(number));
            Assert.That(kisi.At("TemelBilgisi", "Ad").IsNil(), Is.True);
            Assert.That(record.At(container, "HataBilgisi").IsNil(), Is.True);
        }

        Assert.That(record.At("MaviKartliKisiKutukleri", "KisiBilgisi", "DurumBilgisi", "OlumTarih").Elements().All(part => part.IsNil()), Is.True);
    }

    [Test]
    public async Task BlueCard_HasItsOwnContainer()
    {
        var person = Find(_nvi.Samples.BlueCard);
        var record = (await AskAsync(person.KimlikNo.Value)).At("SorguSonucu", "BilesikKutukBilgileri");

        Assert.That(record.At("MaviKartliKisiKutukleri", "KisiBilgisi", "TemelBilgisi", "Ad").Value, Is.EqualTo(person.Ad));
        Assert.That(record.At("MaviKartliKisiKutukleri", "MaviKartBilgisi", "Seri").Value, Is.EqualTo(person.MaviKart!.Seri));
        Assert.That(record.At("MaviKartliKisiKutukleri", "YeniMaviKartBilgisi", "SeriNo").Value, Is.EqualTo(person.YeniMaviKart!.SeriNo));
        Assert.That((int)record.At("TCVatandasiKisiKutukleri", "KisiBilgisi", "HataBilgisi", "Kod"), Is.EqualTo(2));
        Assert.That(record.At("DoluBilesenler").Elements().Select(part =>
            part.Value), Is.SupersetOf(new[] { "MaviKartliKisiBilgisi", "MaviKartBilgisi", "YeniMaviKartBilgisi" }));
    }

    [Test]
    public async Task SecondRecords_CarryTheirLinks()
    {
        var people = Enumerable.Range(0, 9_000).Select(index => _nvi.Simulator.Population.At(index)).ToList();
        var former = people.First(person => person is { Kind: PersonKind.BlueCard, KazanilanTCKimlikNo: not null });
        var naturalised = people.First(person => person.OncekiYabanciKimlikNo is not null);

        var result = await AskAsync(former.KimlikNo.Value, naturalised.KimlikNo.Value, naturalised.OncekiYabanciKimlikNo!.Value.Value);
        var records = result.At("SorguSonucu").Elements().ToList();

        Assert.That((long)records[0].At("MaviKartliKisiKutukleri", "KisiBilgisi", "KazanilanTCKimlikNo"), Is.EqualTo(former.KazanilanTCKimlikNo!.Value.Value));
        Assert.That((long)records[0].At("MaviKartliKisiKutukleri", "KisiBilgisi", "GercekKisiKimlikNo"), Is.EqualTo(former.GercekKisiKimlikNo!.Value.Value));
        Assert.That(
            (long)records[1].At("TCVatandasiKisiKutukleri", "KisiBilgisi", "OncekiYabanciKimlikNo"), Is.EqualTo(naturalised.OncekiYabanciKimlikNo.Value.Value));
        Assert.That((long)records[2].At("YabanciKisiKutukleri", "KisiBilgisi", "KazanilanTCKimlikNo"), Is.EqualTo(naturalised.KimlikNo.Value));
    }

    [Test]
    public async Task Foreigner_HasBirthAndDeathOnKisiBilgisi()
    {
        var living = Find(_nvi.Samples.Foreigner);
        var dead = Find(_nvi.Samples.DeceasedForeigner);

        var records = (await AskAsync(living.KimlikNo.Value, dead.KimlikNo.Value)).At("SorguSonucu").Elements()
            .Select(record => record.At("YabanciKisiKutukleri", "KisiBilgisi")).ToList();

        Assert.That((int)records[0].At("DogumTarih", "Yil"), Is.EqualTo(living.DogumTarih.Yil));
        Assert.That(records[0].At("OlumTarih").Elements().All(part => part.IsNil()), Is.True);
        Assert.That(records[0].At("DurumBilgisi").Elements().Select(part => part.Name.LocalName), Is.EqualTo(new[] { "Durum", "MedeniHal" }));
        Assert.That(records[0].At("TemelBilgisi").Elements().Select(part => part.Name.LocalName), Has.None.EqualTo("DogumTarih"));
        Assert.That(records[0].At("IzinBaslangicTarih").Value, Does.Match(@"^\d{4}-\d\d-\d\dT00:00:00$"));
        Assert.That((int)records[1].At("OlumTarih", "Yil"), Is.EqualTo(dead.OlumTarih!.Yil));
        Assert.That((int)records[1].At("DurumBilgisi", "Durum", "Kod"), Is.EqualTo(3));
    }

    [Test]
    public async Task Foreigner_WithoutChecksumIsFound()
    {
        var record = (await AskAsync(_nvi.Samples.ForeignerWithoutChecksum.Value)).At("SorguSonucu", "BilesikKutukBilgileri");

        Assert.That(record.At("YabanciKisiKutukleri", "KisiBilgisi", "HataBilgisi").IsNil(), Is.True);
    }

    [Test]
    public async Task Deceased_WithYearOnlyHasNilMonthAndDay()
    {
        var person = Find(_nvi.Samples.DeceasedYearOnly);
        var durum =
            (await AskAsync(person.KimlikNo.Value)).At("SorguSonucu", "BilesikKutukBilgileri", "TCVatandasiKisiKutukleri", "KisiBilgisi", "DurumBilgisi");

        Assert.That(durum.At("OlumTarih", "Ay").IsNil() && durum.At("OlumTarih", "Gun").IsNil(), Is.True);
        Assert.That((int)durum.At("OlumTarih", "Yil"), Is.EqualTo(person.OlumTarih!.Yil));
        Assert.That((int)durum.At("Durum", "Kod"), Is.EqualTo(3));
    }

    [Test]
    public async Task Nobody_IsError2InEveryComponentAndNoFault()
    {
        var result = await AskAsync(_nvi.Samples.Unknown.Value, _nvi.Samples.Invalid.Value);

        Assert.That(result.At("HataBilgisi").IsNil(), Is.True);
        foreach (var record in result.At("SorguSonucu").Elements())
        {
            Assert.That(record.At("DoluBilesenler").Elements(), Is.Empty);
            Assert.That(record.Elements().SelectMany(container =>
                container.Elements(Xml.V + "KisiBilgisi")).Select(kisi => (int)kisi.At("HataBilgisi", "Kod")), Is.EqualTo(new[] { 2, 2, 2 }));
        }
    }

    [Test]
    public async Task Photographs_AreNotAuthorised()
    {
        var record = (await AskAsync(_nvi.Samples.Citizen.Value)).At("SorguSonucu", "BilesikKutukBilgileri");

        foreach (var photograph in new[] { record.At("TCVatandasiKisiKutukleri", "TCKKFotografBilgisi"), record.At("MaviKartliKisiKutukleri", "YeniMaviKartFotoBilgisi") })
        {
            Assert.That((int)photograph.At("HataBilgisi", "Kod"), Is.EqualTo(8));
            Assert.That(photograph.At("HataBilgisi", "Aciklama").Value, Is.EqualTo("Yetkiniz yoktur."));
            Assert.That(photograph.At("Fotograf").IsNil(), Is.True);
        }
    }

    private static IEnumerable<TestCaseData> EmptyCriteria()
    {
        yield return new TestCaseData($"<Sorgula xmlns=\"{Ns.Bilesik}\"/>").SetArgDisplayNames("no_list");
        yield return new TestCaseData($"<Sorgula xmlns=\"{Ns.Bilesik}\"><kriterListesi/></Sorgula>").SetArgDisplayNames("empty_list");
        yield return new TestCaseData(RouterRequest.Query((long?)null)).SetArgDisplayNames("nil_number");
        yield return new TestCaseData(RouterRequest.Query(1, null)).SetArgDisplayNames("one_of_two_nil");
        yield return new TestCaseData(RouterRequest.Query(1).Replace("<KimlikNo", "<KimlikNo xmlns=\"urn:x\"")).SetArgDisplayNames("number_in_a_strange_namespace");
    }

    [TestCaseSource(nameof(EmptyCriteria))]
    public async Task EmptyCriterion_IsError10AndNoResult(string body)
    {
        var answer = await _nvi.RouterAsync((await _nvi.QueryAsync()) with { Body = body });
        var result = answer.Xml.At("Body", "SorgulaResponse", "SorgulaResult");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That((int)result.At("HataBilgisi", "Kod"), Is.EqualTo(10));
        Assert.That(result.At("HataBilgisi", "Aciklama").Value, Is.EqualTo("Sorgu kriteri boş geçilemez."));
        Assert.That(result.At("SorguSonucu").IsNil(), Is.True);
    }

    [TestCase("<DogumYil>{0}</DogumYil>", 0, false)]
    [TestCase("<DogumYil>{0}</DogumYil>", 1, true)]
    public async Task BirthDate_MustAgreeWhenGiven(string member, int off, bool isNobody)
    {
        var person = Find(_nvi.Samples.Citizen);
        var body = RouterRequest.Query(person.KimlikNo.Value).Replace("<KimlikNo>", string.Format(member, person.DogumTarih.Yil + off) + "<KimlikNo>");
        var answer = await _nvi.RouterAsync((await _nvi.QueryAsync()) with { Body = body });

        Assert.That(answer.Xml.Descendants(Xml.V + "TCVatandasiKisiKutukleri").Single().At("KisiBilgisi", "HataBilgisi").IsNil(), Is.EqualTo(!isNobody));
    }

    [Test]
    public async Task Criterion_OutOfOrderIsDroppedWithoutAWord()
    {
        var person = Find(_nvi.Samples.Citizen);
        var body = RouterRequest.Query(person.KimlikNo.Value).Replace("</KimlikNo>", $"</KimlikNo><DogumYil>{person.DogumTarih.Yil + 1}</DogumYil>");
        var answer = await _nvi.RouterAsync((await _nvi.QueryAsync()) with { Body = body });

        Assert.That(answer.Xml.Descendants(Xml.V + "TCVatandasiKisiKutukleri").Single().At("KisiBilgisi", "HataBilgisi").IsNil(), Is.True);
    }

    [Test]
    public async Task SeveralCriteria_GiveSeveralResultsInTheirOrder()
    {
        var numbers = Enumerable.Range(50, CriterionForm.Most).Select(index => (long?)_nvi.Simulator.Population.At(index).KimlikNo.Value).ToArray();

        var result = await AskAsync(numbers);

        Assert.That(result.At("SorguSonucu").Elements().Select(record => (long?)record.At("KimlikNo")), Is.EqualTo(numbers));
    }

    private static IEnumerable<TestCaseData> Unreadable()
    {
        yield return new TestCaseData(RouterRequest.Query([.. Enumerable.Repeat((long?)1, 101)])).SetArgDisplayNames("a_hundred_and_one_criteria");
        yield return new TestCaseData(RouterRequest.Query(1).Replace(">1<", ">bir<")).SetArgDisplayNames("number_in_words");
        yield return new TestCaseData(RouterRequest.Query(1).Replace("<KimlikNo>", "<DogumAy>99999999999</DogumAy><KimlikNo>")).SetArgDisplayNames("month_beyond_int");
        yield return new TestCaseData("<Sorgula xmlns=\"http://kps.nvi.gov.tr/2021/04/01\"/>").SetArgDisplayNames("other_version");
        yield return new TestCaseData("").SetArgDisplayNames("empty_body");
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task UnreadableBody_IsAFault(string body)
    {
        var answer = await _nvi.RouterAsync((await _nvi.QueryAsync()) with { Body = body });

        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Subcode, Is.EqualTo($"{{{Ns.Dispatcher}}}DeserializationFailed"));
    }

    [Test]
    public async Task AnyPrefixes_AreRead()
    {
        var number = _nvi.Samples.Citizen.Value;
        var body = $"<ns1:Sorgula xmlns:ns1=\"{Ns.Bilesik}\">\n <ns1:kriterListesi>\n<ns1:BilesikKutukSorgulaKimlikNoSorguKriteri> <ns1:KimlikNo> {number}\n</ns1:KimlikNo>"
            + "</ns1:BilesikKutukSorgulaKimlikNoSorguKriteri></ns1:kriterListesi></ns1:Sorgula>";
        var answer = await _nvi.RouterAsync((await _nvi.QueryAsync()) with { Body = body });

        Assert.That((long)answer.Xml.Descendants(Xml.V + "TCKimlikNo").First(), Is.EqualTo(number));
    }

    [Test]
    public async Task Letters_AreWrittenRaw()
    {
        var answer = await _nvi.RouterAsync(await _nvi.QueryAsync(_nvi.Samples.Unknown.Value));

        Assert.That(answer.Text, Does.Contain("Aradığınız").And.Not.Contain("&#"));
    }
}
