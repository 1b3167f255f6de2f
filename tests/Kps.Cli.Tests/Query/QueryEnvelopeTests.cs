using System.Text;
using System.Xml.Linq;
using Kps.Cli.Query;
using Kps.Contracts;

namespace Kps.Cli.Tests.Query;

public sealed class QueryEnvelopeTests
{
    private static readonly Uri Door = new("https://localhost:8443/Router/RoutingService.svc");

    [Test]
    public void Write_PasswordWithMarkup_IsEscaped()
    {
        var caller = new QueryCaller("hbys", new Secret("a<b&\"c\"")) { KurumKodu = 990001 };

        var envelope = XDocument.Parse(Encoding.UTF8.GetString(QueryEnvelope.Write(Door, caller, Asking.Request(KpsOperation.BilesikKisiSorgula, Asking.Number))));

        Assert.Multiple(() =>
        {
            Assert.That(ValueOf(envelope, "Password"), Is.EqualTo("a<b&\"c\""));
            Assert.That(ValueOf(envelope, "Action"), Is.EqualTo("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula"));
            Assert.That(ValueOf(envelope, "kimlikNo"), Is.EqualTo("12345678950"));
            Assert.That(envelope.Descendants("KurumKodu").Single().Value, Is.EqualTo("990001"), "The caller headers have no namespace.");
            Assert.That(envelope.Descendants("SorgulayanKimlikNo"), Is.Empty, "The user name is no number.");
            Assert.That(envelope.Descendants("UygulamaKodu"), Is.Empty);
        });
    }

    [Test]
    public void Write_Envelope_IsByteForByteWhatItWas()
    {
        var caller = new QueryCaller(Asking.Number.ToString(), new Secret("s3cret")) { KurumKodu = 990001, UygulamaKodu = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e") };

        Assert.That(
            Written(KpsOperation.BilesikKisiSorgula, Door, caller, Asking.Number),
            Is.EqualTo(
                "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header><a:Action s:mustUnderstand=\"1\" xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
                + "https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula</a:Action>"
                + "<a:MessageID xmlns:a=\"http://www.w3.org/2005/08/addressing\">urn:uuid:*</a:MessageID>"
                + "<a:To s:mustUnderstand=\"1\" xmlns:a=\"http://www.w3.org/2005/08/addressing\">https://localhost:8443/Router/RoutingService.svc</a:To>"
                + "<SorgulayanKimlikNo>12345678950</SorgulayanKimlikNo><KurumKodu>990001</KurumKodu><UygulamaKodu>0f8fad5b-d9cb-469f-a165-70867728950e</UygulamaKodu>"
                + "<o:Security s:mustUnderstand=\"1\" xmlns:o=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"><o:UsernameToken>"
                + "<o:Username>12345678950</o:Username><o:Password>s3cret</o:Password></o:UsernameToken></o:Security></s:Header><s:Body>"
                + "<BilesikKisiSorgula xmlns=\"https://www.saglik.gov.tr/KPS/01/01/2017\"><kimlikNo>12345678950</kimlikNo></BilesikKisiSorgula></s:Body></s:Envelope>"));
    }

    [Test]
    public void Write_ToTheSecondService_NamesItsActionAndDoor()
    {
        var written = Written(KpsOperation.NufusOlaySorgula, new Uri("https://localhost:8443/Router/KpsEkServisler.svc"), new QueryCaller("hbys", new Secret("x")), Asking.Number);

        Assert.Multiple(() =>
        {
            Assert.That(written, Does.Contain(">urn:kps:ek:2026-01/IKpsEkServisler/NufusOlaySorgula</a:Action>"));
            Assert.That(written, Does.Contain(">https://localhost:8443/Router/KpsEkServisler.svc</a:To>"));
            Assert.That(written, Does.EndWith("<s:Body><NufusOlaySorgula xmlns=\"urn:kps:ek:2026-01\"><kimlikNo>12345678950</kimlikNo></NufusOlaySorgula></s:Body></s:Envelope>"));
        });
    }

    [Test]
    public void Read_Result_IsItsElementAndTheNumber()
    {
        var answer = Read("""
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header><k:IslemNo xmlns:k="urn:kps:gecit:2026-01">000020000004N</k:IslemNo></s:Header>
            <s:Body><x:BilesikKisiSorgulaResponse xmlns:x="https://www.saglik.gov.tr/KPS/01/01/2017"><x:BilesikKisiSorgulaResult xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
            <x:HataBilgisi i:nil="true"/><x:Sonuc><x:HataBilgisi i:nil="true"/><x:KimlikNo>12345678950</x:KimlikNo>
            <x:TCVatandasiKisiKutukleri><x:KisiBilgisi><x:TemelBilgisi><x:Ad>IŞIL</x:Ad></x:TemelBilgisi></x:KisiBilgisi></x:TCVatandasiKisiKutukleri>
            </x:Sonuc></x:BilesikKisiSorgulaResult></x:BilesikKisiSorgulaResponse></s:Body></s:Envelope>
            """);

        Assert.Multiple(() =>
        {
            Assert.That((answer.IslemNo, answer.Fault), Is.EqualTo(("000020000004N", (string?)null)));
            Assert.That(answer.Result!.Name.LocalName, Is.EqualTo("BilesikKisiSorgulaResult"));
            Assert.That(answer.Result.Child("HataBilgisi"), Is.Null);
            Assert.That(answer.Result.Child("Sonuc")!.Child("KimlikNo")!.Value, Is.EqualTo("12345678950"));
        });
    }

    [TestCase("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code>"
        + "<s:Reason><s:Text xml:lang=\"tr\">Olmaz.</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>")]
    [TestCase("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><e:Fault><faultcode>e:Client</faultcode>"
        + "<faultstring>Olmaz.</faultstring></e:Fault></e:Body></e:Envelope>")]
    public void Read_Fault_IsItsText(string envelope)
    {
        Assert.That(Read(envelope), Is.EqualTo(new QueryAnswer(null, "Olmaz.", null)));
    }

    [TestCase("")]
    [TestCase("<html><body>403</body></html>")]
    [TestCase("<!DOCTYPE x [<!ENTITY y \"z\">]><x>&y;</x>")]
    [TestCase("<BilesikKisiSorgulaResult xmlns=\"https://www.saglik.gov.tr/KPS/01/01/2017\"><Sonuc></BilesikKisiSorgulaResult>")]
    [TestCase("<IlListesiResult xmlns=\"urn:kps:ek:2026-01\"/>")]
    public void Read_AnythingElse_IsRefused(string text)
    {
        Assert.That(() => Read(text), Throws.TypeOf<CommandException>());
    }

    private static QueryAnswer Read(string text) =>
        QueryEnvelope.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), OperationCatalog.Find(KpsOperation.BilesikKisiSorgula)!);

    private static string Written(KpsOperation operation, Uri door, QueryCaller caller, long number) => System.Text.RegularExpressions.Regex.Replace(
        Encoding.UTF8.GetString(QueryEnvelope.Write(door, caller, Asking.Request(operation, number))), "urn:uuid:[0-9a-f-]{36}", "urn:uuid:*");

    private static string ValueOf(XDocument document, string localName) => document.Descendants().Single(element => element.Name.LocalName == localName).Value;
}
