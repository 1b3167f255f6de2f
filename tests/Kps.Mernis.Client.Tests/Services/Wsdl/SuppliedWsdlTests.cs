using Kps.Mernis.Services;
using Kps.Mernis.Services.ByAnalogy;
using Kps.Mernis.Services.Wsdl;
using Kps.Mernis.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Kps.Mernis.Tests.Services.Wsdl;

internal sealed class SuppliedWsdlTests
{
    private const MernisService Ilce = MernisService.AksOkuTumIleBagliIlceServis;

    private string _file = null!;

    private static IEnumerable<SorgulaContract> Contracts => KnownServices.All;

    private static IEnumerable<TestCaseData> Upstream =>
    [
        new("BilesikKutukSorgulaKimlikNoServis-2021-04-01.wsdl", MernisService.BilesikKutukSorgulaKimlikNoServis, "2021/04/01"),
        new("BilesikKutukSorgulaKimlikNoServis-2023-02-01.wsdl", MernisService.BilesikKutukSorgulaKimlikNoServis, "2023/02/01"),
        new("KimlikNoSorgulaAdresServis-2021-04-01.wsdl", MernisService.KimlikNoSorgulaAdresServis, "2021/04/01"),
        new("NkoSorgulaTCKimlikNoServis-2021-04-01.wsdl", MernisService.NkoSorgulaTCKimlikNoServis, "2021/04/01"),
    ];

    [SetUp]
    public void SetUp() => _file = Path.GetTempFileName();

    [TearDown]
    public void TearDown() => File.Delete(_file);

    [TestCaseSource(nameof(Upstream))]
    public void NvisOwnWsdl_IsUnderstood_AndAgrees(string name, MernisService service, string version)
    {
        var wire = SuppliedWsdl.Read(Contract(service), UpstreamWsdls.Path(name));
        Assert.That(wire, Is.EqualTo(Contract(service).Wire(version)));
    }

    [Test]
    public void NvisOwnWsdl_OfAnotherService_IsRefused()
    {
        var file = UpstreamWsdls.Path("KimlikNoSorgulaAdresServis-2021-04-01.wsdl");
        Assert.That(
            () => SuppliedWsdl.Read(Contract(Ilce), file),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("kriterListesi has no member IleBagliIlceSorguKriteri there, which is written here"));
    }

    [TestCaseSource(nameof(Contracts))]
    public void EveryService_CanBeSupplied(SorgulaContract contract) =>
        Assert.That(Read(contract.Service, WsdlTexts.Of(contract, "2030/12/31")), Is.EqualTo(contract.Wire("2030/12/31")));

    [TestCaseSource(nameof(Contracts))]
    public void AnyMemberReadOrWritten_IsMissed(SorgulaContract contract)
    {
        var text = WsdlTexts.Of(contract, contract.Version);
        foreach (var name in contract.Members.Select(member => member.Name).Concat(contract.ItemType.GetProperties().Select(member => member.Name)).Distinct(StringComparer.Ordinal))
        {
            Assert.That(
                () => Read(contract.Service, text.Replace($"name=\"{name}\"", "name=\"Baska\"")),
                Throws.InstanceOf<InvalidDataException>().With.Message.Contains($"has no member {name} there"),
                name);
        }
    }

    [Test]
    public async Task SuppliedService_IsOffered_InTheVersionOfItsFile()
    {
        File.WriteAllText(_file, WsdlTexts.Ilce.Replace("http://kps.nvi.gov.tr/2011/01/01", "http://kps.nvi.gov.tr/2031/05/06"));
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Sorgula("<SorguSonucu><Ilce><Ad>ÖRNEKKÖY</Ad><IlKod>34</IlKod><Kod>9</Kod></Ilce></SorguSonucu>"));
        await using var client = TestClient.For(nvi, new() { [$"SuppliedWsdls:{Ilce}"] = _file });

        var reply = await client.AskAsync(MernisQueries.IleBagliIlce(34));

