using System.Text;
using Kps.Contracts;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Parsing;

internal sealed class ParseStageTests
{
    private const string Member = "<kimlikNo>1</kimlikNo>";

    static ParseStageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Test]
    public void PlainRequest_IsUnderstood()
    {
        var call = Parse(Envelopes.Query(Registered.Person, Envelopes.Security(Envelopes.UsernameToken())), out var fault);

        Assert.That(fault, Is.Null);
        Assert.That(call.Request.Version, Is.EqualTo(SoapVersion.Soap12));
        Assert.That(call.Request.Operation.Operation, Is.EqualTo(KpsOperation.BilesikKisiSorgula));
        Assert.That(call.Request.Criteria!.AskedNumber, Is.EqualTo(Registered.Person.Value));
        Assert.That(call.Request.UsesAddressing, Is.False);
        Assert.That(call.Request.Security!.UserName, Is.EqualTo(Registered.UserName));
        Assert.That(call.Request.Security.Password!.Value.Reveal(), Is.EqualTo(Registered.Password.Reveal()));
        Assert.That(call.AnswerHeaders, Is.EqualTo(AnswerHeaders.None));
    }

    [Test]
    public void EnvelopeVersion_OutranksTheContentType()
    {
        var call = Parse(Envelopes.Soap11(string.Empty, Envelopes.Operation(Member)), out var fault, Calls.Soap12Type);

        Assert.That(fault, Is.Null);
        Assert.That(call.AnswerVersion, Is.EqualTo(SoapVersion.Soap11));
    }

    [TestCase("1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("00000000001")]
    [TestCase(" 1\r\n\t")]
    [TestCase("<![CDATA[1]]>")]
    [TestCase("<!-- x -->1")]
    [TestCase("&#x31;")]
    [TestCase("9223372036854775807")]
    public void AnyLong_IsANumber(string text)
    {
        Parse(Envelopes.Query($"<kimlikNo>{text}</kimlikNo>"), out var fault);

        Assert.That(fault, Is.Null);
    }

    [TestCase("1.0")]
    [TestCase("1 2")]
    [TestCase("1e5")]
    [TestCase("0x1")]
    [TestCase("1,000")]
    [TestCase("９")]
    [TestCase("١")]
    [TestCase("9223372036854775808")]
    [TestCase("on")]
    [SetCulture("tr-TR")]
    public void AnythingElse_IsAnInvalidMember(string text)
    {
        Parse(Envelopes.Query($"<kimlikNo>{text}</kimlikNo>"), out var fault);

        Assert.That(fault, Is.EqualTo(new CallFault(FaultCode.InvalidMember, "kimlikNo")));
    }

    [TestCase("", FaultCode.MissingMember, "kimlikNo")]
    [TestCase("<kimlikNo/>", FaultCode.MissingMember, "kimlikNo")]
    [TestCase("<kimlikNo> </kimlikNo>", FaultCode.MissingMember, "kimlikNo")]
    [TestCase("<kimlikNo xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>", FaultCode.MissingMember, "kimlikNo")]
    [TestCase("<kimlikNo xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='1'>1</kimlikNo>", FaultCode.MissingMember, "kimlikNo")]
    [TestCase("<kimlikNo>1</kimlikNo><kimlikNo>2</kimlikNo>", FaultCode.RepeatedMember, "kimlikNo")]
    [TestCase("<kimlikNo>1</kimlikNo><kimlikNo>1</kimlikNo>", FaultCode.RepeatedMember, "kimlikNo")]
    [TestCase("<kimlikNo>1</kimlikNo><kimlikNo/>", FaultCode.RepeatedMember, "kimlikNo")]
    [TestCase("<tcKimlikNo>1</tcKimlikNo>", FaultCode.UnknownMember, "tcKimlikNo")]
    [TestCase("<kimlikNo>1</kimlikNo><dogumYili>1980</dogumYili>", FaultCode.UnknownMember, "dogumYili")]
    [TestCase("<KimlikNo>1</KimlikNo>", FaultCode.UnknownMember, "KimlikNo")]
    [TestCase("<kımlıkNo>1</kımlıkNo>", FaultCode.UnknownMember, "kımlıkNo")]
    [TestCase("<kimlikNo xmlns=''>1</kimlikNo>", FaultCode.UnknownMember, "kimlikNo")]
    [TestCase("<kimlikNo xmlns='urn:baska'>1</kimlikNo>", FaultCode.UnknownMember, "kimlikNo")]
    [TestCase("<kimlikNo><deger>1</deger></kimlikNo>", FaultCode.UnknownMember, "deger")]
    [TestCase("<kimlikNo>1<deger/></kimlikNo>", FaultCode.UnknownMember, "deger")]
    [TestCase("1", FaultCode.UnknownMember, "BilesikKisiSorgula")]
    [TestCase("<kimlikNo>1</kimlikNo>2", FaultCode.UnknownMember, "BilesikKisiSorgula")]
    [SetCulture("tr-TR")]
    public void MemberThatIsNotOne_IsAFaultThatNamesIt(string members, FaultCode code, string named)
    {
        var call = Parse(Envelopes.Query(members), out var fault);

        Assert.That(fault, Is.EqualTo(new CallFault(code, named)));
        Assert.That(call.RequestIfParsed, Is.Null);
    }

    [TestCase("BilesikKisi", KpsNamespaces.Service)]
    [TestCase("bilesikKisiSorgula", KpsNamespaces.Service)]
    [TestCase("BilesikKisiSorgula", "http://tempuri.org/")]
    [TestCase("BilesikKisiSorgula", "https://www.saglik.gov.tr/KPS/01/01/2017/")]
    [TestCase("BilesikKisiSorgula", "http://www.saglik.gov.tr/KPS/01/01/2017")]
    [TestCase("Fault", SoapNamespaces.Soap12)]
    public void UnknownOperation_IsNamed(string name, string ns)
    {
        Parse(Envelopes.Soap12(string.Empty, Envelopes.Operation(Member, name, ns)), out var fault);

        Assert.That(fault, Is.EqualTo(new CallFault(FaultCode.UnknownOperation, name)));
    }

    [Test]
    public async Task OperationWhoseServiceIsNotOffered_SaysSo()
    {
        var call = Calls.Heard(Envelopes.Soap12(string.Empty, Envelopes.Operation(Member, "TcKimlikNoSorgula")));

        var fault = await new ParseStage(QueryTables.WithoutAnalogy).RunAsync(call, CancellationToken.None);

        Assert.That(fault, Is.EqualTo(new CallFault(FaultCode.OperationNotServed, "TcKimlikNoSorgula")));
    }

    [TestCase("\"https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula\"")]
    [TestCase("https://www.saglik.gov.tr/KPS/01/01/2017/IKpsServices/BilesikKisiSorgula")]
    [TestCase("\"\"")]
    [TestCase("")]
    [TestCase(null)]
    public void SoapAction_MayBeQuotedOrBareOrEmpty(string? action)
    {
        Parse(Envelopes.Soap11(string.Empty, Envelopes.Operation(Member)), out var fault, Calls.Soap11Type, action);

        Assert.That(fault, Is.Null);
    }

    [Test]
    public void ActionThatSaysSomethingElse_IsRefusedWhereverItStands()
    {
        const string Other = KpsNamespaces.ActionBase + "BilesikKisiveAdresSorgula";
        var expected = new CallFault(FaultCode.ActionMismatch, "BilesikKisiSorgula");

        Parse(Envelopes.Soap11(string.Empty, Envelopes.Operation(Member)), out var bySoapAction, Calls.Soap11Type, $"\"{Other}\"");
        Parse(Envelopes.Query(Member), out var byParameter, $"{Calls.Soap12Type}; action=\"{Other}\"");
        Parse(Envelopes.Query(Member, $"<a:Action xmlns:a=\"{SoapNamespaces.Addressing}\">{Other}</a:Action>"), out var byAddressing);

        Assert.That(new[] { bySoapAction, byParameter, byAddressing }, Is.All.EqualTo(expected));
    }

    [Test]
    public void SoapActionBesideSoap12_IsIgnored()
    {
        Parse(Envelopes.Query(Member), out var fault, soapAction: "\"urn:baska\"");

        Assert.That(fault, Is.Null);
    }

    [TestCase("<!DOCTYPE a><a/>", FaultCode.ForbiddenXml)]
    [TestCase("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", FaultCode.ForbiddenXml)]
    [TestCase("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", FaultCode.ForbiddenXml)]
    [TestCase("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>&yok;</s:Body></s:Envelope>", FaultCode.MalformedXml)]
    [TestCase("<a>", FaultCode.MalformedXml)]
    [TestCase("<a/><b/>", FaultCode.NotSoap)]
    [TestCase("merhaba", FaultCode.MalformedXml)]
    [TestCase("<a b='1' b='2'/>", FaultCode.MalformedXml)]
    [TestCase("<a>\u0001</a>", FaultCode.NotSoap)]
    [TestCase("<Envelope/>", FaultCode.NotSoap)]
    [TestCase("<s:Envelope xmlns:s='http://www.w3.org/2001/12/soap-envelope'><s:Body/></s:Envelope>", FaultCode.NotSoap)]
    [TestCase("<s:Zarf xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Zarf>", FaultCode.NotSoap)]
    public void ForbiddenOrBrokenXml_IsAFault(string xml, FaultCode expected)
    {
        Parse(xml, out var fault);

        Assert.That(fault?.Code, Is.EqualTo(expected));
    }

    [Test]
    public void ProcessingInstruction_IsForbiddenBehindTheProlog()
    {
        var query = Envelopes.Query(Member);
        Parse("<?iş ?>" + query, out var before);
        Parse(Envelopes.Query("<?iş ?>" + Member), out var inside);
        Parse(query + "<?iş ?>", out var behind);

        Assert.That(before, Is.Null);
        Assert.That(inside?.Code, Is.EqualTo(FaultCode.ForbiddenXml));
        Assert.That(behind?.Code, Is.EqualTo(FaultCode.ForbiddenXml));
    }

    [TestCase("utf-8", "utf-8")]
    [TestCase("iso-8859-9", "iso-8859-9")]
    [TestCase("windows-1254", "windows-1254")]
    [TestCase("ISO-8859-9", "iso-8859-9")]
    public void DeclaredCharset_IsRead(string declared, string charset)
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"{declared}\"?>" + Envelopes.Query(Member, Envelopes.Security(Envelopes.UsernameToken("şğİıöç")));
        var call = Parse(Encoding.GetEncoding(charset).GetBytes(xml), out var fault, "application/soap+xml");

        Assert.That(fault, Is.Null);
        Assert.That(call.Request.Security!.UserName, Is.EqualTo("şğİıöç"));
    }

    [Test]
    public void HeaderCharset_OutranksTheDeclaration()
    {
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Envelopes.Query(Member, Envelopes.Security(Envelopes.UsernameToken("şğİıöç")));
        var call = Parse(Encoding.GetEncoding("iso-8859-9").GetBytes(xml), out var fault, "application/soap+xml; charset=iso-8859-9");

        Assert.That(fault, Is.Null);
        Assert.That(call.Request.Security!.UserName, Is.EqualTo("şğİıöç"));
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public void WideCharset_IsRefused(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[][] bodies = [encoding.GetBytes(Envelopes.Query(Member)), [.. encoding.GetPreamble(), .. encoding.GetBytes(Envelopes.Query(Member))]];
        foreach (var body in bodies)
        {
            Parse(body, out var fault, "application/soap+xml");

            Assert.That(fault?.Code, Is.EqualTo(FaultCode.UnsupportedCharset));
        }
    }

    [Test]
    public void Utf16DeclaredButUtf8InTheHeader_IsReadAsUtf8()
    {
        var xml = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + Envelopes.Query(Member);

        Parse(Encoding.UTF8.GetBytes(xml), out var fault, "application/soap+xml; charset=utf-8");

        Assert.That(fault, Is.Null, "What .NET's StringWriter makes of a message in memory.");
    }

    [TestCase("ibm037")]
    [TestCase("utf-7")]
    [TestCase("utf-16")]
    [TestCase("shift_jis")]
    [TestCase("yok")]
    public void OtherDeclaredCharset_IsRefused(string charset)
    {
        Parse(Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{charset}\"?>" + Envelopes.Query(Member)), out var fault, "application/soap+xml");

        Assert.That(fault?.Code, Is.EqualTo(FaultCode.UnsupportedCharset).Or.EqualTo(FaultCode.MalformedXml));
    }

    [Test]
    public void BytesThatAreNotUtf8_AreRefused()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("<a>"), 0xFE, 0xFF, .. Encoding.UTF8.GetBytes("</a>")];
        Parse(body, out var declared);
        Parse(body, out var bare, "application/soap+xml");

        Assert.That(declared?.Code, Is.EqualTo(FaultCode.UnsupportedCharset));
        Assert.That(bare?.Code, Is.EqualTo(FaultCode.MalformedXml).Or.EqualTo(FaultCode.NotSoap));
    }

    [Test]
    public void Utf8Mark_IsPassedOver()
    {
        byte[] body = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Envelopes.Query(Member))];
        Parse(body, out var named);
        Parse(body, out var bare, "application/soap+xml");

        Assert.That(named, Is.Null);
        Assert.That(bare, Is.Null);
    }

    [Test]
    public void FaultOfAHalfReadRequest_StillAnswersInItsOwnTerms()
    {
        var header = $"<a:MessageID xmlns:a=\"{SoapNamespaces.Addressing}\">urn:uuid:1</a:MessageID>" + Envelopes.Security("<u:Timestamp/>");
        var call = Parse(Envelopes.Soap11(header, "<a:yok xmlns:a='urn:a'>"), out var fault, Calls.Soap12Type);

        Assert.That(fault?.Code, Is.EqualTo(FaultCode.MalformedXml));
        Assert.That(call.AnswerVersion, Is.EqualTo(SoapVersion.Soap11));
        Assert.That(call.AnswerHeaders, Is.EqualTo(new AnswerHeaders(true, "urn:uuid:1", true)));
    }

    private static KpsCall Parse(string xml, out CallFault? fault, string contentType = Calls.Soap12Type, string? soapAction = null) =>
        Parse(Encoding.UTF8.GetBytes(xml), out fault, contentType, soapAction);

    private static KpsCall Parse(byte[] body, out CallFault? fault, string contentType = Calls.Soap12Type, string? soapAction = null)
    {
        var call = Calls.Heard(body, contentType, http =>
        {
            if (soapAction is not null)
            {
                http.Request.Headers["SOAPAction"] = soapAction;
            }
        });
        fault = new ParseStage(QueryTables.All).RunAsync(call, CancellationToken.None).GetAwaiter().GetResult();
        return call;
    }
}
