using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Kps.Contracts;
using Kps.Mernis.Tests.Fakes;
using Kps.Mernis.Soap;
using Kps.Mernis.Sts;

namespace Kps.Mernis.Tests.Soap;

public sealed class SignedEnvelopeTests
{
    private static readonly Uri Router = new("https://router.example/Services/RoutingService.svc?a=1&b=2");

    [Test]
    public void Signature_VerifiesWithTheFramework_ForManySecrets()
    {
        var clock = new TestClock();
        for (var round = 0; round < 200; round++)
        {
            var secret = RandomNumberGenerator.GetBytes(16 + (round % 80));
            clock.Advance(TimeSpan.FromSeconds(round * 7919));
            var document = Parse(Write(Token(secret), null, clock));
            Assert.That(Verifies(document, secret), Is.True, $"round {round}");
        }
    }

    [Test]
    public void Signature_FailsWithAnotherSecret_AndWithAnotherTimestamp()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var text = Write(Token(secret), null, new TestClock());
        var otherSecret = RandomNumberGenerator.GetBytes(32);
        Assert.That(Verifies(Parse(text), otherSecret), Is.False);

        var document = Parse(text);
        var expires = document.GetElementsByTagName("Expires", WireNames.Utility)[0]!;
        expires.InnerText = "2099-01-01T00:00:00Z";
        Assert.That(Verifies(document, secret), Is.False);
    }

    [Test]
    public void Signature_SaysWhatTheContractDemands()
    {
        var document = Parse(Write(Token(Answers.ProofKey), null, new TestClock()));
        var names = Names(document);
        Assert.Multiple(() =>
        {
            Assert.That(Attribute(document, names, "//ds:SignatureMethod/@Algorithm"), Is.EqualTo("http://www.w3.org/2000/09/xmldsig#hmac-sha1"));
            Assert.That(Attribute(document, names, "//ds:DigestMethod/@Algorithm"), Is.EqualTo("http://www.w3.org/2000/09/xmldsig#sha1"));
            Assert.That(Attribute(document, names, "//ds:CanonicalizationMethod/@Algorithm"), Is.EqualTo(WireNames.ExclusiveCanonical));
            Assert.That(Attribute(document, names, "//ds:Reference/@URI"), Is.EqualTo("#_0"));
            Assert.That(document.SelectNodes("//ds:Reference", names)!.Count, Is.EqualTo(1));
            Assert.That(Attribute(document, names, "//ds:KeyInfo/o:SecurityTokenReference/o:KeyIdentifier"), Is.EqualTo("_id"));
            Assert.That(Attribute(document, names, "//ds:KeyInfo//o:KeyIdentifier/@ValueType"), Is.EqualTo(WireNames.SamlAssertionId));
            Assert.That(
                document.SelectNodes("/s:Envelope/s:Header/o:Security/*", names)!.Cast<XmlNode>().Select(node => node.LocalName),
                Is.EqualTo(new[] { "Timestamp", "EncryptedData", "Signature" }));
        });
    }

    [Test]
    public void Header_CarriesAddressingAndFiveMinutes()
    {
        var clock = new TestClock();
        var before = clock.GetUtcNow().AddSeconds(-1);
        var document = Parse(Write(Token(Answers.ProofKey), null, clock));
        var names = Names(document);
        var created = DateTimeOffset.Parse(Attribute(document, names, "//u:Created"));
        Assert.Multiple(() =>
        {
            Assert.That(Attribute(document, names, "/s:Envelope/s:Header/a:To"), Is.EqualTo(Router.AbsoluteUri));
            Assert.That(Attribute(document, names, "/s:Envelope/s:Header/a:Action"), Is.EqualTo("urn:action"));
            Assert.That(Attribute(document, names, "/s:Envelope/s:Header/a:MessageID"), Does.Match("^urn:uuid:[0-9a-f-]{36}$"));
            Assert.That(Attribute(document, names, "/s:Envelope/s:Header/a:ReplyTo/a:Address"), Is.EqualTo(WireNames.Anonymous));
            Assert.That(created, Is.InRange(before, clock.GetUtcNow()));
            Assert.That(DateTimeOffset.Parse(Attribute(document, names, "//u:Expires")) - created, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(document.SelectSingleNode("//*[local-name()='Sorgulayan']"), Is.Null);
        });
    }

    [Test]
    public void Token_StandsInTheMessageExactlyAsReceived()
    {
        var received = "<x:EncryptedData  Type='a'\n xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\"\r\n><x:A b = 'ğ'/></x:EncryptedData >";
        Assert.That(Write(Token(Answers.ProofKey, received), null, new TestClock()), Does.Contain("</u:Timestamp>" + received + "<Signature"));
    }

    [Test]
    public void Sorgulayan_IsWrittenWhenGiven()
    {
        var document = Parse(Write(Token(Answers.ProofKey), Answers.Other, new TestClock()));
        var header = document.SelectSingleNode("/*/*/*[local-name()='Sorgulayan']");
        Assert.That(header?.NamespaceURI, Is.EqualTo(WireNames.Sorgulayan));
        Assert.That(header?.InnerText, Is.EqualTo(Answers.Other.Value.ToString()));
    }

    [Test]
    public void Message_GrowsBeyondItsFirstRent()
    {
        var large = Answers.EncryptedData(new string('Q', 60_000));
        Assert.That(Verifies(Parse(Write(Token(Answers.ProofKey, large), null, new TestClock())), Answers.ProofKey), Is.True);
    }

    private static SecurityToken Token(byte[] secret, string? encryptedData = null) => new()
    {
        EncryptedData = Encoding.UTF8.GetBytes(encryptedData ?? Answers.EncryptedData()),
        ProofKey = secret,
        AssertionId = "_id"u8.ToArray(),
        Lifetime = TimeSpan.FromHours(1),
    };

    private static string Write(SecurityToken token, Tckn? sorgulayan, TimeProvider clock)
    {
        using var message = new SignedEnvelope(Router, "urn:action", clock).Begin(token, sorgulayan);
        message.Write("<x/>"u8);
        SignedEnvelope.End(message);
        return Encoding.UTF8.GetString(message.Written.Span);
    }

    private static XmlDocument Parse(string text)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(text);
        return document;
    }

    private static bool Verifies(XmlDocument document, byte[] secret)
    {
        var signed = new TimestampSignedXml(document);
        signed.LoadXml((XmlElement)document.GetElementsByTagName("Signature", WireNames.Signature)[0]!);
#pragma warning disable CA5350 // The contract's algorithm.
        using var mac = new HMACSHA1(secret);
#pragma warning restore CA5350
        return signed.CheckSignature(mac);
    }

    private static XmlNamespaceManager Names(XmlDocument document)
    {
        var names = new XmlNamespaceManager(document.NameTable);
        names.AddNamespace("s", WireNames.Soap12);
        names.AddNamespace("a", WireNames.Addressing);
        names.AddNamespace("o", WireNames.Security);
        names.AddNamespace("u", WireNames.Utility);
        names.AddNamespace("ds", WireNames.Signature);
        return names;
    }

    private static string Attribute(XmlDocument document, XmlNamespaceManager names, string path) =>
        document.SelectSingleNode(path, names)?.InnerText ?? "(missing)";

    private sealed class TimestampSignedXml(XmlDocument document) : SignedXml(document)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            idValue == "_0" ? (XmlElement?)document!.GetElementsByTagName("Timestamp", WireNames.Utility)[0] : null;
    }
}
