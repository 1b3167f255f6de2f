using System.Net;
using Kps.Registry.Addresses;

namespace Kps.Registry.Tests.Addresses;

internal sealed class AddressRangeTests
{
    [TestCase("10.0.0.1", "10.0.0.1", "10.0.0.1")]
    [TestCase("  10.0.0.1 ", "10.0.0.1", "10.0.0.1")]
    [TestCase("10.0.0.1-10.0.0.9", "10.0.0.1", "10.0.0.9")]
    [TestCase("10.0.0.1 - 10.0.0.9", "10.0.0.1", "10.0.0.9")]
    [TestCase("10.0.0.0/24", "10.0.0.0", "10.0.0.255")]
    [TestCase("10.0.0.7/32", "10.0.0.7", "10.0.0.7")]
    [TestCase("0.0.0.0/0", "0.0.0.0", "255.255.255.255")]
    [TestCase("2001:db8::1", "2001:db8::1", "2001:db8::1")]
    [TestCase("2001:DB8::/32", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [TestCase("2001:db8::1-2001:db8::ff", "2001:db8::1", "2001:db8::ff")]
    [TestCase("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [TestCase("::ffff:10.0.0.1", "10.0.0.1", "10.0.0.1")]
    [TestCase("::ffff:10.0.0.0/120", "10.0.0.0", "10.0.0.255")]
    [TestCase("::ffff:0:0/96", "0.0.0.0", "255.255.255.255")]
    public void TryParse_TakesWhatOperatorsWrite(string text, string first, string last)
    {
        Assert.That(AddressRange.TryParse(text, out var range, out var error), Is.True, error);
        Assert.That(error, Is.Null);
        Assert.That(range.First, Is.EqualTo(IPAddress.Parse(first)));
        Assert.That(range.Last, Is.EqualTo(IPAddress.Parse(last)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("10.1")]
    [TestCase("1")]
    [TestCase("010.0.0.1")]
    [TestCase("0x0a.0.0.1")]
    [TestCase("10.0.0.256")]
    [TestCase("10.0.0.1.2")]
    [TestCase("10.0.0.1:443")]
    [TestCase("10. 0.0.1")]
    [TestCase("[::1]")]
    [TestCase("[::1]:443")]
    [TestCase("fe80::1%eth0")]
    [TestCase("::ffff:010.0.0.1")]
    [TestCase(":::")]
    [TestCase("example.org")]
    [TestCase("１０.0.0.1")]
    [TestCase("10.0.0.9-10.0.0.1")]
    [TestCase("10.0.0.1-")]
    [TestCase("-10.0.0.1")]
    [TestCase("10.0.0.1-10.0.0.2-10.0.0.3")]
    [TestCase("10.0.0.1-2001:db8::1")]
    [TestCase("10.0.0.0/24-10.0.1.0/24")]
    [TestCase("10.0.0.0/33")]
    [TestCase("10.0.0.0/")]
    [TestCase("10.0.0.0/-1")]
    [TestCase("10.0.0.0/+8")]
    [TestCase("10.0.0.0/24/24")]
    [TestCase("2001:db8::/129")]
    [TestCase("::ffff:0:0/95")]
    public void TryParse_RefusesEverythingElse(string? text)
    {
        Assert.That(AddressRange.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Is.Not.Null.And.Not.Empty);
    }

    [TestCase("10.0.0.5/24", "10.0.0.0/24")]
    [TestCase("192.168.77.1/20", "192.168.64.0/20")]
    [TestCase("2001:db8::1/64", "2001:db8::/64")]
    [TestCase("::ffff:10.0.0.5/120", "10.0.0.0/24")]
    public void TryParse_HostBits_SaysTheNetworkMeant(string text, string meant)
    {
        Assert.That(AddressRange.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Does.Contain(meant));
        Assert.That(AddressRange.TryParse(meant, out _, out _), Is.True);
    }

    [Test]
    public void TryParse_RefusesEndlessText()
    {
        Assert.That(AddressRange.TryParse(new string('1', 101), out _, out var error), Is.False);
        Assert.That(error, Does.Contain("100"));
    }

    [Test]
    public void Contains_EndsAreInside_NeighboursAreNot()
    {
        AddressRange.TryParse("10.0.0.1-10.0.0.9", out var range, out _);

        Assert.That(range.Contains(IPAddress.Parse("10.0.0.1")), Is.True);
        Assert.That(range.Contains(IPAddress.Parse("10.0.0.9")), Is.True);
        Assert.That(range.Contains(IPAddress.Parse("::ffff:10.0.0.9")), Is.True);
        Assert.That(range.Contains(IPAddress.Parse("10.0.0.0")), Is.False);
        Assert.That(range.Contains(IPAddress.Parse("10.0.0.10")), Is.False);
        Assert.That(range.Contains(IPAddress.Parse("::a00:1")), Is.False, "an IPv4-compatible address is IPv6");
        Assert.That(range.Contains(null), Is.False);
    }

    [Test]
    public void Contains_AllOfIPv6_HoldsNoIPv4()
    {
        AddressRange.TryParse("::/0", out var everything, out _);

        Assert.That(everything.Contains(IPAddress.Parse("2001:db8::1")), Is.True);
        Assert.That(everything.Contains(IPAddress.Parse("192.0.2.1")), Is.False);
        Assert.That(everything.Contains(IPAddress.Parse("::ffff:192.0.2.1")), Is.False);
    }

    [TestCase("10.0.0.0/24", "10.0.0.255", true)]
    [TestCase("10.0.0.0/24", "10.0.1.0", false)]
    [TestCase("10.0.0.10-10.0.0.20", "10.0.0.0/24", true)]
    [TestCase("0.0.0.0/0", "::/0", false)]
    public void Overlaps_IsSymmetric(string one, string other, bool expected)
    {
        AddressRange.TryParse(one, out var first, out _);
        AddressRange.TryParse(other, out var second, out _);

        Assert.That(first.Overlaps(second), Is.EqualTo(expected));
        Assert.That(second.Overlaps(first), Is.EqualTo(expected));
    }

    [TestCase("10.0.0.9", "10.0.0.1")]
    [TestCase("10.0.0.1", "::1")]
    [TestCase("::ffff:10.0.0.1", "2001:db8::1")]
    public void TryBetween_RefusesEndsThatMakeNoRange(string first, string last) =>
        Assert.That(AddressRange.TryBetween(IPAddress.Parse(first), IPAddress.Parse(last), out _), Is.False);
}
