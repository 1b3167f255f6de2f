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

        var envelope = XDocument.Parse(Encoding.UTF8.GetString(QueryEnvelope.Write(Door, caller, 12345678950)));

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
    public void Read_Result_IsThePersonAndTheNumber()
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
            Assert.That(answer.Result!.Sonuc!.KimlikNo, Is.EqualTo(12345678950));
            Assert.That(answer.Result.Sonuc.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad, Is.EqualTo("IŞIL"));
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
    [TestCase("<BilesikKisiSorgulaResult xmlns=\"https://www.saglik.gov.tr/KPS/01/01/2017\"><Sonuc><KimlikNo>x</KimlikNo></Sonuc></BilesikKisiSorgulaResult>")]
    public void Read_AnythingElse_IsRefused(string text)
    {
        Assert.That(() => Read(text), Throws.TypeOf<CommandException>());
    }

    private static QueryAnswer Read(string text) => QueryEnvelope.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string ValueOf(XDocument document, string localName) => document.Descendants().Single(element => element.Name.LocalName == localName).Value;
}
