using System.Xml;
using Nvi.Simulator.Router;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>What the router accepts and refuses before it looks at the question, over real HTTP.</summary>
internal sealed class SecurityVerifierTests
{
    private const string Invalid = $"{{{Ns.Security}}}InvalidSecurity";
    private const string Failed = $"{{{Ns.Security}}}FailedAuthentication";

    private const string Second =
        $"<Reference URI=\"#_0\"><DigestMethod Algorithm=\"{Ns.Sha1}\"></DigestMethod><DigestValue>AA==</DigestValue></Reference>";

    private TestSimulator _nvi = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _nvi = await TestSimulator.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _nvi.DisposeAsync();

    private static IEnumerable<TestCaseData> Accepted()
    {
        yield return Case("plain", request => request);
        yield return Case("line_breaks_inside_SignedInfo", request => request with { Break = "\n" });
        yield return Case("indented_SignedInfo", request => request with { Break = "\n\t " });
        yield return Case("prefixed_signature", request => request with { Prefix = "dsig" });
        yield return Case("no_TokenType_attribute", request => request with { HasTokenTypeAttribute = false });
        yield return Case("other_timestamp_id", request => request with { TimestampId = "TS-9F.1" });
        yield return Case("no_MessageID", request => request with { MessageId = null });
        yield return Case("clock_four_minutes_ahead", request => request with { Created = request.Created.AddMinutes(4) });
        yield return Case("clock_nine_minutes_behind", request => request with { Created = request.Created.AddMinutes(-9) });
        yield return Case("signature_before_token", request => request with { Security = Security(request, "{2}{1}{0}") });
        yield return Case("Sorgulayan", request => request with { ExtraHeader = $"<Sorgulayan xmlns=\"{Ns.Sorgulayan}\">KRM-X</Sorgulayan>" });
        yield return Case("security_header_for_another_role_beside_ours", request =>
            request with { ExtraHeader = $"<o:Security xmlns:o=\"{Ns.Security}\" s:role=\"urn:x\"/>" });

        static TestCaseData Case(string name, Func<RouterRequest, RouterRequest> change) => new TestCaseData(change).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Accepted))]
    public async Task Router_Accepts(Func<RouterRequest, RouterRequest> change)
    {
        var request = await _nvi.QueryAsync(_nvi.Samples.Citizen.Value);

        var answer = await _nvi.RouterAsync(change(request));

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("wrong_key", request => request with { Key = new byte[32] });
        yield return Case("key_as_text", request => request with { Key = System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(request.Token.ProofKey)) });
        yield return Case("stale_timestamp", request => request with { Created = request.Created.AddMinutes(-11) });
        yield return Case("timestamp_of_the_future", request => request with { Created = request.Created.AddMinutes(6) });
        yield return Case("expired_timestamp", request => request with { Created = request.Created.AddMinutes(-9), Minutes = 1 });
        yield return Case("expiry_before_creation", request => request with { Minutes = -1 });
        yield return Case("reference_to_something_else", request => request with { ReferenceUri = "#_1" });
        yield return Case("reference_to_the_document", request => request with { ReferenceUri = "" });
        yield return Case("second_reference", request => request with { SecondReference = Second });
        yield return Case("no_transform", request => request with { Transforms = "" });
        yield return Case("inclusive_transform", request =>
            request with { Transforms = "<Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></Transform>" });
        yield return Case("two_transforms", request => request with { Transforms = request.Transforms + request.Transforms });
        yield return Case("xslt_transform", request =>
            request with { Transforms = "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"></Transform>" });
        yield return Case("sha256_digest", request => request with { DigestMethod = "http://www.w3.org/2001/04/xmlenc#sha256" });
        yield return Case("hmac_sha256", request => request with { SignatureMethod = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256" });
        yield return Case("truncated_hmac", request => request with { SignatureMethodContent = "<HMACOutputLength>8</HMACOutputLength>" });
        yield return Case("inclusive_canonicalization", request => request with { Canonicalization = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" });
        yield return Case("key_identifier_of_another_assertion", request => request with { KeyIdentifier = "_" + Guid.NewGuid() });
        yield return Case("key_identifier_of_another_type", request => request with { ValueType = "urn:x" });
        yield return Case("two_security_headers", request => request with { ExtraHeader = request.SecurityHeader() });
        yield return Case("no_security_header", request => request with { Security = "" });
        yield return Case("no_signature", request => request with { Security = Security(request, "{0}{1}") });
        yield return Case("no_token", request => request with { Security = Security(request, "{0}{2}") });
        yield return Case("no_timestamp", request => request with { Security = Security(request, "{1}{2}") });
        yield return Case("two_signatures", request => request with { Security = Security(request, "{0}{1}{2}{2}") });
        yield return Case("two_tokens", request => request with { Security = Security(request, "{0}{1}{1}{2}") });
        yield return Case("two_timestamps", request => request with { Security = Security(request, "{0}{0}{1}{2}") });
        yield return Case("no_id_on_the_timestamp", request => request with { Security = request.SecurityHeader().Replace(" u:Id=\"_0\"", "") });
        yield return Case("timestamp_changed_after_signing", request =>
            request with { Security = request.SecurityHeader().Replace("<u:Expires>2026-03-01T09:05:00Z", "<u:Expires>2026-03-01T09:06:00Z") });
        yield return Case("signature_value_changed", request =>
            request with { Security = request.SecurityHeader().Replace("<SignatureValue>", "<SignatureValue>AAAA") });
        yield return Case("digest_changed", request => request with { Security = request.SecurityHeader().Replace("<DigestValue>", "<DigestValue>AAAA") });
        yield return Case("signature_value_no_base64", request =>
            request with { Security = request.SecurityHeader().Replace("<SignatureValue>", "<SignatureValue>%%") });
        yield return Case("cipher_changed", request =>
            request with { Token = request.Token with { EncryptedData = Flip(request.Token.EncryptedData, last: true) } });
        yield return Case("wrapped_key_changed", request =>
            request with { Token = request.Token with { EncryptedData = Flip(request.Token.EncryptedData, last: false) } });
        yield return Case("timestamp_without_zone", request => request with { Zone = "" });
        yield return Case("plain_UsernameToken", request => request with
        {
            Security = $"<o:Security xmlns:o=\"{Ns.Security}\">{request.Timestamp()}<o:UsernameToken>"
                + $"<o:Username>{TestSimulator.User}</o:Username><o:Password>x</o:Password></o:UsernameToken></o:Security>",
        });
        yield return Case("wrapped_timestamp", request => request with
        {
            // The signed timestamp moved aside, a fresh unsigned one in its place under the same id.
            Created = request.Created.AddMinutes(-20),
            Security = Security(request with { Created = request.Created.AddMinutes(-20) }, $"{request.Timestamp()}{{1}}{{2}}"),
            ExtraHeader = $"<x:Aside xmlns:x=\"urn:x\">{(request with { Created = request.Created.AddMinutes(-20) }).Timestamp()}</x:Aside>",
        });

        static TestCaseData Case(string name, Func<RouterRequest, RouterRequest> change) => new TestCaseData(change).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Router_Refuses(Func<RouterRequest, RouterRequest> change)
    {
        var request = await _nvi.QueryAsync(_nvi.Samples.Citizen.Value);

        var answer = await _nvi.RouterAsync(change(request));

        Assert.That(answer.Status, Is.EqualTo(500), answer.Text);
        Assert.That(answer.Subcode, Is.EqualTo(Invalid));
        Assert.That(answer.Text, Does.Contain("An error occurred when verifying security for the message.").And.Not.Contain("SorgulaResponse"));
    }

    [Test]
    public async Task Token_OfAnotherIsNotSignedForWithOwnKey()
    {
        var mine = await _nvi.TokenAsync();
        var theirs = await _nvi.TokenAsync();
        var request = new RouterRequest(mine with { EncryptedData = theirs.EncryptedData }, _nvi.Time.GetUtcNow()).Asking(1);

        Assert.That((await _nvi.RouterAsync(request)).Subcode, Is.EqualTo(Invalid));
        Assert.That((await _nvi.RouterAsync(request with { KeyIdentifier = theirs.AssertionId })).Subcode, Is.EqualTo(Invalid));
    }

    [Test]
    public async Task Token_IsReusableUntilItExpires()
    {
        var token = await _nvi.TokenAsync();
        RouterRequest Query() => new RouterRequest(token, _nvi.Time.GetUtcNow()).Asking(_nvi.Samples.Citizen.Value);

        Assert.That((await _nvi.RouterAsync(Query())).Status, Is.EqualTo(200));
        _nvi.Time.Advance(TimeSpan.FromHours(10) - TimeSpan.FromMilliseconds(1));
        Assert.That((await _nvi.RouterAsync(Query())).Status, Is.EqualTo(200));
        _nvi.Time.Advance(TimeSpan.FromMilliseconds(1));
        var late = await _nvi.RouterAsync(Query());

        Assert.That(late.Status, Is.EqualTo(500));
        Assert.That(late.Subcode, Is.EqualTo(Failed));
        Assert.That(late.Text, Does.Contain("At least one security token in the message could not be validated."));
    }

    [Test]
    public async Task Token_OfAnotherSimulatorIsUnknown()
    {
        await using var other = await TestSimulator.StartAsync();
        var request = (await _nvi.QueryAsync(1)) with { Token = await other.TokenAsync(), Created = _nvi.Time.GetUtcNow() };

        Assert.That((await _nvi.RouterAsync(request)).Subcode, Is.EqualTo(Invalid));
    }

    [Test]
    public async Task CipherValue_MayBeBrokenIntoLines()
    {
        var token = await _nvi.TokenAsync();
        var broken = token.EncryptedData.Replace("CipherValue>", "CipherValue>\n  ")
            .Replace("</xenc:CipherValue>\n  ", "</xenc:CipherValue>").Replace("</e:CipherValue>\n  ", "</e:CipherValue>");
        var request = new RouterRequest(token with { EncryptedData = broken }, _nvi.Time.GetUtcNow());

        Assert.That((await _nvi.RouterAsync(request.Asking(_nvi.Samples.Citizen.Value))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Action_SelectsTheService()
    {
        var request = await _nvi.QueryAsync(_nvi.Samples.Citizen.Value);

        var older = await _nvi.RouterAsync(request with { Action = request.Action.Replace("2023/02/01", "2017/08/01") });
        var none = await _nvi.RouterAsync(request with { Action = "" });

        Assert.That(older.Subcode, Is.EqualTo($"{{{Ns.Addressing}}}ActionNotSupported"));
        Assert.That(older.Xml.At("Header", "Security", "Timestamp").Elements().Count(), Is.EqualTo(2));
        Assert.That(none.Subcode, Is.EqualTo($"{{{Ns.Addressing}}}ActionNotSupported"));
    }

    [Test]
    public void Signature_IsNeverLookedUpInTheDocument()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml($"<x><Signature xmlns=\"{Ns.Signature}\"/><y Id=\"_0\"/></x>");
        var timestamp = (XmlElement)document.DocumentElement!.LastChild!;
        var signature = new TimestampSignature((XmlElement)document.DocumentElement.FirstChild!, timestamp, "_0");

        Assert.That(signature.GetIdElement(document, "_0"), Is.SameAs(timestamp));
        Assert.That(signature.GetIdElement(document, "_1"), Is.Null);
    }

    private static string Security(RouterRequest request, string order) =>
        $"<o:Security s:mustUnderstand=\"1\" xmlns:o=\"{Ns.Security}\">"
        + string.Format(order, request.Timestamp(), request.Token.EncryptedData, request.Signature()) + "</o:Security>";

    private static string Flip(string encrypted, bool last)
    {
        var end =
            last ? encrypted.LastIndexOf("</xenc:CipherValue>", StringComparison.Ordinal) : encrypted.IndexOf("</e:CipherValue>", StringComparison.Ordinal);
        var at = end - 20;
        return encrypted[..at] + (encrypted[at] == 'A' ? 'B' : 'A') + encrypted[(at + 1)..];
    }
}
