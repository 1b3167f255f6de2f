using System.Xml.Linq;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Sts;

public sealed class TokenRequestTests
{
    private static readonly XNamespace Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static readonly XNamespace Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static readonly XNamespace Wsa = "http://www.w3.org/2005/08/addressing";
    private static readonly XNamespace Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";

    [Test]
    public async Task Request_IsTheOneTheContractDescribes()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi, new() { ["AppliesTo"] = "https://kps.example/Services/RoutingService.svc?x=1&y=2" });
        await client.AskAsync();
        var request = XDocument.Parse(nvi.StsRequests.Single());
        var created = DateTimeOffset.Parse(One(request, Wsu + "Created"));
        Assert.Multiple(() =>
        {
            Assert.That(One(request, Wsa + "Action"), Is.EqualTo("http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"));
            Assert.That(One(request, Wsa + "To"), Is.EqualTo(nvi.StsUrl.AbsoluteUri));
            Assert.That(One(request, Wsa + "MessageID"), Does.StartWith("urn:uuid:"));
            Assert.That(One(request, Wsse + "Username"), Is.EqualTo("KRM-DENEME"));
            Assert.That(One(request, Wsse + "Password"), Is.EqualTo(TestClient.Password), "escaped on the wire, whole at the other end");
            Assert.That(request.Descendants(Wsse + "Password").Single().Attribute("Type")!.Value, Does.EndWith("#PasswordText"));
            Assert.That(DateTimeOffset.Parse(One(request, Wsu + "Expires")) - created, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(One(request, Trust + "RequestType"), Is.EqualTo("http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue"));
            Assert.That(One(request, Trust + "KeyType"), Is.EqualTo("http://docs.oasis-open.org/ws-sx/ws-trust/200512/SymmetricKey"));
            Assert.That(One(request, Trust + "TokenType"), Does.EndWith("#SAMLV1.1"));
            Assert.That(request.Descendants(Wsa + "EndpointReference").Single().Value, Is.EqualTo("https://kps.example/Services/RoutingService.svc?x=1&y=2"));
            Assert.That(request.Descendants(Wsse + "UsernameToken").Attributes(Wsu + "Id").Single().Value, Does.StartWith("uuid-"));
        });
    }

    [Test]
    public async Task AppliesTo_IsTheRouterUnlessSaid()
    {
        await using var nvi = await FakeNvi.StartAsync();
        await using var client = TestClient.For(nvi);
        await client.AskAsync();
        Assert.That(XDocument.Parse(nvi.StsRequests.Single()).Descendants(Wsa + "EndpointReference").Single().Value, Is.EqualTo(nvi.RouterUrl.AbsoluteUri));
    }

    private static string One(XDocument request, XName name) => request.Descendants(name).Single().Value;
}
