using System.Text;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests.Refusals;

/// <summary>Messages that are no SOAP request of ours, by accident or on purpose: each the documented fault and a row, never a crash or a hang.</summary>
public sealed class MessageTests
{
    private const string Soap12Type = "application/soap+xml; charset=utf-8";

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    private SoapMessage Query => SoapMessage.Query(_house.Samples.Citizen.Value, _house.User);

    [TestCase("<s:Envelope", "s:Client")]
    [TestCase("hiç xml değil", "s:Client")]
    [TestCase("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><a></b></s:Body></s:Envelope>", "s:Sender")]
    [TestCase("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>&yok;</s:Body></s:Envelope>", "s:Sender")]
    public async Task BadXml_IsAFault(string body, string code)
    {
        var reply = await _house.PostAsync(Encoding.UTF8.GetBytes(body), code == "s:Client" ? "text/xml" : Soap12Type);

        await _house.CheckFaultAsync(reply, FaultCode.MalformedXml, code, "İstek geçerli bir XML değil.");
    }

    [Test]
    public async Task EmptyBody_IsAFault()
    {
        await _house.CheckFaultAsync(await _house.PostAsync([], Soap12Type), FaultCode.EmptyRequest, "s:Sender", "İsteğin gövdesi boş.");
    }

    [Test]
    public async Task NotAnEnvelope_IsAVersionMismatch()
    {
        var reply = await _house.PostAsync("<Envelope xmlns='urn:baska'/>"u8.ToArray(), Soap12Type);

        await _house.CheckFaultAsync(reply, FaultCode.NotSoap, "s:VersionMismatch", "İleti SOAP 1.1 ya da SOAP 1.2 zarfı değil.");
    }

    [TestCase("text/plain; charset=utf-8")]
    [TestCase("application/json")]
    [TestCase("yok")]
    public async Task ContentType_ThatIsNotSoap_IsAFault(string contentType)
    {
        var reply = await _house.PostAsync(Query.ToBytes(), contentType);

        await _house.CheckFaultAsync(reply, FaultCode.UnsupportedMediaType, "s:Client", "İsteğin Content-Type ya da Content-Encoding başlığı SOAP değil.");
    }

    [Test]
    public async Task Charset_ThatHidesMarkup_IsAFault()
    {
        var reply = await _house.PostAsync(Encoding.Unicode.GetBytes(Query.ToString()), "application/soap+xml; charset=utf-16");

        await _house.CheckFaultAsync(reply, FaultCode.UnsupportedCharset, "s:Sender", "İsteğin karakter kodlaması okunamıyor.");
    }

    [Test]
    public async Task Oversize_IsAFault([Values(64 * 1024 + 1, 200_000, 2_000_000)] int bytes, [Values] bool isChunked)
    {
        var reply = await _house.PostAsync(Padded(bytes), Soap12Type, request => request.Headers.TransferEncodingChunked = isChunked);

        await _house.CheckFaultAsync(reply, FaultCode.RequestTooLarge, "s:Sender", "İstek 64 KB sınırını aşıyor.");
    }

    [Test]
    public async Task LargestAllowed_IsAnswered([Values] bool isChunked)
    {
        var reply = await _house.PostAsync(Padded(64 * 1024), Soap12Type, request => request.Headers.TransferEncodingChunked = isChunked);

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
    }

    [Test]
    public async Task ExternalEntity_IsRefusedAndNeverRead()
    {
        var reply = await PostWithDoctypeAsync("<!DOCTYPE s:Envelope [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;");

        await _house.CheckFaultAsync(reply, FaultCode.ForbiddenXml, "s:Sender", "İstekte DTD, varlık tanımı ya da işlem yönergesi var;");
        Assert.That(reply.Text, Does.Not.Contain("root:"));
    }

