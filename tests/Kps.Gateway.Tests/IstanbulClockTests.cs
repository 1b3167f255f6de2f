using Kps.TestSupport;

namespace Kps.Gateway.Tests;

internal sealed class IstanbulClockTests
{
    [TestCase("2026-03-14T20:59:59Z", "2026-03-14")]
    [TestCase("2026-03-14T21:00:00Z", "2026-03-15")]
    [TestCase("2026-07-14T20:59:59Z", "2026-07-14")]
    [TestCase("2026-07-14T21:00:00Z", "2026-07-15")]
    public void Day_BeginsAtMidnightInIstanbulAllYear(string now, string day) =>
        Assert.That(new IstanbulClock(new ManualTimeProvider(DateTimeOffset.Parse(now))).Today, Is.EqualTo(DateOnly.Parse(day)));
}
