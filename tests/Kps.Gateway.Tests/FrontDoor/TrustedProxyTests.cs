using Kps.Gateway.FrontDoor;

namespace Kps.Gateway.Tests.FrontDoor;

internal sealed class TrustedProxyTests
{
    [TestCase("10.1.0.5", "10.1.0.5/32")]
    [TestCase("2001:db8::5", "2001:db8::5/128")]
    [TestCase("10.1.0.0/24", "10.1.0.0/24")]
    [TestCase("2001:db8::/64", "2001:db8::/64")]
    public void AddressOrNetwork_IsANetwork(string text, string expected)
    {
        Assert.That(TrustedProxy.TryParse(text, out var network), Is.True);
        Assert.That(network.ToString(), Is.EqualTo(expected));
    }

    [TestCase("0.0.0.0/0")]
    [TestCase("::/0")]
    [TestCase("10.1.0.5/24")]
    [TestCase("10.1.0.0/33")]
    [TestCase("vekil.example")]
    [TestCase("*")]
    [TestCase("")]
    public void AnythingElse_IsNone(string text) => Assert.That(TrustedProxy.TryParse(text, out _), Is.False);
}
