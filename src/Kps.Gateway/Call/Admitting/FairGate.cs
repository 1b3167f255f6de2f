using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Admitting;

/// <summary>
/// Lets a bounded number of calls through at once. While there is room nobody waits; when there is none, the institutions with waiting
/// calls take turns (round-robin, first come first served within one), so that a client gone wild waits behind itself and not in front of
/// the other hospitals.
/// </summary>
internal sealed class FairGate(IOptions<AdmissionOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Lane> _lanes = [];
    private readonly LinkedList<Lane> _turns = new();
    private readonly int _limit = options.Value.MaxConcurrency;
    private readonly int _laneLimit = Math.Max(1, options.Value.MaxConcurrency * options.Value.InstitutionSharePercent / 100);
    private readonly int _queueLimit = options.Value.QueuePerInstitution;
    private readonly TimeSpan _maxWait = options.Value.MaxWait;
    private int _running;
    private int _waiting;

    /// <summary>Calls inside right now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Calls waiting right now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Asks for a place; must be followed by exactly one <see cref="Leave"/> when it was given.</summary>
    /// <param name="institutionId">Whose call it is.</param>
    /// <returns>False when the queue of the institution is full or the wait was too long.</returns>
    public ValueTask<bool> EnterAsync(int institutionId)
    {
        Waiter waiter;
        lock (_gate)
        {
            var lane = LaneOf(institutionId);
            if (lane.Waiters.Count == 0 && HasRoomFor(lane))
            {
                lane.Running++;
                _running++;
                return new ValueTask<bool>(true);
            }

            if (lane.Waiters.Count >= _queueLimit || _maxWait == TimeSpan.Zero)
            {
                Forget(lane);
                return new ValueTask<bool>(false);
            }

            waiter = new Waiter(lane);
            waiter.Place = lane.Waiters.AddLast(waiter);
            _waiting++;
            if (lane.Waiters.Count == 1)
            {
                _turns.AddLast(lane.Turn);
            }
        }

        return WaitAsync(waiter);
    }

    /// <summary>Gives the place back; the next institution in turn gets it.</summary>
    /// <param name="institutionId">As given to <see cref="EnterAsync"/>.</param>
    public void Leave(int institutionId)
    {
        lock (_gate)
        {
            var lane = _lanes[institutionId];
            lane.Running--;
            _running--;
            Forget(lane);
            Admit();
        }
    }

    private async ValueTask<bool> WaitAsync(Waiter waiter)
    {
        try
        {
            return await waiter.Admitted.Task.WaitAsync(_maxWait, time);
        }
        catch (TimeoutException)
        {
            lock (_gate)
            {
                // Admitted in the very moment the wait ended: then the place is ours.
                if (waiter.Place.List is null)
                {
                    return true;
                }

                Remove(waiter);
                Forget(waiter.Lane);
                return false;
            }
        }
    }

    private void Admit()
    {
        // One round over the institutions in turn; an institution at its own limit keeps its place in the round.
        for (var turn = _turns.First; turn is not null && _running < _limit;)
        {
            var lane = turn.Value;
            var next = turn.Next;
            if (HasRoomFor(lane))
            {
                var waiter = lane.Waiters.First!.Value;
                Remove(waiter);
                lane.Running++;
                _running++;
                if (lane.Waiters.Count > 0)
                {
                    _turns.Remove(lane.Turn);
                    _turns.AddLast(lane.Turn);
                    next ??= _turns.First;
                }

                waiter.Admitted.SetResult(true);
            }

            turn = next;
        }
    }

    private void Remove(Waiter waiter)
    {
        waiter.Lane.Waiters.Remove(waiter.Place);
        _waiting--;
        if (waiter.Lane.Waiters.Count == 0)
        {
            _turns.Remove(waiter.Lane.Turn);
        }
    }

    private bool HasRoomFor(Lane lane) => _running < _limit && lane.Running < _laneLimit;

    private Lane LaneOf(int institutionId)
    {
        if (!_lanes.TryGetValue(institutionId, out var lane))
        {
            lane = new Lane(institutionId);
            _lanes.Add(institutionId, lane);
        }

        return lane;
    }

    private void Forget(Lane lane)
    {
        if (lane is { Running: 0, Waiters.Count: 0 })
        {
            _lanes.Remove(lane.InstitutionId);
        }
    }

    private sealed class Lane
    {
        public Lane(int institutionId)
        {
            InstitutionId = institutionId;
            Turn = new LinkedListNode<Lane>(this);
        }

        public int InstitutionId { get; }

        public int Running { get; set; }

        public LinkedList<Waiter> Waiters { get; } = new();

        public LinkedListNode<Lane> Turn { get; }
    }

    private sealed class Waiter(Lane lane)
    {
        public Lane Lane => lane;

        public TaskCompletionSource<bool> Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Waiter> Place { get; set; } = null!;
    }
}
