using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Tests.Fakes;

namespace Kps.Gateway.Tests.Call.Parsing;

/// <summary>
/// SAML 1.1 has two names. A WCF client that asked for one refuses a reply that says the other (BadIssuedTokenType), and one made from our policy asks.
/// </summary>
internal sealed class TokenTypeTests
{
    private const string Profile = "http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV1.1";

    [TestCase(SoapNamespaces.Saml11, SoapNamespaces.Saml11)]
    [TestCase(Profile, Profile)]
    [TestCase(" " + Profile + "\n", Profile)]
    [TestCase("", SoapNamespaces.Saml11)]
    [TestCase(null, SoapNamespaces.Saml11)]
    public async Task Response_RepeatsTheNameThatWasAskedFor(string? asked, string answered)
    {
        var request = await ParseAsync(asked is null ? string.Empty : $"<trust:TokenType>{asked}</trust:TokenType>");

        Assert.That(AnsweredType(request), Is.EqualTo(answered));
    }

    /// <summary>As WCF writes the template of a policy: once as its own request, once as the policy's wish (WS-Trust 1.3, section 4.5).</summary>
    [Test]
    public async Task SecondaryParameters_ArePassedOver()
    {
        const string wish = $"<trust:TokenType>{Profile}</trust:TokenType><trust:KeyType>{KpsNamespaces.Trust}/Bearer</trust:KeyType>";

        var request = await ParseAsync($"<trust:TokenType>{Profile}</trust:TokenType><trust:SecondaryParameters>{wish}</trust:SecondaryParameters>");

        Assert.That(request.TokenType, Is.EqualTo(Profile));
        Assert.That(request.AppliesTo, Is.EqualTo("https://kps.example.gov.tr/Router/RoutingService.svc"));
    }

    private static async Task<TokenRequest> ParseAsync(string members)
    {
        var xml = $"""
            <s:Envelope xmlns:s="{SoapNamespaces.Soap12}"><s:Header/><s:Body><trust:RequestSecurityToken Context="uuid-1" xmlns:trust="{KpsNamespaces.Trust}"><wsp:AppliesTo xmlns:wsp="{SoapNamespaces.Policy}"><a:EndpointReference xmlns:a="{SoapNamespaces.Addressing}"><a:Address>https://kps.example.gov.tr/Router/RoutingService.svc</a:Address></a:EndpointReference></wsp:AppliesTo>{members}<trust:KeyType>{KpsNamespaces.Trust}/Bearer</trust:KeyType><trust:RequestType>{KpsNamespaces.Trust}/Issue</trust:RequestType></trust:RequestSecurityToken></s:Body></s:Envelope>
            """;
        var call = Calls.Heard(xml);
        Assert.That(await new ParseTokenRequestStage().RunAsync(call, CancellationToken.None), Is.Null);
        return call.Request.TokenRequest!;
    }

    private static string AnsweredType(TokenRequest request)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(bytes, new UTF8Encoding(false), ownsStream: false))
        {
            TokenResponseWriter.Write(writer, request, new IssuedToken("_1", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "<x/>"));
        }

        return XDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).Descendants(XName.Get("TokenType", KpsNamespaces.Trust)).Single().Value;
    }
}
