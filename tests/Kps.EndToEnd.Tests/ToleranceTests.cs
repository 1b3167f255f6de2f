using System.Net;
using System.Net.Sockets;
using System.Text;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests;

/// <summary>What real clients send besides the plain form, over real HTTP: all of it is answered.</summary>
public sealed class ToleranceTests
{
    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    private SoapMessage Query => SoapMessage.Query(_house.Samples.Citizen.Value, _house.User);

    private SoapMessage Query11 => SoapMessage.Query11(_house.Samples.Citizen.Value, _house.User);

    [TestCase("application/soap+xml ;charset=UTF-8")]
    [TestCase("application/soap+xml; charset=\"UTF-8\"")]
    [TestCase("APPLICATION/SOAP+XML; Charset=utf-8")]
    [TestCase("application/soap+xml")]
    [TestCase("application/soap+xml; charset=utf-8; action=\"https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula\"")]
    [TestCase("text/xml; charset=utf-8")]
    public async Task ContentType_InEveryFormSeen(string contentType) => await CheckAnsweredAsync(_house.PostAsync(Query with { ContentType = contentType }));

    [TestCase("\"https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula\"")]
    [TestCase("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula")]
    [TestCase("\"\"")]
    [TestCase(null)]
    public async Task SoapAction_QuotedUnquotedEmptyOrAbsent(string? soapAction) => await CheckAnsweredAsync(_house.PostAsync(Query11 with { SoapAction = soapAction }));

    [Test]
    public async Task SoapAction_BesideSoap12_IsIgnored() => await CheckAnsweredAsync(_house.PostAsync(Query with { SoapAction = "\"urn:baska\"" }));

    [Test]
    public async Task ByteOrderMark_AndDeclaration() =>
        await CheckAnsweredAsync(_house.PostAsync([.. Encoding.UTF8.Preamble, .. "<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8, .. Query.ToBytes()], Query.ContentType));

    [TestCase("iso-8859-9")]
    [TestCase("windows-1254")]
    public async Task TurkishSingleByteCharsets(string charset) =>
        await CheckAnsweredAsync(_house.PostAsync(
            CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes((Query with { ExtraHeaders = "<x:Not xmlns:x='urn:x'>ğüşİıöç</x:Not>" }).ToString()),
            $"application/soap+xml; charset={charset}"));

    [Test]
    public async Task Http10_IsAnswered()
    {
        var reply = await _house.PostAsync(Query.ToBytes(), Query.ContentType, request =>
        {
            request.Version = HttpVersion.Version10;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        });

        await CheckAnsweredAsync(Task.FromResult(reply));
    }

    [Test]
    public async Task Expect100Continue() =>
        await CheckAnsweredAsync(_house.PostAsync(Query.ToBytes(), Query.ContentType, request => request.Headers.ExpectContinue = true));

    [Test]
    public async Task UsernameToken_WithNonceCreatedAndType()
    {
        const string Text = " Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText\"";
        var message = (Query with { PasswordAttributes = Text }).ToString()
            .Replace("</o:UsernameToken>", "<o:Nonce>AAAA</o:Nonce><u:Created>2020-01-01T00:00:00Z</u:Created></o:UsernameToken>", StringComparison.Ordinal);

        await CheckAnsweredAsync(_house.PostAsync(Encoding.UTF8.GetBytes(message), Query.ContentType));
    }

    [Test]
    public async Task OtherPrefixes_SecurityFirst_WhiteSpace_EncodingStyle()
    {
        var message = $"""
            <?xml version='1.0' encoding='UTF-8' standalone='yes'?>
            <!-- bir yorum -->
            <SOAP-ENV:Envelope xmlns:SOAP-ENV="{SoapMessage.Soap11}" xmlns:k="https://www.saglik.gov.tr/KPS/01/01/2017"
                SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">
              <SOAP-ENV:Header>
                <wsse:Security xmlns:wsse="{Wsse}" xmlns:wsu="{Wsu}" SOAP-ENV:mustUnderstand="true">
                  <wsse:UsernameToken wsu:Id="uuid-1;">
                    <wsse:Username> {_house.User.UserName} </wsse:Username>
                    <wsse:Password>{_house.User.Password}</wsse:Password>
                  </wsse:UsernameToken>
                </wsse:Security>
              </SOAP-ENV:Header>
              <SOAP-ENV:Body>
                <k:BilesikKisiSorgula>
                  <k:kimlikNo>
                    {_house.Samples.Citizen.Value}
                  </k:kimlikNo>
                </k:BilesikKisiSorgula>
              </SOAP-ENV:Body>
            </SOAP-ENV:Envelope>

            """;

        await CheckAnsweredAsync(_house.PostAsync(Encoding.UTF8.GetBytes(message), "text/xml; charset=utf-8"));
    }

    [Test]
    public async Task ReplyToAndFaultTo_AreAnsweredOnTheSameConnection_AndNeverContacted()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0);
        trap.Start();
        var address = $"<a:Address>http://127.0.0.1:{((IPEndPoint)trap.LocalEndpoint).Port}/</a:Address>";
        var message = (Query with { ExtraHeaders = $"<a:FaultTo>{address}</a:FaultTo><a:From>{address}</a:From>" }).ToString()
            .Replace("<a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address>", address, StringComparison.Ordinal);
        Assert.That(message, Does.Contain($"<a:ReplyTo>{address}"));

        await CheckAnsweredAsync(_house.PostAsync(Encoding.UTF8.GetBytes(message), Query.ContentType));
        var fault = await _house.PostAsync(
            Encoding.UTF8.GetBytes(message.Replace("BilesikKisiSorgula", "Yok", StringComparison.Ordinal)), Query.ContentType);

        Assert.That(fault.Status, Is.EqualTo(500));
        Assert.That(trap.Pending(), Is.False);
    }

    [Test]
    public async Task KurumKoduAndUygulamaKodu_OfTheUserHimself()
    {
        var headers = $"<KurumKodu a:IsReferenceParameter=\"true\">{TestEnvironment.KurumKodu}</KurumKodu><UygulamaKodu a:IsReferenceParameter=\"true\">{Guid.NewGuid()}</UygulamaKodu>";

        var islemNo = await CheckAnsweredAsync(_house.PostAsync(Query with { ExtraHeaders = headers }));

        Assert.That((await _house.AuditOfAsync(islemNo)).Opening.KurumKodu, Is.EqualTo(TestEnvironment.KurumKodu));
    }

    private async Task<string> CheckAnsweredAsync(Task<SoapReply> asked)
    {
        var reply = await asked;
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TCKimlikNo"), Is.EqualTo(_house.Samples.Citizen.Value.ToString()));
        return reply.IslemNo;
    }
}
