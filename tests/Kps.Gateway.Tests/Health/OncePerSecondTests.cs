using Kps.Gateway.Call;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Health;

internal sealed class OncePerSecondTests
{
    [Test]
    public void Line_IsDueOnceASecondAndTellsWhatWasHeldBack()
    {
        var time = new ManualTimeProvider();
        var alarm = new OncePerSecond(time);

        Assert.That(alarm.IsDue(out var untold), Is.True);
        Assert.That(untold, Is.Zero);
        Assert.That(alarm.IsDue(out _), Is.False);
        Assert.That(alarm.IsDue(out _), Is.False);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.That(alarm.IsDue(out _), Is.False);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(alarm.IsDue(out untold), Is.True);
        Assert.That(untold, Is.EqualTo(3));
    }

    [Test]
    public void Storm_WritesOneLine()
    {
        var alarm = new OncePerSecond(new ManualTimeProvider());
        var lines = 0;
        Parallel.For(0, 10_000, _ =>
        {
            if (alarm.IsDue(out var _))
            {
                Interlocked.Increment(ref lines);
            }
        });

        Assert.That(lines, Is.EqualTo(1));
    }
}
