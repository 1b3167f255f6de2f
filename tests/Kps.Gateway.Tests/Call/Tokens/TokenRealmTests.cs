using Kps.Gateway.Call.Tokens;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Call.Tokens;

internal sealed class TokenRealmTests
{
    [TestCase(null, "urn:kps:router")]
    [TestCase("https://kps.example.gov.tr", "https://kps.example.gov.tr/Router/RoutingService.svc")]
    [TestCase("https://KPS.example.gov.tr:443/", "https://kps.example.gov.tr/Router/RoutingService.svc")]
    [TestCase("https://kps.example.gov.tr:8443", "https://kps.example.gov.tr:8443/Router/RoutingService.svc")]
    [TestCase("http://127.0.0.1:5080", "http://127.0.0.1:5080/Router/RoutingService.svc")]
    [TestCase("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443/Router/RoutingService.svc")]
    [TestCase("https://sağlık.example.tr", "https://xn--salk-1wa3i.example.tr/Router/RoutingService.svc")]
    public void Audience_IsThePublicAddressOfTheQueryDoor_InAscii(string? publicUrl, string audience)
    {
        var realm = Realm(new GatewayOptions { PublicUrl = publicUrl is null ? null : new Uri(publicUrl) });

        Assert.That(realm.Audience, Is.EqualTo(audience));
        Assert.That(realm.Audience.All(char.IsAscii));
    }

    [Test]
    public void TestMode_IsAnotherIssuer()
    {
        Assert.That(Realm(new GatewayOptions()).Issuer, Is.EqualTo("urn:kps:sts"));
        Assert.That(Realm(new GatewayOptions { TestMode = true }).Issuer, Is.EqualTo("urn:kps:sts:test"));
    }

    private static TokenRealm Realm(GatewayOptions gateway) => new(Options.Create(new TokenOptions()), Options.Create(gateway));
}
