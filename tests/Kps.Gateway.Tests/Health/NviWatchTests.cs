using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Health;
using Kps.Mernis;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Health;

internal sealed class NviWatchTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public void Nothing_IsKnownBeforeTheFirstQuery()
    {
        Assert.That(new NviWatch(_time).Look(), Is.EqualTo(new NviSight(null, null, null, 0, 0)));
        Assert.That(new NviWatch(_time).Look().SuccessRatio, Is.Null);
    }

    [Test]
    public void Replies_AreCountedOverFiveMinutes()
    {
        var watch = new NviWatch(_time);
        watch.Saw(Reply(UpstreamFault.Timeout));
        var failedAt = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(2));
        watch.Saw(Reply());
        watch.Saw(Reply());
        watch.Saw(Reply());

        Assert.That(watch.Look(), Is.EqualTo(new NviSight(_time.GetUtcNow(), failedAt, UpstreamFault.Timeout, 4, 3)));
        Assert.That(watch.Look().SuccessRatio, Is.EqualTo(0.75));
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.That(watch.Look().SuccessRatio, Is.EqualTo(1));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.That(watch.Look().Calls, Is.Zero);
        Assert.That(watch.Look().LastFault, Is.EqualTo(UpstreamFault.Timeout));
    }

    [Test]
    public void OwnBulkheadAndCallsThatWentNowhere_SayNothingOfNvi()
    {
        var watch = new NviWatch(_time);
        watch.Saw(Reply(UpstreamFault.Busy));
        watch.Saw(null);

        Assert.That(watch.Look().Calls, Is.Zero);
    }

    private static UpstreamAccount Reply(UpstreamFault? fault = null) => new(fault, [], null, null, TimeSpan.Zero, TimeSpan.Zero);
}
