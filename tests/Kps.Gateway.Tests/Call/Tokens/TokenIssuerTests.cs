using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>What leaves by the token door, seen with the eyes of those who take it (wire contracts a.3).</summary>
internal sealed class TokenIssuerTests
{
    private TokenHouse _house = null!;
    private TokenNode _node = null!;

    [SetUp]
    public void Open()
    {
        _house = TokenHouse.WithKey();
        _node = _house.Node();
    }

    [TearDown]
    public void Close() => _house.Dispose();

    [Test]
    public void Assertion_IsThisText()
    {
        var token = _node.Issue();
        var parts = token.Assertion.Split("<DigestValue>", 2);
        var (digest, value) = (parts[1].Split('<', 2)[0], token.Assertion.Split("<SignatureValue>")[1].Split('<', 2)[0]);

        Assert.That(token.Assertion, Is.EqualTo(
            $"<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:1.0:assertion\" AssertionID=\"{token.AssertionId}\" IssueInstant=\"2026-03-14T09:30:00.000Z\" Issuer=\"urn:kps:sts\" MajorVersion=\"1\" MinorVersion=\"1\">"
            + "<saml:Conditions NotBefore=\"2026-03-14T09:30:00.000Z\" NotOnOrAfter=\"2026-03-14T10:00:00.000Z\"><saml:AudienceRestrictionCondition><saml:Audience>https://kps.example.gov.tr/Router/RoutingService.svc</saml:Audience></saml:AudienceRestrictionCondition></saml:Conditions>"
            + "<saml:AuthenticationStatement AuthenticationInstant=\"2026-03-14T09:30:00.000Z\" AuthenticationMethod=\"urn:oasis:names:tc:SAML:1.0:am:password\">" + Subject + "</saml:AuthenticationStatement>"
            + "<saml:AttributeStatement>" + Subject + Attribute("Kurum", "7") + Attribute("Uygulama", "12") + Attribute("Sorgulayan", Text(TokenHouse.Subject.Asker)) + Attribute("SifreSurumu", "3") + Attribute("IslemNo", TokenHouse.Subject.IssuedUnder.ToString()) + "</saml:AttributeStatement>"
            + "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" /><SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\" />"
            + $"<Reference URI=\"#{token.AssertionId}\"><Transforms><Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\" /><Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\" /></Transforms>"
            + $"<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\" /><DigestValue>{digest}</DigestValue></Reference></SignedInfo><SignatureValue>{value}</SignatureValue><KeyInfo><KeyName>1</KeyName></KeyInfo></Signature></saml:Assertion>"));
    }

    [Test]
    public void Assertion_IsAsciiWithoutReferencesOrBlanksBetweenElements()
    {
        var assertion = _node.Issue().Assertion;

        Assert.That(assertion, Has.None.Matches<char>(character => character is < ' ' or > '~'));
        Assert.That(assertion, Does.Not.Contain("&").And.Not.Match(@">\s+<"));
    }

    [Test]
    public void AbsentClaims_AreLeftOut()
    {
        var bare = TokenHouse.Subject with { ApplicationId = null, Asker = null };
        var token = _node.Issue(bare);

        Assert.That(token.Assertion, Does.Not.Contain("Uygulama").And.Not.Contain("Sorgulayan"));
        Assert.That(_house.Node().Verify(token.Assertion).Claims?.Subject, Is.EqualTo(bare));
    }

    [Test]
    public void Token_SaysWhenItBeginsAndEnds_ToTheMillisecond()
    {
        _house.Time.Advance(TimeSpan.FromTicks(12_345_678));
        var token = _node.Issue();

        Assert.That(token.Created.ToString("o", CultureInfo.InvariantCulture), Is.EqualTo("2026-03-14T09:30:01.2340000+00:00"));
        Assert.That(token.Expires - token.Created, Is.EqualTo(new TokenOptions().Lifetime));
        Assert.That(token.ToString(), Is.EqualTo(token.AssertionId));
    }

    [Test]
    public void TwoTokens_HaveTwoIds() => Assert.That(_node.Issue().AssertionId, Is.Not.EqualTo(_node.Issue().AssertionId));

    [Test]
    public void WithoutAKey_NothingIsIssued()
    {
        _house.Registry.Load([]);

        Assert.That(_node.Issuer.Issue(TokenHouse.Subject), Is.Null);
    }

