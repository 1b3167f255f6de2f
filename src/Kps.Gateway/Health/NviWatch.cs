using Kps.Gateway.Call.Forwarding;
using Kps.Mernis;

namespace Kps.Gateway.Health;

/// <summary>
/// What live traffic says of NVİ. Nothing is asked of NVİ for it: a query without a person's need would be one too many. Keeps the last success,
/// the last failure and counts by ten seconds for five minutes.
/// </summary>
internal sealed class NviWatch(TimeProvider time)
{
    /// <summary>How far back the ratio looks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int SecondsPerSlot = 10;
    private const int Slots = 30;

    private readonly Lock _gate = new();
    private readonly Slot[] _slots = new Slot[Slots];
    private DateTimeOffset? _lastSuccess;
    private DateTimeOffset? _lastFailure;
    private UpstreamFault? _lastFault;

    /// <summary>Takes note of a call's reply.</summary>
    /// <param name="reply">The call's account. Null when nothing was forwarded; then, and when our own bulkhead turned the call away, there is nothing to learn.</param>
    public void Saw(UpstreamAccount? reply)
    {
        if (reply is null or { Fault: UpstreamFault.Busy or UpstreamFault.NotOffered })
        {
            return;
        }

        var now = time.GetUtcNow();
        lock (_gate)
        {
            ref var slot = ref SlotAt(now);
            slot.Calls++;
            if (reply.Fault is { } fault)
            {
                _lastFailure = now;
                _lastFault = fault;
            }
            else
            {
                slot.Successes++;
                _lastSuccess = now;
            }
        }
    }

    /// <summary>What is known now.</summary>
    public NviSight Look()
    {
        lock (_gate)
        {
            var oldest = Number(time.GetUtcNow()) - Slots + 1;
            var recent = _slots.Where(slot => slot.Number >= oldest).ToList();
            return new NviSight(_lastSuccess, _lastFailure, _lastFault, recent.Sum(slot => slot.Calls), recent.Sum(slot => slot.Successes));
        }
    }

    private static long Number(DateTimeOffset at) => at.ToUnixTimeSeconds() / SecondsPerSlot;

    private ref Slot SlotAt(DateTimeOffset now)
    {
        var number = Number(now);
        ref var slot = ref _slots[(int)(number % Slots)];
        if (slot.Number != number)
        {
            slot = new Slot { Number = number };
        }

        return ref slot;
    }

    private struct Slot
    {
        public long Number;
        public long Calls;
        public long Successes;
    }
}
