using Kps.Audit.Reading;

namespace Kps.Audit.Tests.Reading;

public sealed class AuditPositionTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 30, 0, 123, 456, TimeSpan.Zero);

    [Test]
    public void Text_is_read_back()
    {
        Assert.That(IslemNo.TryCreate(0x0000_1000_0000_0004 * 37, out var number), Is.True);
        foreach (var position in new[] { new AuditPosition(At, number), new AuditPosition(At, default) })
        {
            Assert.That(AuditPosition.TryParse(position.ToString(), out var read), Is.True);
            Assert.That(read, Is.EqualTo(position));
        }
    }

    [TestCase("")]
    [TestCase("/")]
    [TestCase("2026-11-22T09:30:00.123456Z")]
    [TestCase("2026-11-22 09:30/")]
    [TestCase("2026-11-22T09:30:00.123456Z/000")]
    [TestCase("2026-11-22T09:30:00.123456Z//")]
    public void Anything_else_is_not(string text) => Assert.That(AuditPosition.TryParse(text, out _), Is.False);
}
