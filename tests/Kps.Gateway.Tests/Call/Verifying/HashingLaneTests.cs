using Kps.Contracts;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Passwords;
using Kps.TestSupport;

namespace Kps.Gateway.Tests.Call.Verifying;

internal sealed class HashingLaneTests
{
    private static readonly int Workers = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly ManualTimeProvider _time = new(Calls.Now);
    private readonly CapturedLogger<HashingLane> _log = new();

    [Test]
    public async Task StoredHash_IsVerified()
    {
        using var lane = new HashingLane(_time, _log);
        var stored = PasswordHash.Create(Registered.Password);

        Assert.That(await lane.VerifyAsync(stored, Registered.Password), Is.True);
        Assert.That(await lane.VerifyAsync(stored, new Secret("baska")), Is.False);
        Assert.That(await lane.VerifyAsync(null, Registered.Password), Is.False);
    }

    [Test]
    public async Task FullQueue_TurnsAwayAtOnce()
    {
        var hash = new FakeHash();
        using var lane = new HashingLane(_time, _log, hash.Verify);
        hash.Hold();
        var accepted = new List<Task<bool?>>();
        Task<bool?> refused;
        while (true)
        {
            refused = lane.VerifyAsync(null, Registered.Password);
            if (refused.IsCompleted)
            {
                break;
            }

            accepted.Add(refused);
            Assert.That(accepted, Has.Count.LessThanOrEqualTo(Workers * 49), "The queue has no end.");
        }

        Assert.That(await refused, Is.Null);
        Assert.That(accepted, Has.Count.GreaterThanOrEqualTo(Workers * 40), "What one worker gets through within the longest wait.");
        Assert.That(_log.All, Does.Contain("callers wait"));
        hash.Release();
        Assert.That(await Task.WhenAll(accepted), Is.All.False, "Whoever was let in gets his answer.");
    }

    [Test]
    public async Task CallerWhoHasWaitedTooLong_IsTurnedAwayUnhashed()
    {
        var hash = new FakeHash();
        using var lane = new HashingLane(_time, _log, hash.Verify);
        hash.Hold();
        var running = Enumerable.Range(0, Workers).Select(_ => lane.VerifyAsync(null, Registered.Password)).ToList();
        await UntilAsync(() => hash.Spent == Workers);
        var waiting = lane.VerifyAsync(FakeHash.Of(Registered.Password), Registered.Password);
        _time.Advance(HashingLane.MaxWait + TimeSpan.FromTicks(1));
        hash.Release();

        Assert.That(await waiting, Is.Null);
        Assert.That(await Task.WhenAll(running), Is.All.False, "A hash that has begun is finished.");
        Assert.That(hash.Spent, Is.EqualTo(Workers));
    }

    [Test]
    public async Task CallerAtTheLimit_IsStillServed()
    {
        var hash = new FakeHash();
        using var lane = new HashingLane(_time, _log, hash.Verify);
        hash.Hold();
        for (var worker = 0; worker < Workers; worker++)
        {
            _ = lane.VerifyAsync(null, Registered.Password);
        }

        await UntilAsync(() => hash.Spent == Workers);
        var waiting = lane.VerifyAsync(FakeHash.Of(Registered.Password), Registered.Password);
        _time.Advance(HashingLane.MaxWait);
        hash.Release();

        Assert.That(await waiting, Is.True);
    }

    [Test]
    public async Task FailingHash_FailsItsCallerAndNobodyElse()
    {
        var hash = new FakeHash { Throws = new InvalidOperationException("uydurma") };
        using var lane = new HashingLane(_time, _log, hash.Verify);
        for (var attempt = 0; attempt < Workers + 1; attempt++)
        {
            Assert.That(async () => await lane.VerifyAsync(null, Registered.Password), Throws.TypeOf<InvalidOperationException>());
        }

        hash.Throws = null;

        Assert.That(await lane.VerifyAsync(FakeHash.Of(Registered.Password), Registered.Password), Is.True);
        Assert.That(_log.All, Does.Not.Contain(Registered.Password.Reveal()));
    }

    [Test]
    public async Task ClosedLane_HasFinishedWhatItTook()
    {
        var hash = new FakeHash();
        var lane = new HashingLane(_time, _log, hash.Verify);
        var taken = lane.VerifyAsync(FakeHash.Of(Registered.Password), Registered.Password);
        lane.Dispose();

        Assert.That(taken.IsCompleted, Is.True);
        Assert.That(await taken, Is.True);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var attempt = 0; !isSo(); attempt++)
        {
            Assert.That(attempt, Is.LessThan(3000), "Nothing happened within 30 s.");
            await Task.Delay(10);
        }
    }
}
