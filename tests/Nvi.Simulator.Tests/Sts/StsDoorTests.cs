using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Sts;

internal sealed class StsDoorTests
{
    private static readonly string[] Prefixed =
    [
        "<s:Envelope", "<a:Action", "<o:Security", "<u:Timestamp", "<trust:RequestedSecurityToken>", "<wsp:AppliesTo", "<xenc:EncryptedData",
        "<e:EncryptedKey", " k:TokenType",
    ];

    private TestSimulator _nvi = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _nvi = await TestSimulator.StartAsync();

    [SetUp]
    public void Reset() => _nvi.Simulator.Reset();

    [OneTimeTearDown]
    public async Task StopAsync() => await _nvi.DisposeAsync();

    private static IEnumerable<TestCaseData> Variations()
    {
        var now = new ManualTime().GetUtcNow();
        yield return Case("as_WCF_writes_it", new StsRequest { Timestamp = StsRequest.TimestampOf(now, 5) });
        yield return Case("password_without_Type", new StsRequest { PasswordType = null });
        yield return Case("neither_TokenType_nor_KeyType", new StsRequest { TokenType = null, KeyType = null });
        yield return Case("only_KeyType", new StsRequest { TokenType = null });
        yield return Case("saml_1_0_token_type", new StsRequest { TokenType = Ns.SamlTokenOfAnswer });
        yield return Case("timestamp_id_1_ten_minutes", new StsRequest { Timestamp = StsRequest.TimestampOf(now, 10, "_1") });
        yield return Case("timestamp_without_id", new StsRequest { Timestamp = StsRequest.TimestampOf(now, 5, id: null) });
        yield return Case("timestamp_with_seven_digits",
            new StsRequest { Timestamp = StsRequest.TimestampOf(now.AddMinutes(-1), 6, format: "yyyy-MM-ddTHH:mm:ss.fffffffZ") });
        yield return Case("local_time_without_zone", new StsRequest { Timestamp = StsRequest.TimestampOf(now.AddHours(3), 5, format: "yyyy-MM-ddTHH:mm:ss") });
        yield return Case("utc_without_zone", new StsRequest { Timestamp = StsRequest.TimestampOf(now, 5, format: "yyyy-MM-ddTHH:mm:ss") });
        yield return Case("no_MessageID_no_mustUnderstand_security_first",
            new StsRequest { MessageId = null, HasMustUnderstand = false, IsSecurityFirst = true });
        yield return Case("AppliesTo_of_somebody_else", new StsRequest { AppliesTo = "http://baska.invalid/?a=1&amp;b=2" });
        yield return Case("unknown_header", new StsRequest { ExtraHeader = "<x:Y xmlns:x=\"urn:x\"/>" });
        yield return Case("header_for_another_role", new StsRequest { ExtraHeader = "<x:Y xmlns:x=\"urn:x\" s:mustUnderstand=\"1\" s:role=\"urn:other\"/>" });

        static TestCaseData Case(string name, StsRequest request) => new TestCaseData(request).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Variations))]
    public async Task Issue_AcceptsEveryVariation(StsRequest request)
    {
        var answer = await _nvi.StsAsync(request);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(IssuedAnswer.Read(answer.Xml).ProofKey, Has.Length.EqualTo(32));
    }

    [Test]
    public async Task Issue_AcceptsGetWithBody()
    {
        var answer = await _nvi.StsAsync(new StsRequest(), HttpMethod.Get);

        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Issue_AcceptsAnyPrefixes()
    {
        var text = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <Envelope xmlns="{Ns.Soap12}"><Header>
              <wsse:Security xmlns:wsse="{Ns.Security}"><wsse:UsernameToken><wsse:Username>{TestSimulator.User}</wsse:Username>
                <wsse:Password>Gizli&amp;K&#x131;sa&lt;1</wsse:Password></wsse:UsernameToken></wsse:Security>
              <Action xmlns="{Ns.Addressing}">{Ns.TrustIssueAction}</Action>
            </Header><env:Body xmlns:env="{Ns.Soap12}"><RequestSecurityToken xmlns="{Ns.Trust}"><RequestType>{Ns.TrustIssue}</RequestType></RequestSecurityToken></env:Body></Envelope>
            """;

        var answer = await _nvi.SendAsync(TestSimulator.Message(_nvi.Simulator.StsUrl, text, contentType: "application/soap+xml ;charset=UTF-8"));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Xml.Descendants(Xml.A + "RelatesTo"), Is.Empty);
    }

    [Test]
    public async Task Answer_HasTheLayoutOfTheContract()
    {
        var answer = await _nvi.StsAsync(new StsRequest());
        var xml = answer.Xml;
        var response = xml.At("Body", "RequestSecurityTokenResponseCollection", "RequestSecurityTokenResponse");

        Assert.That(answer.ContentType, Does.StartWith("application/soap+xml"));
        Assert.That(xml.At("Header", "Action").Value, Is.EqualTo(Ns.TrustFinalAction));
        Assert.That(xml.At("Header", "Action").Attribute(Xml.S + "mustUnderstand")?.Value, Is.EqualTo("1"));
        Assert.That(xml.At("Header", "RelatesTo").Value, Is.EqualTo(new StsRequest().MessageId));
        Assert.That(xml.At("Header", "Security", "Timestamp").Attribute(Xml.U + "Id")?.Value, Is.EqualTo("_0"));
        Assert.That(response.Elements().Select(element => element.Name.LocalName), Is.EqualTo(new[]
        {
            "KeySize", "Lifetime", "AppliesTo", "RequestedSecurityToken", "RequestedProofToken", "RequestedAttachedReference",
            "RequestedUnattachedReference", "TokenType", "RequestType", "KeyType",
        }));
        Assert.That(response.At("KeySize").Value, Is.EqualTo("256"));
        Assert.That(response.At("Lifetime", "Created").Value, Is.EqualTo("2026-03-01T09:00:00.000Z"));
        Assert.That(response.At("Lifetime", "Expires").Value, Is.EqualTo("2026-03-01T19:00:00.000Z"));
        Assert.That(response.At("TokenType").Value, Is.EqualTo(Ns.SamlTokenOfAnswer));
        Assert.That(response.Descendants(Xml.E + "CipherValue").Count(), Is.EqualTo(2));
        Assert.That(
            response.At("RequestedAttachedReference").Elements().Single().ToString(),
            Is.EqualTo(response.At("RequestedUnattachedReference").Elements().Single().ToString()));
        foreach (var prefix in Prefixed)
            Assert.That(answer.Text, Does.Contain(prefix));
    }

    [Test]
    public async Task Answer_HoldsAnAssertionThatOnlyTheRouterCanOpen()
    {
        var answer = await _nvi.StsAsync(new StsRequest());
        var encrypted = answer.Xml.Descendants(Xml.E + "EncryptedData").Single();
        var ciphers = encrypted.Descendants(Xml.E + "CipherValue").Select(value => Convert.FromBase64String(value.Value)).ToList();

        using var aes = Aes.Create();
        aes.Key = _nvi.Simulator.Tokens.RouterKey.Decrypt(ciphers[0], RSAEncryptionPadding.OaepSHA1);
        var assertion = XDocument.Parse(Encoding.UTF8.GetString(aes.DecryptCbc(ciphers[1].AsSpan(16), ciphers[1].AsSpan(0, 16))));

        Assert.That(aes.Key, Has.Length.EqualTo(32));
        Assert.That(assertion.Root!.Name.LocalName, Is.EqualTo("Assertion"));
        Assert.That(assertion.Root.Attribute("AssertionID")!.Value, Is.EqualTo(IssuedAnswer.Read(answer.Xml).AssertionId));
        Assert.That(answer.Text, Does.Not.Contain("Assertion "));
    }

    [Test]
    public async Task Answer_EscapesWhatItEchoes()
    {
        var answer = await _nvi.StsAsync(new StsRequest { AppliesTo = "urn:a&amp;b&lt;c", MessageId = "urn:uuid:&lt;x/&gt;" });

        Assert.That(answer.Xml.Descendants(Xml.A + "Address").Single().Value, Is.EqualTo("urn:a&b<c"));
        Assert.That(answer.Xml.At("Header", "RelatesTo").Value, Is.EqualTo("urn:uuid:<x/>"));
    }

    [TestCase(TestSimulator.User, "yanlış")]
    [TestCase("KRM-BASKA", TestSimulator.Password)]
    [TestCase("krm-deneme", TestSimulator.Password)]
    [TestCase(TestSimulator.User, TestSimulator.Password + " ")]
    [TestCase(TestSimulator.User, "")]
    public async Task Issue_RefusesWrongUserOrPassword(string user, string password)
    {
        var answer = await _nvi.StsAsync(new StsRequest { User = user, Password = password });

        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Subcode, Is.EqualTo($"{{{Ns.Trust}}}FailedAuthentication"));
        Assert.That(answer.Text, Does.Contain("ID3242: The security token could not be authenticated or authorized."));
        Assert.That(answer.Xml.At("Header", "RelatesTo").Value, Is.EqualTo(new StsRequest().MessageId));
        Assert.That(_nvi.Simulator.Statistics.TokensIssued, Is.Zero);
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        var now = new ManualTime().GetUtcNow();
        yield return Case("other_action", new StsRequest { Action = Ns.Trust + "/RST/Cancel" }, Ns.Addressing, "ActionNotSupported");
        yield return Case("no_UsernameToken", new StsRequest { HasUsernameToken = false }, Ns.Security, "InvalidSecurity");
        yield return Case("password_digest", new StsRequest { PasswordType = Ns.PasswordText.Replace("Text", "Digest") }, Ns.Security, "InvalidSecurity");
        yield return Case("stale_timestamp", new StsRequest { Timestamp = StsRequest.TimestampOf(now.AddMinutes(-11), 5) }, Ns.Security, "InvalidSecurity");
        yield return Case("timestamp_of_the_future",
            new StsRequest { Timestamp = StsRequest.TimestampOf(now.AddMinutes(6), 5) }, Ns.Security, "InvalidSecurity");
        yield return Case("two_timestamps",
            new StsRequest { Timestamp = StsRequest.TimestampOf(now, 5) + StsRequest.TimestampOf(now, 5) }, Ns.Security, "InvalidSecurity");
        yield return Case("timestamp_without_expiry",
            new StsRequest { Timestamp = $"<u:Timestamp><u:Created>{now:o}</u:Created></u:Timestamp>" }, Ns.Security, "InvalidSecurity");
        yield return Case("bearer_key", new StsRequest { KeyType = Ns.Trust + "/Bearer" }, Ns.Trust, "InvalidRequest");
        yield return Case("saml_2_token", new StsRequest { TokenType = "urn:oasis:names:tc:SAML:2.0:assertion" }, Ns.Trust, "InvalidRequest");
        yield return Case("renewal", new StsRequest { RequestType = Ns.Trust + "/Renew" }, Ns.Trust, "InvalidRequest");
        yield return Case("two_security_headers", new StsRequest { ExtraHeader = $"<o:Security xmlns:o=\"{Ns.Security}\"/>" }, Ns.Security, "InvalidSecurity");

        static TestCaseData Case(string name, StsRequest request, string ns, string subcode) =>
            new TestCaseData(request, $"{{{ns}}}{subcode}").SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task Issue_RefusesWithTheFaultOfWcf(StsRequest request, string subcode)
    {
        var answer = await _nvi.StsAsync(request);

        Assert.That(answer.Status, Is.EqualTo(500), answer.Text);
        Assert.That(answer.Subcode, Is.EqualTo(subcode));
    }

    [Test]
    public async Task Issue_RefusesUnknownMandatoryHeader()
    {
        var answer = await _nvi.StsAsync(new StsRequest { ExtraHeader = "<x:Y xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/>" });

        Assert.That(answer.Status, Is.EqualTo(500));
        Assert.That(answer.Xml.At("Body", "Fault", "Code", "Value").Value, Is.EqualTo("s:MustUnderstand"));
    }

    [TestCase("", 400)]
    [TestCase("<a", 400)]
    [TestCase("<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'/>", 400)]
    [TestCase("<!DOCTYPE s [<!ENTITY x 'y'>]><s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>", 400)]
    public async Task Door_AnswersBareStatusToWhatIsNoEnvelope(string text, int status)
    {
        var answer = await _nvi.SendAsync(TestSimulator.Message(_nvi.Simulator.StsUrl, text));

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Text, Is.Empty);
    }

    [Test]
    public async Task Door_RefusesDepthSizeMethodPathAndContentType()
    {
        var url = _nvi.Simulator.StsUrl;
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));

        Assert.That((await _nvi.SendAsync(TestSimulator.Message(url, deep))).Status, Is.EqualTo(400));
        Assert.That((await _nvi.SendAsync(TestSimulator.Message(url, new string(' ', 70_000)))).Status, Is.EqualTo(413));
        Assert.That((await _nvi.SendAsync(TestSimulator.Message(url, "x", HttpMethod.Put))).Status, Is.EqualTo(405));
        Assert.That((await _nvi.SendAsync(TestSimulator.Message(new Uri(url, "/baska"), "x"))).Status, Is.EqualTo(404));
        Assert.That((await _nvi.SendAsync(TestSimulator.Message(url, new StsRequest().Write(), contentType: "text/xml"))).Status, Is.EqualTo(415));
    }

    [Test]
    public async Task Sorgulayan_IsSeenMasked()
    {
        await _nvi.StsAsync(new StsRequest { ExtraHeader = $"<Sorgulayan xmlns=\"{Ns.Sorgulayan}\">{_nvi.Samples.Citizen.Value}</Sorgulayan>" });
        Assert.That(_nvi.Simulator.Statistics.LastSorgulayan, Is.EqualTo(_nvi.Samples.Citizen.ToString()));

        await _nvi.StsAsync(new StsRequest { ExtraHeader = $"<Sorgulayan xmlns=\"{Ns.Sorgulayan}\">KRM-HASTANE</Sorgulayan>" });
        Assert.That(_nvi.Simulator.Statistics.LastSorgulayan, Is.EqualTo("KRM***"));
    }
}
