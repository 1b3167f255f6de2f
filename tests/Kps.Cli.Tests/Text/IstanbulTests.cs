using Kps.Cli.Text;

namespace Kps.Cli.Tests.Text;

public sealed class IstanbulTests
{
    [TestCase("14.03.2026 10:42:07", "2026-03-14T07:42:07Z")]
    [TestCase("14.03.2026 10:42", "2026-03-14T07:42:00Z")]
    [TestCase("14.03.2026", "2026-03-13T21:00:00Z")]
    [TestCase("2026-03-14 10:42", "2026-03-14T07:42:00Z")]
    public void TryRead_WallClock_IsIstanbul(string text, string expected)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Istanbul.TryRead(text, out var time), Is.True);
            Assert.That(time, Is.EqualTo(DateTimeOffset.Parse(expected)));
        });
    }

    [TestCase("")]
    [TestCase("14/03/2026")]
    [TestCase("03.14.2026")]
    [TestCase("14.03.2026 25:00")]
    [TestCase("14.3.2026")]
    public void TryRead_AnythingElse_IsRefused(string text) => Assert.That(Istanbul.TryRead(text, out _), Is.False);

    [Test]
    public void Text_OfUtc_IsThreeHoursLater()
    {
        Assert.That(Istanbul.Text(new DateTimeOffset(2026, 12, 31, 22, 30, 1, TimeSpan.Zero)), Is.EqualTo("01.01.2027 01:30:01"));
    }
}
