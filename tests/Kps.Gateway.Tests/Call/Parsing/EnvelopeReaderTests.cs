using System.Text;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Parsing;

internal sealed class EnvelopeReaderTests
{
    private const string A = " xmlns:a=\"http://www.w3.org/2005/08/addressing\"";

    private static readonly string Body = Envelopes.Operation("<kimlikNo>1</kimlikNo>");

    [Test]
    public void AddressingHeaders_AreReadAndReplyAddressesPassedOver()
    {
        var reader = Read(Envelopes.Soap12(
            $"<a:Action{A} s:mustUnderstand=\"1\">urn:eylem</a:Action><a:MessageID{A}> urn:uuid:1 </a:MessageID><a:To{A} s:mustUnderstand=\"1\">https://baska.example/</a:To>"
            + $"<a:ReplyTo{A}><a:Address>https://saldiri.example/</a:Address></a:ReplyTo><a:FaultTo{A} s:mustUnderstand=\"1\"><a:Address>https://saldiri.example/</a:Address></a:FaultTo>"
            + $"<a:From{A}><a:Address>urn:a</a:Address></a:From><a:RelatesTo{A}>urn:b</a:RelatesTo>",
            Body));

        Assert.That((reader.Action, reader.MessageId, reader.UsesAddressing), Is.EqualTo(("urn:eylem", "urn:uuid:1", true)));
    }

    [TestCase("uuid:5a0c0de0-0000-4000-8000-00000000d0e5")]
    [TestCase("urn:uuid:5a0c0de0-0000-4000-8000-00000000d0e5")]
    [TestCase("her şey olabilir")]
    public void MessageId_MayHaveAnyForm(string id) =>
        Assert.That(Read(Envelopes.Soap12($"<a:MessageID{A}>{id}</a:MessageID>", Body)).MessageId, Is.EqualTo(id));

    [TestCase("Action")]
    [TestCase("MessageID")]
    public void AddressingHeader_StandsOnceAndNotEmpty(string name)
    {
        var twice = $"<a:{name}{A}>urn:a</a:{name}><a:{name}{A}>urn:a</a:{name}>";
        var empty = $"<a:{name}{A}> </a:{name}>";
        var nested = $"<a:{name}{A}><b/></a:{name}>";

        Assert.That(FaultOf(Envelopes.Soap12(twice, Body)), Is.EqualTo(new CallFault(FaultCode.InvalidAddressingHeader, name)));
        Assert.That(FaultOf(Envelopes.Soap12(empty, Body)), Is.EqualTo(new CallFault(FaultCode.InvalidAddressingHeader, name)));
        Assert.That(FaultOf(Envelopes.Soap12(nested, Body))?.Code, Is.EqualTo(FaultCode.MalformedEnvelope));
    }

    [TestCase("1", true)]
    [TestCase("true", true)]
    [TestCase(" 1 ", true)]
    [TestCase("0", false)]
    [TestCase("false", false)]
    [TestCase(null, false)]
    public void UnknownHeader_IsRefusedWhenItMustBeUnderstood(string? value, bool isRefused)
    {
        var attribute = value is null ? string.Empty : $" s:mustUnderstand=\"{value}\"";
        foreach (var header in new[] { $"<x:Baska xmlns:x=\"urn:x\"{attribute}><y/></x:Baska>", $"<a:Baska{A}{attribute}/>", $"<Baska{attribute}/>" })
        {
            foreach (var envelope in new[] { Envelopes.Soap12(header, Body), Envelopes.Soap11(header, Body) })
            {
                Assert.That(FaultOf(envelope), Is.EqualTo(isRefused ? new CallFault(FaultCode.HeaderNotUnderstood, "Baska") : null));
            }
        }
    }

