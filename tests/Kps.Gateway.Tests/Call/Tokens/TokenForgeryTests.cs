using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>
/// What is not ours, is ours no more, or hides what is. Where only the form is wrong, our own key has signed it: the refusal is then that of the form.
/// </summary>
internal sealed class TokenForgeryTests
{
    private TokenHouse _house = null!;
    private string _assertion = null!;

    [SetUp]
    public void Open()
    {
        _house = TokenHouse.WithKey();
        _assertion = _house.Node().Issue().Assertion;
    }

    [TearDown]
    public void Close() => _house.Dispose();

    [Test]
    public void OwnKeyInOurForm_IsTaken_ByOtherMeansToo() => Assert.That(Verdict(Forger.Sign(_assertion, OurKey)), Is.EqualTo(TokenFlaw.None));

    [Test]
    public void AttackersKey_IsRefused([Values] bool sendsKey)
    {
        using var own = RSA.Create(2048);
        var forged = Forger.Sign(As(42), own, (signed, _) =>
        {
            if (sendsKey)
            {
                signed.KeyInfo.AddClause(new RSAKeyValue(own));
            }
        });

        Assert.That(Verdict(forged), Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(Verdict(forged.Replace("</Signature>", "<KeyInfo><KeyName>1</KeyName></KeyInfo></Signature>", StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid));
    }

    [Test]
    public void HmacWithThePublicKeyAsSecret_IsRefused()
    {
        foreach (var secret in new[] { OurKey.ExportSubjectPublicKeyInfo(), OurKey.ExportRSAPublicKey(), Encoding.ASCII.GetBytes(OurKey.ExportSubjectPublicKeyInfoPem()) })
        {
            using var sha256 = new HMACSHA256(secret);
            var forged = Forger.Sign(As(42), OurKey, sign: signed => signed.ComputeSignature(sha256));

            Assert.That(forged, Does.Contain("hmac-sha256"));
            Assert.That(Verdict(forged), Is.EqualTo(TokenFlaw.Invalid));
            Assert.That(Verdict(forged.Replace("hmac-sha256", "rsa-sha256", StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid));
        }
    }

    [TestCase("http://www.w3.org/2000/09/xmldsig#rsa-sha1")]
    [TestCase("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384")]
    [TestCase("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512")]
    public void OtherSignatureMethod_IsRefused(string method) => IsRefused(Forger.Sign(_assertion, OurKey, (signed, _) => signed.SignedInfo!.SignatureMethod = method), method);

    [TestCase("http://www.w3.org/2000/09/xmldsig#sha1")]
    [TestCase("http://www.w3.org/2001/04/xmlenc#sha512")]
    public void OtherDigestMethod_IsRefused(string method) => IsRefused(Forger.Sign(_assertion, OurKey, (_, reference) => reference.DigestMethod = method), method);

    [TestCase("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")]
    [TestCase("http://www.w3.org/2001/10/xml-exc-c14n#WithComments")]
    public void OtherCanonicalization_IsRefused(string method) =>
        IsRefused(Forger.Sign(_assertion, OurKey, (signed, _) => signed.SignedInfo!.CanonicalizationMethod = method), method);

    [Test]
    public void OtherTransforms_AreRefused()
    {
        Transform[][] lists =
        [
            [],
            [new XmlDsigEnvelopedSignatureTransform()],
            [new XmlDsigExcC14NTransform()],
            [new XmlDsigExcC14NTransform(), new XmlDsigEnvelopedSignatureTransform()],
            [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform(), new XmlDsigExcC14NTransform()],
            [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigC14NTransform()],
            [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NWithCommentsTransform()],
            [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform("saml")],
            [new XmlDsigEnvelopedSignatureTransform(), Forger.XPath("not(ancestor-or-self::*[local-name()='AttributeStatement'])")],
            [new XmlDsigEnvelopedSignatureTransform(), Forger.XPath("true()"), new XmlDsigExcC14NTransform()],
            [new XmlDsigEnvelopedSignatureTransform(), Forger.Xslt()],
        ];

        foreach (var list in lists)
        {
            Assert.That(Verdict(Forger.Sign(_assertion, OurKey, Forger.Transforms(list))), Is.EqualTo(TokenFlaw.Invalid), string.Join(' ', list.Select(one => one.Algorithm)));
        }
    }

    [TestCase("http://www.w3.org/2000/09/xmldsig#base64")]
    [TestCase("http://www.w3.org/2002/07/decrypt#XML")]
    [TestCase("urn:uydurma")]
    [TestCase("")]
    public void UnknownTransform_IsRefused(string algorithm) =>
        Assert.That(Verdict(_assertion.Replace(SamlNames.Enveloped, algorithm, StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid));

    [Test]
    public void OtherReferences_AreRefused()
    {
        foreach (var uri in new[] { string.Empty, "#xpointer(/)", "#xpointer(id('" + Id + "'))" })
        {
            Assert.That(Verdict(Forger.Sign(_assertion, OurKey, (_, reference) => reference.Uri = uri)), Is.EqualTo(TokenFlaw.Invalid), uri);
        }

        Assert.That(Verdict(Forger.Sign(_assertion, OurKey, (signed, reference) =>
        {
            signed.AddReference(reference);
            signed.AddReference(new Reference("#" + Id) { DigestMethod = SignedXml.XmlDsigSHA256Url });
        })), Is.EqualTo(TokenFlaw.Invalid));
    }

    [Test]
    public void MoreInTheSignature_IsRefused()
    {
        string[] extras =
        [
            "<Object/>",
            "<Object>" + As(42) + "</Object>",
            "<KeyInfo><KeyName>1</KeyName></KeyInfo>",
            "<saml:Conditions xmlns:saml=\"" + SamlNames.Assertion + "\"/>",
            "metin",
        ];
        foreach (var extra in extras)
        {
            Assert.That(Verdict(_assertion.Replace("</Signature>", extra + "</Signature>", StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid), extra);
        }

        Assert.That(Verdict(_assertion.Replace("<KeyName>", "<X509Data/><KeyName>", StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(Verdict(_assertion.Replace("<Signature ", "<Signature Id=\"a\" ", StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(Verdict(_assertion.Replace("<SignatureValue>", "<SignatureValue Id=\"a\">", StringComparison.Ordinal)), Is.EqualTo(TokenFlaw.Invalid));
    }

    [Test]
    public void Wrapping_IsRefused()
    {
        var signature = _assertion[_assertion.IndexOf("<Signature ", StringComparison.Ordinal)..].Replace("</saml:Assertion>", string.Empty, StringComparison.Ordinal);
        var forged = As(42);
        var forgedHead = forged[..forged.IndexOf("<Signature ", StringComparison.Ordinal)];
        var otherId = forgedHead.Replace(Id, "_" + Guid.NewGuid().ToString("D"), StringComparison.Ordinal);
        string[] shapes =
        [
            // The genuine one inside the forged one, with and without the signature lifted out; same id and another.
            forgedHead + _assertion + "</saml:Assertion>",
            otherId + _assertion + "</saml:Assertion>",
            forgedHead + "<saml:Advice>" + _assertion + "</saml:Advice>" + signature + "</saml:Assertion>",
            otherId + "<saml:Advice>" + _assertion + "</saml:Advice>" + signature + "</saml:Assertion>",
            otherId + signature.Replace("</Signature>", "<Object>" + _assertion + "</Object></Signature>", StringComparison.Ordinal) + "</saml:Assertion>",
            otherId + signature + "<saml:Advice>" + Unsigned(_assertion) + "</saml:Advice></saml:Assertion>",

            // The forged one inside the genuine one.
            _assertion.Replace("<Signature ", forgedHead + "</saml:Assertion><Signature ", StringComparison.Ordinal),
            _assertion.Replace("</Signature>", "<Object>" + forged + "</Object></Signature>", StringComparison.Ordinal),
            _assertion.Replace("</saml:Assertion>", forged + "</saml:Assertion>", StringComparison.Ordinal),

            // The signature moved, doubled, emptied, missing.
            _assertion.Replace("</saml:Assertion>", signature + "</saml:Assertion>", StringComparison.Ordinal),
            Unsigned(_assertion).Replace("<saml:Conditions ", signature + "<saml:Conditions ", StringComparison.Ordinal),
            Unsigned(_assertion).Replace("</saml:AttributeStatement>", signature + "</saml:AttributeStatement>", StringComparison.Ordinal),
            Unsigned(_assertion),
            Unsigned(_assertion).Replace("</saml:Assertion>", "<Signature xmlns=\"" + SamlNames.XmlSignature + "\"/></saml:Assertion>", StringComparison.Ordinal),
            $"<saml:Assertion xmlns:saml=\"{SamlNames.Assertion}\">" + _assertion + "</saml:Assertion>",

            // The claims changed under the genuine signature.
            forged,
        ];
        foreach (var shape in shapes)
        {
            Assert.That(Verdict(shape), Is.EqualTo(TokenFlaw.Invalid), shape);
        }
    }

    [Test]
    public void GenuineOneElsewhereInTheMessage_HelpsNobody()
    {
        using var node = _house.Node();
        var forged = Pasted.In(SoapNamespaces.Soap12, As(42) + _assertion);

        Assert.That(node.VerifyCopy(forged).Flaw, Is.EqualTo(TokenFlaw.Invalid));
        Assert.That(Encoding.UTF8.GetString(forged), Does.Contain(">42<").And.Not.Contain(">41<"));
    }

    [Test]
    public void CommentInAClaim_ChangesNothing()
    {
        var commented = _assertion.Replace(">41<", ">4<!-- x -->1<", StringComparison.Ordinal);
        using var node = _house.Node();

        Assert.That(node.Verify(commented).Claims?.Subject.UserId, Is.EqualTo(41));
        Assert.That(node.VerifyCopy(Encoding.UTF8.GetBytes(commented)).Flaw, Is.EqualTo(TokenFlaw.Invalid), "Where comments were not dropped nothing is guessed.");
    }

    [Test]
    public void Cdata_IsWhatItSays() =>
        Assert.That(_house.Node().Verify(_assertion.Replace(">41<", "><![CDATA[41]]><", StringComparison.Ordinal)).Claims?.Subject.UserId, Is.EqualTo(41));

    [TestCase("<!DOCTYPE saml:Assertion [<!ENTITY k \"42\">]>", "&k;")]
    [TestCase("<!DOCTYPE saml:Assertion SYSTEM \"file:///etc/passwd\">", "41")]
    [TestCase("<!DOCTYPE saml:Assertion [<!ATTLIST saml:Assertion AssertionID ID #IMPLIED>]>", "41")]
    public void Dtd_IsRefused(string dtd, string user)
    {
        var text = dtd + _assertion.Replace(">41<", $">{user}<", StringComparison.Ordinal);

        Assert.That(() => Pasted.Copy(text), Throws.InstanceOf<XmlException>());
        Assert.That(_house.Node().VerifyCopy(Encoding.UTF8.GetBytes(text)).Flaw, Is.EqualTo(TokenFlaw.Invalid));
    }

    [Test]
    public void SignedByUsButNotInOurWords_IsRefused()
    {
        string[][] changes =
        [
            ["MinorVersion=\"1\"", "MinorVersion=\"0\""],
            ["MajorVersion=\"1\"", "MajorVersion=\"2\""],
            ["Issuer=\"urn:kps:sts\"", "Issuer=\"urn:kps:sts2\""],
            ["Issuer=\"urn:kps:sts\"", "Issuer=\"urn:kps:sts\" Ek=\"1\""],
            [SamlNames.Bearer, "urn:oasis:names:tc:SAML:1.0:cm:holder-of-key"],
            [SamlNames.Password, "urn:oasis:names:tc:SAML:1.0:am:unspecified"],
            ["AttributeName=\"Kurum\"", "AttributeName=\"Uygulama\""],
            ["AttributeName=\"Kurum\"", "AttributeName=\"Yetki\""],
            ["AttributeName=\"Kurum\" AttributeNamespace=\"urn:kps:token\"", "AttributeName=\"Kurum\" AttributeNamespace=\"urn:baska\""],
            ["<saml:AttributeValue>7<", "<saml:AttributeValue>-7<"],
            ["<saml:AttributeValue>7<", "<saml:AttributeValue>7 <"],
            ["<saml:AttributeValue>7<", "<saml:AttributeValue><"],
            ["<saml:AttributeValue>7<", "<saml:AttributeValue>4294967303<"],
            ["<saml:AttributeValue>12<", "<saml:AttributeValue>4294967303<"],
            ["<saml:AttributeValue>12<", "<saml:AttributeValue>on iki<"],
            ["<saml:AttributeValue>7</saml:AttributeValue>", "<saml:AttributeValue>7</saml:AttributeValue><saml:AttributeValue>8</saml:AttributeValue>"],
            ["</saml:AttributeStatement>", "<saml:Attribute AttributeName=\"Kurum\" AttributeNamespace=\"urn:kps:token\"><saml:AttributeValue>8</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>"],
            ["<saml:AttributeStatement>", "<saml:AttributeStatement/><saml:AttributeStatement>"],
            ["<saml:AudienceRestrictionCondition>", "<saml:DoNotCacheCondition/><saml:AudienceRestrictionCondition>"],
            ["<saml:Conditions ", "<saml:Conditions Ek=\"1\" "],
            ["NotOnOrAfter=\"2026-03-14T10:00:00.000Z\"", "NotOnOrAfter=\"2026-03-14T10:00:00.000\""],
            ["NotOnOrAfter=\"2026-03-14T10:00:00.000Z\"", "NotOnOrAfter=\"2026-03-14T21:30:00.001Z\""],
            ["NotOnOrAfter=\"2026-03-14T10:00:00.000Z\"", "NotOnOrAfter=\"2026-03-14T09:30:00.000Z\""],
            ["NotBefore=\"2026-03-14T09:30:00.000Z\" ", ""],
            ["NotBefore=\"2026-03-14T09:30:00.000Z\"", "NotBefore=\"2026-03-14T09:29:00.000Z\""],
            ["<saml:AuthenticationStatement AuthenticationInstant=\"2026-03-14T09:30:00.000Z\"", "<saml:AuthenticationStatement AuthenticationInstant=\"2026-03-14T09:00:00.000Z\""],
            ["<saml:AttributeStatement><saml:Subject><saml:NameIdentifier>41<", "<saml:AttributeStatement><saml:Subject><saml:NameIdentifier>42<"],
            ["<saml:NameIdentifier>", "<saml:NameIdentifier Format=\"x\">"],
            ["AssertionID=\"_", "AssertionID=\"a"],
        ];
        foreach (var change in changes)
        {
            var changed = _assertion.Replace(change[0], change[1], StringComparison.Ordinal);
            Assert.That(changed, Is.Not.EqualTo(_assertion));
            Assert.That(Verdict(Forger.Sign(changed, OurKey)), Is.EqualTo(TokenFlaw.Invalid), change[1]);
        }
    }

    [Test]
    public void AnyCharacterChanged_NeverMakesOtherClaims()
    {
        using var node = _house.Node();
        var genuine = _house.Node().Verify(_assertion).Claims;
        var accepted = 0;
        for (var index = 0; index < _assertion.Length; index++)
        {
            var (before, after) = (_assertion[..index], _assertion[(index + 1)..]);
            foreach (var changed in new[] { before + (char)(_assertion[index] ^ 1) + after, before + ' ' + after, before + after, before + _assertion[index] + _assertion[index] + after })
            {
                TokenFlaw flaw;
                TokenClaims? claims;
                try
                {
                    (flaw, claims) = node.Verify(changed);
                }
                catch (Exception e) when (e is XmlException or InvalidOperationException or ParseFaultException)
                {
                    continue;
                }

                Assert.That(flaw, Is.EqualTo(TokenFlaw.Invalid).Or.EqualTo(TokenFlaw.None), changed);
                Assert.That(claims, Is.Null.Or.EqualTo(genuine), changed);
                accepted += flaw == TokenFlaw.None ? 1 : 0;
            }
        }

        Assert.That(accepted, Is.InRange(1, 200), "Blanks that mean nothing, and the same characters written again.");
    }

    private RSA OurKey => _house.Private[1];

    private string Id => Pasted.Document(_assertion).DocumentElement!.GetAttribute("AssertionID");

    private static string Unsigned(string assertion) => assertion[..assertion.IndexOf("<Signature ", StringComparison.Ordinal)] + "</saml:Assertion>";

    /// <summary>The token with another user in it.</summary>
    private string As(int user) => _assertion.Replace(">41<", $">{user}<", StringComparison.Ordinal);

    /// <summary>What a node says that sees it for the first time.</summary>
    private TokenFlaw Verdict(string assertion)
    {
        using var node = _house.Node();
        var (flaw, claims) = node.Verify(assertion);
        Assert.That(claims is null, Is.EqualTo(flaw != TokenFlaw.None));
        return flaw;
    }

    private void IsRefused(string forged, string because)
    {
        Assert.That(forged, Does.Contain(because));
        Assert.That(Verdict(forged), Is.EqualTo(TokenFlaw.Invalid));
    }
}