    [Test]
    public async Task BillionLaughs_IsRefused()
    {
        var dtd = new StringBuilder("<!DOCTYPE s:Envelope [<!ENTITY l0 \"lol\">");
        for (var level = 1; level < 10; level++)
        {
            dtd.Append($"<!ENTITY l{level} \"").Insert(dtd.Length, $"&l{level - 1};", 10).Append("\">");
        }

        var reply = await PostWithDoctypeAsync(dtd.Append("]>").ToString(), "&l9;");

        await _house.CheckFaultAsync(reply, FaultCode.ForbiddenXml, "s:Sender", "İstekte DTD, varlık tanımı ya da işlem yönergesi var;");
    }

    [Test]
    public async Task ProcessingInstruction_InsideTheEnvelope_IsRefused()
    {
        var reply = await _house.PostAsync(Query with { Members = "<?php 1 ?>" + Query.Members });

        await _house.CheckFaultAsync(reply, FaultCode.ForbiddenXml, "s:Sender", "İstekte DTD, varlık tanımı ya da işlem yönergesi var;");
    }

    [TestCase(29, true)]
    [TestCase(30, false)]
    [TestCase(5000, false)]
    public async Task Depth_IsLimited(int nested, bool isTaken)
    {
        // Envelope and Header lie above the first of them: element 33 is one too many.
        var header = string.Concat(Enumerable.Repeat("<x>", nested)) + "<x/>" + string.Concat(Enumerable.Repeat("</x>", nested));

        await CheckLimitAsync(Query with { ExtraHeaders = header }, isTaken);
    }

    [TestCase(64, true)]
    [TestCase(65, false)]
    [TestCase(4000, false)]
    public async Task Attributes_AreLimited(int count, bool isTaken)
    {
        var header = $"<x {string.Join(' ', Enumerable.Range(0, count).Select(number => $"a{number}='1'"))}/>";

        await CheckLimitAsync(Query with { ExtraHeaders = header }, isTaken);
    }

    [Test]
    public async Task Credential_OfAbsurdLength_IsRefused()
    {
        var reply = await _house.PostAsync(Query with { Password = new string('p', 257) });

        await _house.CheckFaultAsync(
            reply, FaultCode.XmlLimitExceeded, "s:Sender", "İstekteki XML çok derin, çok öznitelikli ya da bir alanı çok uzun (Password).");
    }

    [TestCase("TumunuGetir", "https://www.saglik.gov.tr/KPS/01/01/2017")]
    [TestCase("BilesikKisiSorgula", "http://tempuri.org/")]
    [TestCase("bilesikKisiSorgula", "https://www.saglik.gov.tr/KPS/01/01/2017")]
    public async Task UnknownOperation_IsNamed(string operation, string ns)
    {
        var reply = await _house.PostAsync(Query with { Operation = operation, Namespace = ns });

        await _house.CheckFaultAsync(reply, FaultCode.UnknownOperation, "a:ActionNotSupported", $"{operation} adlı bir sorgu bu hizmette yok ya da ad alanı yanlış.");
    }

    [Test]
    public async Task UnknownOperation_InSoap11_SaysItInTheFaultcode()
    {
        var reply = await _house.PostAsync(SoapMessage.Query11(_house.Samples.Citizen.Value, _house.User) with { Operation = "TumunuGetir", SoapAction = "\"\"" });

        await _house.CheckFaultAsync(reply, FaultCode.UnknownOperation, "a:ActionNotSupported", "TumunuGetir adlı bir sorgu bu hizmette yok");
    }

    [Test]
    public async Task Action_OfAnotherOperation_IsRefused()
    {
        var reply = await _house.PostAsync(Query with { Action = "https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/YetkiListesi" });

        await _house.CheckFaultAsync(reply, FaultCode.ActionMismatch, "a:ActionNotSupported", "İletinin Action değeri ile gövdedeki BilesikKisiSorgula sorgusu");
        Assert.That(reply.Text, Does.Contain("RelatesTo"), "Metro hides the real fault of a reply that relates to nothing.");
    }

    [Test]
    public async Task MessageId_Repeated_IsRefused()
    {
        var reply = await _house.PostAsync(Query with { ExtraHeaders = "<a:MessageID>urn:uuid:00000000-0000-4000-8000-000000000001</a:MessageID>" });

        await _house.CheckFaultAsync(reply, FaultCode.InvalidAddressingHeader, "a:InvalidAddressingHeader", "WS-Addressing başlığı MessageID boş ya da");
    }

