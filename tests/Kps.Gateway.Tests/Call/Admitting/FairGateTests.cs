using Kps.Gateway.Call.Admitting;
using Kps.TestSupport;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Call.Admitting;

public sealed class FairGateTests
{
    private const int Greedy = 1;
    private const int Modest = 2;
    private const int Third = 3;

    private readonly ManualTimeProvider _clock = new();

    [Test]
    public async Task Enter_WhileThereIsRoom_WaitsForNobody()
    {
        var gate = CreateGate(limit: 2, share: 100);

        Assert.That(await gate.EnterAsync(Greedy), Is.True);
        Assert.That(await gate.EnterAsync(Modest), Is.True);
        Assert.That(gate.Running, Is.EqualTo(2));
    }

    [Test]
    public async Task Enter_BeyondOwnShare_WaitsWhileOthersStillPass()
    {
        var gate = CreateGate(limit: 4, share: 75);
        for (var call = 0; call < 3; call++)
        {
            await gate.EnterAsync(Greedy);
        }

        var fourth = gate.EnterAsync(Greedy).AsTask();

        Assert.That(fourth.IsCompleted, Is.False);
        Assert.That(await gate.EnterAsync(Modest), Is.True);
    }

    [Test]
    public async Task Leave_ManyOfOneWaitAndOneOfAnother_TheyTakeTurns()
    {
        var gate = CreateGate(limit: 1, share: 100);
        await gate.EnterAsync(Greedy);
        var waiting = Enumerable.Repeat(Greedy, 5).Append(Modest).Append(Third)
            .Select(who => (Who: who, Task: gate.EnterAsync(who).AsTask()))
            .ToList();
        var order = new List<int>();

        var inside = Greedy;
        for (var turn = 0; turn < 4; turn++)
        {
            gate.Leave(inside);
            var admitted = await Task.WhenAny(waiting.Select(waiter => waiter.Task));
            inside = waiting.Find(waiter => waiter.Task == admitted).Who;
            waiting.RemoveAll(waiter => waiter.Task == admitted);
            order.Add(inside);
        }

        Assert.That(order, Is.EqualTo(new[] { Greedy, Modest, Third, Greedy }));
    }

    [Test]
    public async Task Enter_WaitTooLong_IsRefusedAndLeavesNoTrace()
    {
        var gate = CreateGate(limit: 1, share: 100);
        await gate.EnterAsync(Greedy);
        var waiting = gate.EnterAsync(Modest).AsTask();

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.That(await waiting, Is.False);
        Assert.That(gate.Waiting, Is.Zero);
        gate.Leave(Greedy);
        Assert.That(gate.Running, Is.Zero);
        Assert.That(await gate.EnterAsync(Greedy), Is.True);
    }

    [Test]
    public async Task Enter_QueueOfInstitutionFull_IsRefusedAtOnceButNotTheOthers()
    {
        var gate = CreateGate(limit: 1, share: 100, queue: 2);
        await gate.EnterAsync(Greedy);
        _ = gate.EnterAsync(Greedy).AsTask();
        _ = gate.EnterAsync(Greedy).AsTask();

        Assert.That(await gate.EnterAsync(Greedy), Is.False);
        Assert.That(gate.EnterAsync(Modest).IsCompleted, Is.False, "Another institution still gets a place in the queue.");
    }

    [Test]
    public async Task EnterAndLeave_ManyThreads_NeverMoreInsideThanAllowedAndAllPlacesComeBack()
    {
        var gate = new FairGate(Options.Create(new AdmissionOptions { MaxConcurrency = 7, InstitutionSharePercent = 60, QueuePerInstitution = 10_000, MaxWait = TimeSpan.FromSeconds(10) }), TimeProvider.System);
        var (inside, most, refused) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(call => Task.Run(async () =>
        {
            var institution = call % 5;
            if (!await gate.EnterAsync(institution))
            {
                Interlocked.Increment(ref refused);
                return;
            }

            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            gate.Leave(institution);
        })));

        Assert.That(most, Is.InRange(1, 7));
        Assert.That((gate.Running, gate.Waiting), Is.EqualTo((0, 0)));
        Assert.That(refused, Is.LessThan(2_000));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    private FairGate CreateGate(int limit, int share, int queue = 100) => new(
        Options.Create(new AdmissionOptions { MaxConcurrency = limit, InstitutionSharePercent = share, QueuePerInstitution = queue }), _clock);
}