    [TestCase(SoapNamespaces.Soap12RoleNext, true)]
    [TestCase(SoapNamespaces.Soap12RoleUltimate, true)]
    [TestCase("", true)]
    [TestCase("http://www.w3.org/2003/05/soap-envelope/role/none", false)]
    [TestCase("urn:vekil", false)]
    public void HeaderForAnotherRole_IsNotOurs(string role, bool isOurs)
    {
        var unknown = $"<x:Baska xmlns:x=\"urn:x\" s:mustUnderstand=\"1\" s:role=\"{role}\"/>";
        var security = Envelopes.Security(Envelopes.UsernameToken(), $" s:role=\"{role}\"");

        Assert.That(FaultOf(Envelopes.Soap12(unknown, Body))?.Code, Is.EqualTo(isOurs ? FaultCode.HeaderNotUnderstood : null));
        Assert.That(Read(Envelopes.Soap12(security, Body)).Security, isOurs ? Is.Not.Null : Is.Null);
    }

    [TestCase(SoapNamespaces.Soap11ActorNext, true)]
    [TestCase("", true)]
    [TestCase("urn:vekil", false)]
    public void HeaderForAnotherActor_IsNotOurs(string actor, bool isOurs)
    {
        var security = Envelopes.Security(Envelopes.UsernameToken(), $" s:actor=\"{actor}\" s:mustUnderstand=\"1\"");

        Assert.That(Read(Envelopes.Soap11(security, Body)).Security, isOurs ? Is.Not.Null : Is.Null);
    }

    [TestCase("")]
    [TestCase(" Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText\"")]
    public void UsernameToken_IsReadWithAndWithoutAType(string type)
    {
        var security = Read(Envelopes.Soap12(Envelopes.Security(Envelopes.UsernameToken("ad", " gizli ", type)), Body)).Security!;

        Assert.That((security.HasUsernameToken, security.UserName, security.Password!.Value.Reveal()), Is.EqualTo((true, "ad", " gizli ")));
        Assert.That(security.HasTimestamp, Is.False);
    }

    [Test]
    public void ExtraNonceAndCreated_MeanNothing()
    {
        var extra = "<o:Nonce EncodingType=\"urn:x\">AAAA</o:Nonce><u:Created>2026-03-14T09:30:00Z</u:Created>";
        var security = Read(Envelopes.Soap12(Envelopes.Security(Envelopes.UsernameToken("ad", "gizli", extra: extra)), Body)).Security!;

        Assert.That((security.UserName, security.HasTimestamp, security.Created), Is.EqualTo(("ad", false, (string?)null)));
    }

    [Test]
    public void Timestamp_IsReadOnEitherSideOfTheToken()
    {
        const string Timestamp = "<u:Timestamp u:Id=\"_0\"><u:Created>2026-03-14T09:30:00Z</u:Created><u:Expires> 2026-03-14T09:35:00Z </u:Expires></u:Timestamp>";
        foreach (var content in new[] { Timestamp + Envelopes.UsernameToken(), Envelopes.UsernameToken() + Timestamp })
        {
            var security = Read(Envelopes.Soap12(Envelopes.Security(content), Body)).Security!;

            Assert.That((security.HasTimestamp, security.Created, security.Expires), Is.EqualTo((true, "2026-03-14T09:30:00Z", "2026-03-14T09:35:00Z")));
        }
    }

    [TestCase("<o:UsernameToken/><o:UsernameToken/>", "UsernameToken")]
    [TestCase("<u:Timestamp/><u:Timestamp/>", "Timestamp")]
    [TestCase("<o:UsernameToken><o:Username>a</o:Username><o:Username>b</o:Username></o:UsernameToken>", "Username")]
    [TestCase("<o:UsernameToken><o:Password>a</o:Password><o:Password>b</o:Password></o:UsernameToken>", "Password")]
    public void CredentialGivenTwice_IsRefused(string content, string named) =>
        Assert.That(FaultOf(Envelopes.Soap12(Envelopes.Security(content), Body)), Is.EqualTo(new CallFault(FaultCode.InvalidSecurityHeader, named)));