    [TestCase("{0}<adi>AYŞE</adi>", nameof(FaultCode.UnknownMember), "İstekte sözleşmede olmayan ya da ad alanı yanlış bir alan var: adi.")]
    [TestCase("<KimlikNo>1</KimlikNo>", nameof(FaultCode.UnknownMember), "İstekte sözleşmede olmayan ya da ad alanı yanlış bir alan var: KimlikNo.")]
    [TestCase("<kimlikNo xmlns=''>1</kimlikNo>", nameof(FaultCode.UnknownMember), "İstekte sözleşmede olmayan ya da ad alanı yanlış bir alan var: kimlikNo.")]
    [TestCase("{0}{0}", nameof(FaultCode.RepeatedMember), "kimlikNo alanı birden çok kez verilmiş.")]
    [TestCase("", nameof(FaultCode.MissingMember), "kimlikNo alanı verilmemiş ya da boş.")]
    [TestCase("<kimlikNo> </kimlikNo>", nameof(FaultCode.MissingMember), "kimlikNo alanı verilmemiş ya da boş.")]
    [TestCase("<kimlikNo>on bir</kimlikNo>", nameof(FaultCode.InvalidMember), "kimlikNo alanındaki değer okunamıyor.")]
    public async Task Member_ThatTheContractDoesNotKnow_IsNamed(string members, string cause, string text)
    {
        var reply = await _house.PostAsync(Query with { Members = string.Format(members, Query.Members) });

        await _house.CheckFaultAsync(reply, Enum.Parse<FaultCode>(cause), "s:Sender", text);
    }

    [Test]
    public async Task MustUnderstand_OfAnUnknownHeader_IsItsOwnFault([Values] bool isSoap12)
    {
        const string Header = "<x:Rota xmlns:x='urn:baska' s:mustUnderstand='1'/>";
        var query = isSoap12 ? Query : SoapMessage.Query11(_house.Samples.Citizen.Value, _house.User);

        var reply = await _house.PostAsync(query with { ExtraHeaders = Header });

        await _house.CheckFaultAsync(reply, FaultCode.HeaderNotUnderstood, "s:MustUnderstand", "Anlaşılması zorunlu sayılan Rota başlığını bu hizmet tanımıyor.");
    }

    [TestCase("<x:Rota xmlns:x='urn:baska'/>", true)]
    [TestCase("<x:Rota xmlns:x='urn:baska' s:mustUnderstand='0'/>", true)]
    [TestCase("<x:Rota xmlns:x='urn:baska' s:role='urn:baska-dugum' s:mustUnderstand='1'/>", true)]
    [TestCase("<x:Rota xmlns:x='urn:baska' s:actor='urn:baska-dugum' s:mustUnderstand='1'/>", false)]
    public async Task Header_ThatIsNotForUs_IsIgnored(string header, bool isSoap12)
    {
        var query = isSoap12 ? Query : SoapMessage.Query11(_house.Samples.Citizen.Value, _house.User);

        var reply = await _house.PostAsync(query with { ExtraHeaders = header });

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
    }

    private async Task CheckLimitAsync(SoapMessage message, bool isTaken)
    {
        var reply = await _house.PostAsync(message);
        if (isTaken)
        {
            Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        }
        else
        {
            await _house.CheckFaultAsync(reply, FaultCode.XmlLimitExceeded, "s:Sender", "İstekteki XML çok derin, çok öznitelikli ya da bir alanı çok uzun.");
        }
    }

    private Task<SoapReply> PostWithDoctypeAsync(string doctype, string content)
    {
        var envelope = (Query with { Members = $"<kimlikNo>{content}</kimlikNo>" }).ToString();
        return _house.PostAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + doctype + envelope), Soap12Type);
    }

    private byte[] Padded(int bytes)
    {
        var envelope = Query.ToString();
        return Encoding.UTF8.GetBytes(envelope + new string(' ', bytes - Encoding.UTF8.GetByteCount(envelope)));
    }
}