    [Test]
    public void BothWaysOfCutting_GiveTheTextBack()
    {
        var assertion = _node.Issue().Assertion;
        var reply = Pasted.Reply(assertion);

        Assert.That(Pasted.Cut(reply), Is.EqualTo(assertion));
        Assert.That(Pasted.InnerXml(reply), Is.EqualTo(assertion));
        Assert.That(Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(Pasted.InnerXml(reply))), Is.EqualTo(assertion));
        Assert.That(() => Pasted.Document(Pasted.Cut(reply)), Throws.Nothing);
    }

    [TestCase(SoapNamespaces.Soap11, "")]
    [TestCase(SoapNamespaces.Soap12, "")]
    [TestCase(SoapNamespaces.Soap12, "xmlns=\"urn:baska\"")]
    [TestCase(SoapNamespaces.Soap11, "xmlns:saml=\"urn:baska\" xmlns:ds=\"urn:baska:2\" xmlns:a=\"urn:baska:3\" xmlns=\"http://www.w3.org/2000/09/xmldsig#\"")]
    public void OwnToken_IsKnownHoweverItIsPasted(string soap, string declarations)
    {
        var token = _node.Issue();

        foreach (var text in new[] { token.Assertion, Pasted.InnerXml(Pasted.Reply(token.Assertion)), token.Assertion.Replace(" />", "/>", StringComparison.Ordinal) })
        {
            Assert.That(_node.Cache.TryGet(Pasted.In(soap, text, declarations), out _, out var claims));
            Assert.That(claims!.Subject, Is.EqualTo(TokenHouse.Subject));
        }
    }

    [TestCase(SoapNamespaces.Soap11, "")]
    [TestCase(SoapNamespaces.Soap12, "xmlns=\"urn:baska\" xmlns:p=\"urn:baska:2\"")]
    public void OtherNode_VerifiesWhatItDidNotIssue(string soap, string declarations)
    {
        var token = _node.Issue();
        var other = _house.Node();

        var (flaw, claims) = other.VerifyCopy(Pasted.In(soap, token.Assertion, declarations));

        Assert.That(flaw, Is.EqualTo(TokenFlaw.None));
        Assert.That(claims, Is.EqualTo(new TokenClaims
        {
            AssertionId = token.AssertionId,
            IssuedAt = token.Created,
            NotOnOrAfter = token.Expires,
            KeyId = 1,
            Subject = TokenHouse.Subject,
        }));
        Assert.That(other.Cache.Count, Is.EqualTo(1));
        Assert.That(other.Cache.TryGet(Pasted.Alone(token.Assertion), out _, out _));
    }

    [Test]
    public void PlainSignedXml_FindsTheSignatureGood()
    {
        var document = Pasted.Document(_node.Issue().Assertion);
        var signed = new PlainSignedXml(document);
        signed.LoadXml((XmlElement)document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!);

        Assert.That(signed.CheckSignature(_house.Private[1]));
        document.DocumentElement!.SetAttribute("Issuer", "urn:kps:sts2");
        Assert.That(signed.CheckSignature(_house.Private[1]), Is.False);
    }

    [Test]
    public async Task OpenSsl_FindsTheSignatureGood()
    {
        var document = Pasted.Document(_node.Issue().Assertion);
        var canonicalizer = new XmlDsigExcC14NTransform();
        var signedInfo = Pasted.Document(document.GetElementsByTagName("SignedInfo")[0]!.OuterXml);
        canonicalizer.LoadInput(signedInfo);
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            string File(string name) => Path.Combine(directory.FullName, name);
            await using (var target = System.IO.File.Create(File("signed-info")))
            {
                await ((Stream)canonicalizer.GetOutput(typeof(Stream))).CopyToAsync(target);
            }

            await System.IO.File.WriteAllBytesAsync(File("signature"), Convert.FromBase64String(document.GetElementsByTagName("SignatureValue")[0]!.InnerText));
            await System.IO.File.WriteAllTextAsync(File("key.pem"), _house.Private[1].ExportSubjectPublicKeyInfoPem());
            using var openssl = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", File("key.pem"), "-signature", File("signature"), File("signed-info")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await openssl.StandardOutput.ReadToEndAsync();
            await openssl.WaitForExitAsync();

            Assert.That((openssl.ExitCode, said.Trim()), Is.EqualTo((0, "Verified OK")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Test]
    public void Digest_IsThatOfTheAssertionWithoutItsSignature()
    {
        var document = Pasted.Document(_node.Issue().Assertion);
        var digest = document.GetElementsByTagName("DigestValue")[0]!.InnerText;
        document.DocumentElement!.RemoveChild(document.DocumentElement.LastChild!);
        var canonicalizer = new XmlDsigExcC14NTransform();
        canonicalizer.LoadInput(document);

        Assert.That(Convert.ToBase64String(SHA256.HashData((Stream)canonicalizer.GetOutput(typeof(Stream)))), Is.EqualTo(digest));
    }

    [Test]
    public void TurkishCulture_ChangesNothing()
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var name in new[] { "tr-TR", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
                var token = _node.Issue();

                Assert.That(token.Assertion, Does.Contain("NotOnOrAfter=\"2026-03-14T10:00:00.000Z\""));
                Assert.That(_house.Node().Verify(token.Assertion).Flaw, Is.EqualTo(TokenFlaw.None));
                Assert.That(_house.Node(publicUrl: "https://KIMLIK.example.gov.tr").Realm.Audience, Does.StartWith("https://kimlik."));
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    [Test]
    public async Task ManyAtOnce_AllSignWell()
    {
        var other = _house.Node();
        var tokens = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _node.Issue())));

        Assert.That(tokens.Select(token => other.Verify(token.Assertion).Flaw), Is.All.EqualTo(TokenFlaw.None));
        Assert.That(_node.Cache.Count, Is.EqualTo(64));
    }

    private static string Subject =>
        "<saml:Subject><saml:NameIdentifier>41</saml:NameIdentifier><saml:SubjectConfirmation><saml:ConfirmationMethod>urn:oasis:names:tc:SAML:1.0:cm:bearer</saml:ConfirmationMethod></saml:SubjectConfirmation></saml:Subject>";

    private static string Attribute(string name, string value) =>
        $"<saml:Attribute AttributeName=\"{name}\" AttributeNamespace=\"urn:kps:token\"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>";

    private static string Text(long? number) => number!.Value.ToString(CultureInfo.InvariantCulture);
}
