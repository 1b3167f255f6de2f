using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Kps.Registry.Addresses;

namespace Kps.Registry.Tests.Addresses;

internal sealed class AddressRangesTests
{
    [Test]
    public void Contains_AgreesWithNaiveMatcher()
    {
        // A few thousand neighbouring addresses of both families, and the far ends, so that ranges overlap, touch and nest.
        var number = Gen.OneOf(Gen.Choose(0, 300), Gen.Elements(int.MaxValue - 1, int.MaxValue));
        var address =
            from isIPv6 in Gen.Elements(true, false)
            from value in number
            select Address(isIPv6, value);
        var range =
            from isIPv6 in Gen.Elements(true, false)
            from start in number
            from length in Gen.Choose(0, 40)
            select (First: Address(isIPv6, start), Last: Address(isIPv6, (int)Math.Min((long)start + length, int.MaxValue)));
        var cases =
            from ranges in Gen.ListOf(range)
            from probe in address
            select (Ranges: ranges, Probe: probe);

        var contained = 0;
        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            var built = example.Ranges.Select(ends => Between(ends.First, ends.Last)).ToList();
            var naive = built.Any(one => one.Contains(example.Probe));
            contained += naive ? 1 : 0;
            return new AddressRanges(built).Contains(example.Probe) == naive;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
        Assert.That(contained, Is.InRange(200, 4800), "both answers must have been tried");
    }

    [Test]
    public void Merged_IsSortedAndApart()
    {
        var ranges = new AddressRanges(
        [
            Parse("10.0.1.0/24"), Parse("10.0.0.0/24"), Parse("10.0.0.7"), Parse("10.0.3.0/24"), Parse("2001:db8::2"), Parse("2001:db8::1"),
        ]);

        Assert.That(ranges.Merged.Select(range => range.ToString()), Is.EqualTo(
            new[] { "10.0.0.0-10.0.1.255", "10.0.3.0-10.0.3.255", "2001:db8::1-2001:db8::2" }));
    }

    [Test]
    public void Merged_FirstAndLastAddress_DoNotWrapAround()
    {
        var ranges = new AddressRanges(
            [Parse("::"), Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), Parse("0.0.0.0"), Parse("255.255.255.255"), Parse("::")]);

        Assert.That(ranges.Merged.Count(), Is.EqualTo(4));
        Assert.That(ranges.Contains(IPAddress.Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")), Is.True);
        Assert.That(ranges.Contains(IPAddress.Parse("::1")), Is.False);
    }

    [Test]
    public void Contains_NullOrNothingNamed_IsFalse()
    {
        Assert.That(new AddressRanges([Parse("0.0.0.0/0"), Parse("::/0")]).Contains(null), Is.False);
        Assert.That(AddressRanges.Empty.Contains(IPAddress.Loopback), Is.False);
        Assert.That(AddressRanges.Empty.IsEmpty, Is.True);
    }

    [Test]
    public void Contains_AllocatesNothing()
    {
        var ranges = new AddressRanges(Enumerable.Range(0, 1000).Select(index => Parse($"10.{index / 250}.{index % 250}.0/25")));
        IPAddress[] probes = [IPAddress.Parse("10.1.7.5"), IPAddress.Parse("10.1.7.200"), IPAddress.Parse("::ffff:10.1.7.5"), IPAddress.Parse("2001:db8::1")];
        var hits = probes.Count(ranges.Contains);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            foreach (var probe in probes)
            {
                hits += ranges.Contains(probe) ? 1 : 0;
            }
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(hits, Is.EqualTo(2 * 1001));
    }

    private static AddressRange Parse(string text) =>
        AddressRange.TryParse(text, out var range, out var error) ? range : throw new ArgumentException(error);

    private static AddressRange Between(IPAddress first, IPAddress last) =>
        AddressRange.TryBetween(first, last, out var range) ? range : throw new ArgumentException("Not a range.");

    private static IPAddress Address(bool isIPv6, int value) =>
        isIPv6
            ? new IPAddress([0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value])
            : new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
}