        Assert.That((client.Mernis.Offers(Ilce), client.Mernis.Offers(MernisService.AksOkuTumIlServis)), Is.EqualTo((true, false)));
        Assert.That(reply.Value!.Single().Ad, Is.EqualTo("ÖRNEKKÖY"));
        Assert.That(nvi.RouterRequests.Single(), Does
            .Contain("<a:Action s:mustUnderstand=\"1\">http://kps.nvi.gov.tr/2031/05/06/AksOkuTumIleBagliIlceServis/Sorgula</a:Action>")
            .And.EndWith("<s:Body><Sorgula xmlns=\"http://kps.nvi.gov.tr/2031/05/06\"><kriterListesi><IleBagliIlceSorguKriteri><IlKod>34</IlKod>"
                + "</IleBagliIlceSorguKriteri></kriterListesi></Sorgula></s:Body></s:Envelope>"));
    }

    [Test]
    public async Task SuppliedVersion_GoesBeforeTheConfiguredOne()
    {
        File.WriteAllText(_file, WsdlTexts.Of(Contract(MernisService.BilesikKutukSorgulaKimlikNoServis), "2032/01/01"));
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, new() { ["SuppliedWsdls:BilesikKutukSorgulaKimlikNoServis"] = _file, ["BilesikVersion"] = "2021-04-01" });

        Assert.That((await client.AskAsync()).Value?.KimlikNo, Is.EqualTo(Answers.Person.Value));
        Assert.That(nvi.RouterRequests.Single(), Does.Contain(">http://kps.nvi.gov.tr/2032/01/01/BilesikKutukSorgulaKimlikNoServis/Sorgula</a:Action>"));
    }

    [Test]
    public async Task Namespaces_OfEveryLevel_AreTakenFromTheFile()
    {
        File.WriteAllText(_file, WsdlTexts.Istatistik);
        await using var nvi = await FakeNvi.StartAsync();
        nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, Answers.Sorgula("<SorguSonucu><Istatistik><Adet>12345678901</Adet></Istatistik></SorguSonucu>"));
        await using var client = TestClient.For(nvi, new() { ["SuppliedWsdls:NufusIstatistikServis"] = _file });

        var reply = await client.AskAsync(MernisQueries.Istatistik(new IstatistikKriteri
        {
            BaslangicTarih = new DateOnly(2025, 1, 1), BitisTarih = new DateOnly(2025, 1, 31), IlKod = 6, OlayTip = IstatistikOlay.Olum,
        }));

        Assert.That(reply.Value?.Adet, Is.EqualTo(12_345_678_901));
        Assert.That(nvi.RouterRequests.Single(), Does
            .Contain("<a:Action s:mustUnderstand=\"1\">urn:eylem?a=1&amp;b=2</a:Action>")
            .And.EndWith("<s:Body><Sorgula xmlns=\"urn:op&amp;1\"><kriterListesi xmlns=\"urn:op&amp;1\"><c:IstatistikSorguKriteri xmlns:c=\"urn:kriter\" xmlns=\"\">"
                + "<BaslangicTarih>2025-01-01T00:00:00</BaslangicTarih><BitisTarih>2025-01-31T00:00:00</BitisTarih><IlKod>6</IlKod><OlayTip>2</OlayTip>"
                + "</c:IstatistikSorguKriteri></kriterListesi></Sorgula></s:Body></s:Envelope>"));
    }

    [Test]
    public void Criterion_InANamespaceOfItsOwn_IsWrittenInIt()
    {
        var wire = Read(MernisService.NufusIstatistikServis, WsdlTexts.Istatistik.Replace(
            "targetNamespace=\"urn:kriter\">", "targetNamespace=\"urn:kriter\" elementFormDefault=\"qualified\">").Replace(" form=\"unqualified\"", string.Empty));
        Assert.That(wire, Is.EqualTo(new SorgulaWire("urn:eylem?a=1&b=2", "urn:op&1", "urn:op&1", "urn:kriter", "urn:kriter")));
    }

    private static IEnumerable<TestCaseData> Differences()
    {
        yield return Case("operation", "operation name=\"Sorgula\"", "operation name=\"Listele\"", "no port type with an operation Sorgula");
        yield return Case("request element", "element=\"tns:Sorgula\"", "element=\"tns:SorgulaResponse\"", "The request is the element SorgulaResponse there, Sorgula here");
        yield return Case("answer element", "element=\"tns:SorgulaResponse\"", "element=\"tns:Sorgula\"", "The answer is the element Sorgula there, SorgulaResponse here");
        yield return Case("rpc part", "element=\"tns:Sorgula\"", "type=\"tns:Ilce\"", "not document/literal");
        yield return Case("rpc style", "style=\"document\"", "style=\"rpc\"", "not document/literal");
        yield return Case("encoded", "use=\"literal\"", "use=\"encoded\"", "not document/literal");
        yield return Case("SOAP 1.1 alone", "http://schemas.xmlsoap.org/wsdl/soap12/", "http://schemas.xmlsoap.org/wsdl/soap/", "no SOAP 1.2");
        yield return Case("two actions", "wsaw:Action=\"http", "wsaw:Action=\"x-http", "several soap actions");
        yield return Case("no list", "name=\"kriterListesi\"", "name=\"kriter\"", "Sorgula has no member kriterListesi there, which is written here");
        yield return Case("no criterion", "name=\"IleBagliIlceSorguKriteri\" nillable", "name=\"IlceKriteri\" nillable", "kriterListesi has no member IleBagliIlceSorguKriteri there, which is written here");
        yield return Case("criterion member type", "name=\"IlKod\" nillable=\"true\" type=\"xsd:int\" />\n      </xsd:sequence></xsd:complexType>\n      <xsd:element name=\"SorgulaResponse\"",
            "name=\"IlKod\" nillable=\"true\" type=\"xsd:string\" />\n      </xsd:sequence></xsd:complexType>\n      <xsd:element name=\"SorgulaResponse\"", "IlKod of IleBagliIlceSorguKriteri is xs:string there, xs:int here");
        yield return Case("one more is required", "<xsd:complexType name=\"IleBagliIlceSorguKriteri\"><xsd:sequence>",
            "<xsd:complexType name=\"IleBagliIlceSorguKriteri\"><xsd:sequence><xsd:element name=\"KurumKod\" type=\"xsd:int\" />", "IleBagliIlceSorguKriteri requires KurumKod there, which is not written here");
        yield return Case("no result", "name=\"SorgulaResult\"", "name=\"Sonuc\"", "SorgulaResponse has no member SorgulaResult there, which is read here");
        yield return Case("no error", "name=\"HataBilgisi\" nillable=\"true\" type=\"q1:", "name=\"Hata\" nillable=\"true\" type=\"q1:", "SorgulaResult has no member HataBilgisi there, which is read here");
        yield return Case("no list of items", "name=\"SorguSonucu\"", "name=\"Sonuclar\"", "SorgulaResult has no member SorguSonucu there, which is read here");
        yield return Case("other items", "name=\"Ilce\" nillable", "name=\"IlceBilgisi\" nillable", "SorguSonucu has no member Ilce there, which is read here");
        yield return Case("item member type", "name=\"Kod\" nillable=\"true\" type=\"xsd:int\"", "name=\"Kod\" nillable=\"true\" type=\"xsd:long\"", "Ilce/Kod is xs:long there, xs:int here");
        yield return Case("item member without members", "type=\"q2:Parametre\"", "type=\"xsd:string\"", "Ilce/HataBilgisi has no member Aciklama there, which is read here");
        yield return Case("item member with members", "name=\"Ad\" nillable=\"true\" type=\"xsd:string\"", "name=\"Ad\" nillable=\"true\" type=\"tns:IleBagliIlceSorguKriteri\"", "Ilce/Ad is an element with members there, xs:string here");
        yield return Case("item member repeats", "name=\"Ad\" nillable", "name=\"Ad\" maxOccurs=\"unbounded\" nillable", "Ilce/Ad may occur several times there, once here");
        yield return Case("schema elsewhere", "targetNamespace=\"urn:ortak\"", "targetNamespace=\"urn:baska\"", "The type Parametre of urn:ortak is not in the file; schemas elsewhere are not fetched");
        yield return Case("undeclared prefix", "type=\"q2:Parametre\"", "type=\"q9:Parametre\"", "The prefix of q9:Parametre is not declared");
        yield return Case("WSDL elsewhere", "<wsdl:types>", "<wsdl:import namespace=\"urn:x\" location=\"http://127.0.0.1:9/x.wsdl\" /><wsdl:types>", "imports another WSDL, which is not fetched");
        yield return Case("a schema", "wsdl:definitions", "wsdl:tanimlar", "The root element is tanimlar, not the definitions of a WSDL 1.1");
        yield return Case("a DTD", "<wsdl:definitions", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><wsdl:definitions", "not XML without a DTD");
        yield return Case("half a file", "</wsdl:definitions>", string.Empty, "not XML without a DTD");
        yield return Case("a group", "<xsd:complexType name=\"Ilce\"><xsd:sequence>", "<xsd:complexType name=\"Ilce\"><xsd:sequence><xsd:group ref=\"tns:G\" />", "xs:group, which is not understood here");
        yield return Case("a type that extends itself", "<xsd:complexType name=\"Ilce\"><xsd:sequence>",
            "<xsd:complexType name=\"Ilce\"><xsd:complexContent><xsd:extension base=\"tns:Ilce\" /></xsd:complexContent></xsd:complexType><xsd:complexType name=\"Y\"><xsd:sequence>", "nested without end");

        static TestCaseData Case(string name, string was, string becomes, string difference) => new TestCaseData(was, becomes, difference).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Differences))]
    public void FirstDifference_IsNamedInPlainWords(string was, string becomes, string difference)
    {
        Assert.That(WsdlTexts.Ilce, Does.Contain(was));
        Assert.That(
            () => Read(Ilce, WsdlTexts.Ilce.Replace(was, becomes)),
            Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith($"SuppliedWsdls:{Ilce} ({_file}): ").And.Message.Contains(difference));
    }

    [TestCase("<element name=\"BitisTarih\" type=\"dateTime\" />", "", "IstatistikSorguKriteri has no member BitisTarih there")]
    [TestCase("<sequence minOccurs=\"0\"><element name=\"IlceKod\" type=\"int\" /></sequence>", "<element name=\"IlceKod\" type=\"int\" />", "IlceKod of IstatistikSorguKriteri is required there and may be left out here")]
    [TestCase("<restriction base=\"int\" />", "<restriction base=\"string\" />", "IlKod of IstatistikSorguKriteri is xs:string there, xs:int here")]
    [TestCase("<restriction base=\"int\" />", "<restriction base=\"k:Sayi\" />", "nested without end")]
    [TestCase("<restriction base=\"int\" />", "<union memberTypes=\"int string\" />", "IlKod of IstatistikSorguKriteri is xs:anySimpleType there")]
    [TestCase("type=\"dateTime\" form=\"unqualified\"", "type=\"dateTime\" form=\"qualified\"", "members of IstatistikSorguKriteri are in several namespaces there")]
    [TestCase("<element name=\"aciklama\" type=\"string\" minOccurs=\"0\" />", "<element name=\"aciklama\" type=\"string\" />", "Sorgula requires aciklama there")]
    [TestCase("soapAction=\"urn:eylem?a=1&amp;b=2\"", "", "gives Sorgula no soap action")]
    public void DifferencesOfAnotherStyle_AreNamedToo(string was, string becomes, string difference)
    {
        Assert.That(WsdlTexts.Istatistik, Does.Contain(was));
        Assert.That(
            () => Read(MernisService.NufusIstatistikServis, WsdlTexts.Istatistik.Replace(was, becomes)),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains(difference));
    }

    [Test]
    public void Members_InAnotherOrder_AreADifference()
    {
        var text = WsdlTexts.Of(Contract(MernisService.KisiSorgulaKayitYeriServis), "2021/04/01");
        const string Cilt = "<xs:element name=\"CiltKod\" type=\"xs:int\" minOccurs=\"0\"/>";
        const string Ilce = "<xs:element name=\"IlceKod\" type=\"xs:int\" minOccurs=\"0\"/>";
        Assert.That(text, Does.Contain(Cilt + Ilce));
        Assert.That(
            () => Read(MernisService.KisiSorgulaKayitYeriServis, text.Replace(Cilt + Ilce, Ilce + Cilt)),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("IlceKod of KayitYeriSorguKriteri stands before CiltKod there, after it here"));
    }

    [Test]
    public void EnumerationWithoutAValueWritten_IsADifference()
    {
        var text = WsdlTexts.Of(Contract(MernisService.NkoSorgulaTCKimlikNoServis), "2021/04/01").Replace(
            "<xs:element name=\"NKOTipi\" type=\"xs:string\" minOccurs=\"0\"/>",
            "<xs:element name=\"NKOTipi\"><xs:simpleType><xs:restriction base=\"xs:string\"><xs:enumeration value=\"KisiKayitOrnek\"/><xs:enumeration value=\"AileKayitOrnek\"/>"
            + "<xs:enumeration value=\"NufusAileKayitOrnek\"/></xs:restriction></xs:simpleType></xs:element>");
        Assert.That(
            () => Read(MernisService.NkoSorgulaTCKimlikNoServis, text),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("NKOTipi of NkoTCKimlikNoSorguKriteri does not know the value NufusAileKayitOrnekKardesDahil there"));
    }

    [Test]
    public void CriterionWhereNoneIsWritten_IsADifference() => Assert.That(
        () => Read(MernisService.AksOkuTumIlServis, WsdlTexts.Of(Contract(MernisService.AksOkuTumIlServis), "2011/01/01").Replace(
            "<xs:element name=\"Sorgula\"><xs:complexType><xs:sequence>", "<xs:element name=\"Sorgula\"><xs:complexType><xs:sequence><xs:element name=\"kriter\" type=\"xs:int\"/>")),
        Throws.InstanceOf<InvalidDataException>().With.Message.Contains("Sorgula requires kriter there, which is not written here"));

    [Test]
    public void TooLongAFile_IsRefused_BeforeItIsRead()
    {
        using (var file = File.OpenWrite(_file))
        {
            file.SetLength(SuppliedWsdl.MaxBytes + 1);
        }

        Assert.That(() => SuppliedWsdl.Read(Contract(Ilce), _file), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("longer than"));
    }

    [Test]
    public void Options_NameEveryWrongFileAndName()
    {
        File.WriteAllText(_file, WsdlTexts.Ilce.Replace("name=\"Kod\" nillable=\"true\" type=\"xsd:int\"", "name=\"Kodu\" nillable=\"true\" type=\"xsd:int\""));
        var settings = new Dictionary<string, string?>
        {
            [$"SuppliedWsdls:{Ilce}"] = _file,
            ["SuppliedWsdls:AksOkuTumIlServis"] = "/nowhere/at/all.wsdl",
            ["SuppliedWsdls:KisiListeleServis"] = _file,
            ["BilesikVersion"] = "2022-01-01",
        };
        var failures = Assert.Throws<OptionsValidationException>(() => _ = new TestClient(new Uri("http://127.0.0.1:9"), new Uri("http://127.0.0.1:9"), settings))!.Failures.ToList();

        Assert.That(failures, Has.Count.EqualTo(4));
        Assert.That(failures, Has.Some.EqualTo($"SuppliedWsdls:{Ilce} ({_file}): Ilce has no member Kod there, which is read here."));
        Assert.That(failures, Has.Some.StartsWith("SuppliedWsdls:AksOkuTumIlServis (/nowhere/at/all.wsdl): "));
        Assert.That(failures, Has.Some.StartsWith("SuppliedWsdls:KisiListeleServis is no service of NVİ that is called here"));
        Assert.That(failures, Has.Some.EqualTo("BilesikVersion must be one of 2021-04-01, 2023-02-01, 2024-04-01."));
    }

    private static SorgulaContract Contract(MernisService service) => KnownServices.All[(int)service - 1];

    private SorgulaWire Read(MernisService service, string text)
    {
        File.WriteAllText(_file, text);
        return SuppliedWsdl.Read(Contract(service), _file);
    }
}