    [Test]
    public void TwoSecurityHeaders_AreRefused() =>
        Assert.That(
            FaultOf(Envelopes.Soap12(Envelopes.Security(Envelopes.UsernameToken()) + Envelopes.Security(string.Empty), Body))?.Code,
            Is.EqualTo(FaultCode.InvalidSecurityHeader));

    [Test]
    public void UsernameTokenOfAnotherNamespace_IsNone()
    {
        var reader = Read(Envelopes.Soap12("<Security xmlns=\"urn:baska\"><UsernameToken><Username>a</Username></UsernameToken></Security>", Body));

        Assert.That(reader.Security, Is.Null);
    }

    [Test]
    public void CallerHeaders_AreTakenInAnySubset()
    {
        const string Reference = " a:IsReferenceParameter=\"true\" xmlns=\"\" xmlns:a=\"http://www.w3.org/2005/08/addressing\"";
        var all = Read(Envelopes.Soap12(
            $"<SorgulayanKimlikNo{Reference}>1</SorgulayanKimlikNo><KurumKodu{Reference}> 990001 </KurumKodu><UygulamaKodu{Reference}>x</UygulamaKodu>", Body));

        Assert.That(all.CallerHeaders, Is.EqualTo(new CallerHeaders("1", "990001", "x")));
        Assert.That(Read(Envelopes.Soap12("<KurumKodu>1</KurumKodu>", Body)).CallerHeaders, Is.EqualTo(new CallerHeaders(null, "1", null)));
        Assert.That(Read(Envelopes.Soap12(string.Empty, Body)).CallerHeaders, Is.SameAs(CallerHeaders.None));
    }

    [TestCase("SorgulayanKimlikNo")]
    [TestCase("KurumKodu")]
    [TestCase("UygulamaKodu")]
    public void CallerHeader_StandsOnce(string name) =>
        Assert.That(
            FaultOf(Envelopes.Soap12($"<{name}>1</{name}><{name}>1</{name}>", Body)),
            Is.EqualTo(new CallFault(FaultCode.RepeatedMember, name)));

    [Test]
    public void HeaderMayBeMissing() =>
        Assert.That(FaultOf($"<s:Envelope xmlns:s=\"{SoapNamespaces.Soap12}\"><s:Body>{Body}</s:Body></s:Envelope>"), Is.Null);

    [Test]
    public void EncodingStyle_IsTolerated() =>
        Assert.That(
            FaultOf($"<s:Envelope xmlns:s=\"{SoapNamespaces.Soap11}\" s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>{Body}</s:Body></s:Envelope>"),
            Is.Null);

    [TestCase("", "Body")]
    [TestCase("<s:Header/>", "Body")]
    [TestCase("<s:Body/><s:Body/>", "Body")]
    [TestCase("<s:Header/><s:Header/><s:Body/>", "Header")]
    [TestCase("<s:Body/><s:Header/>", "Header")]
    [TestCase("<s:Body/><ek/>", "ek")]
    [TestCase("<Body/>", "Body")]
    [TestCase("<s:Body><a/><b/></s:Body>", "b")]
    [TestCase("metin<s:Body/>", null)]
    [TestCase("<s:Header>metin</s:Header><s:Body/>", null)]
    [TestCase("<s:Body>metin</s:Body>", null)]
    public void EnvelopeOfAnotherShape_IsRefused(string content, string? named) =>
        Assert.That(
            FaultOf($"<s:Envelope xmlns:s=\"{SoapNamespaces.Soap12}\">{content}</s:Envelope>"),
            Is.EqualTo(new CallFault(FaultCode.MalformedEnvelope, named)));

