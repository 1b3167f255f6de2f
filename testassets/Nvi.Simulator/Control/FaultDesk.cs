namespace Nvi.Simulator.Control;

/// <summary>The armed faults of both doors. One call plays at most one fault.</summary>
internal sealed class FaultDesk : IDisposable
{
    private const int MostArmed = 1_000;

    private readonly Lock _gate = new();
    private readonly List<Armed> _armed = [];
    private CancellationTokenSource _cleared = new();

    /// <summary>Cancelled when the faults armed now are cleared: ends hanging calls.</summary>
    public CancellationToken Cleared
    {
        get
        {
            lock (_gate)
                return _cleared.Token;
        }
    }

    /// <summary>Arms a fault behind those already armed.</summary>
    /// <exception cref="ArgumentException">The fault makes no sense, or a thousand are armed already.</exception>
    public void Arm(NviFault fault)
    {
        if (fault.Objection() is { } objection)
            throw new ArgumentException(objection, nameof(fault));
        lock (_gate)
        {
            if (_armed.Count >= MostArmed)
                throw new ArgumentException("A thousand faults are armed already; clear them.", nameof(fault));
            _armed.Add(new Armed(fault));
        }
    }

    /// <summary>Takes the door's first fault when it plays on a request.</summary>
    public NviFault? TakeForCall(NviEndpoint door) => Take(door, onConnection: false);

    /// <summary>Takes the door's first fault when it plays on a new connection.</summary>
    public NviFault? TakeForConnection(NviEndpoint door) => Take(door, onConnection: true);

    /// <summary>Disarms everything and lets hanging calls go.</summary>
    public void Clear()
    {
        CancellationTokenSource cleared;
        lock (_gate)
        {
            _armed.Clear();
            cleared = _cleared;
            _cleared = new CancellationTokenSource();
        }

        using (cleared)
            cleared.Cancel();
    }

    /// <inheritdoc />
    public void Dispose() => _cleared.Dispose();

    private NviFault? Take(NviEndpoint door, bool onConnection)
    {
        lock (_gate)
        {
            var first = _armed.Find(armed => armed.Fault.Endpoint == door);
            if (first is null || first.Fault.Kind == NviFaultKind.CloseAfterAccept != onConnection)
                return null;
            if (first.Left is { } left)
            {
                first.Left = left - 1;
                if (first.Left == 0)
                    _armed.Remove(first);
            }

            return first.Fault;
        }
    }

    private sealed class Armed(NviFault fault)
    {
        public NviFault Fault { get; } = fault;

        public int? Left { get; set; } = fault.Times;
    }
}