    [Test]
    public void Depth_HasALimit()
    {
        Assert.That(FaultOf(Nested(EnvelopeCursor.MaxDepth - 2)), Is.Null);
        Assert.That(FaultOf(Nested(EnvelopeCursor.MaxDepth - 1))?.Code, Is.EqualTo(FaultCode.XmlLimitExceeded));
        Assert.That(FaultOf(Nested(5000))?.Code, Is.EqualTo(FaultCode.XmlLimitExceeded));

        static string Nested(int levels) => Envelopes.Soap12(
            string.Empty, string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels)));
    }

    [Test]
    public void AttributesOfOneElement_HaveALimit()
    {
        Assert.That(FaultOf(With(EnvelopeCursor.MaxAttributes)), Is.Null);
        Assert.That(FaultOf(With(EnvelopeCursor.MaxAttributes + 1))?.Code, Is.EqualTo(FaultCode.XmlLimitExceeded));
        Assert.That(FaultOf(Envelopes.Soap12($"<x {Many(65)}/>", Body))?.Code, Is.EqualTo(FaultCode.XmlLimitExceeded), "In skipped headers too.");

        static string With(int count) => Envelopes.Soap12(string.Empty, $"<a {Many(count)}/>");
        static string Many(int count) => string.Join(' ', Enumerable.Range(0, count).Select(index => $"b{index}=\"1\""));
    }

    [TestCase(256, null)]
    [TestCase(257, FaultCode.XmlLimitExceeded)]
    public void Credential_HasALimit(int length, FaultCode? expected)
    {
        var text = new string('x', length);

        Assert.That(FaultOf(Envelopes.Soap12(Envelopes.Security(Envelopes.UsernameToken(password: text)), Body))?.Code, Is.EqualTo(expected));
        Assert.That(FaultOf(Envelopes.Soap12(Envelopes.Security(Envelopes.UsernameToken(name: text)), Body))?.Code, Is.EqualTo(expected));
        Assert.That(
            FaultOf(Envelopes.Soap12(Envelopes.Security(Envelopes.UsernameToken(password: "<![CDATA[x]]>" + text[1..])), Body))?.Code,
            Is.EqualTo(expected),
            "In pieces too.");
    }

    [Test]
    public void OtherTexts_HaveLimits()
    {
        Assert.That(FaultOf(Envelopes.Soap12($"<KurumKodu>{new string('1', 101)}</KurumKodu>", Body)), Is.EqualTo(new CallFault(FaultCode.XmlLimitExceeded, "KurumKodu")));
        Assert.That(FaultOf(Envelopes.Soap12($"<a:Action{A}>{new string('1', 1025)}</a:Action>", Body)), Is.EqualTo(new CallFault(FaultCode.XmlLimitExceeded, "Action")));
        Assert.That(FaultOf(Envelopes.Query($"<kimlikNo>{new string('1', 4097)}</kimlikNo>")), Is.EqualTo(new CallFault(FaultCode.XmlLimitExceeded, "kimlikNo")));
    }

    [Test]
    public void Texts_ShowNothing()
    {
        var reader = Read(Envelopes.Soap12("<SorgulayanKimlikNo>1</SorgulayanKimlikNo>" + Envelopes.Security(Envelopes.UsernameToken()), Body));

        Assert.That(reader.CallerHeaders.ToString(), Is.EqualTo(nameof(CallerHeaders)));
        Assert.That(reader.Security!.ToString(), Is.EqualTo(nameof(SecurityHeader)));
        Assert.That(new KimlikNoCriteria(Registered.Person.Value).ToString(), Is.EqualTo(nameof(KimlikNoCriteria)));
    }

    private static CallFault? FaultOf(string xml)
    {
        try
        {
            Read(xml);
            return null;
        }
        catch (ParseFaultException e)
        {
            return e.Fault;
        }
    }

    private static EnvelopeReader Read(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        using var cursor = EnvelopeCursor.Open(new RequestBody(bytes, bytes.Length, null));
        var reader = new EnvelopeReader(cursor);
        reader.Read();
        return reader;
    }
}
