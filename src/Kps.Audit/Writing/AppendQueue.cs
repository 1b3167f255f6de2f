namespace Kps.Audit.Writing;

/// <summary>
/// Rows waiting for the writer. Bounded in rows and bytes; what is queued when the writer comes is the next batch, so batches grow with
/// the load and a lone row waits for nobody.
/// </summary>
internal sealed class AppendQueue(int capacity)
{
    /// <summary>Most bytes waiting.</summary>
    public const long CapacityBytes = 64L << 20;

    private readonly object _gate = new();
    private readonly Queue<PendingRow> _rows = new();
    private long _bytes;
    private bool _completed;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count;
            }
        }
    }

    /// <summary>Queues a row.</summary>
    /// <returns>False when there is no room or the log is stopping; then the row stays with the caller.</returns>
    public bool TryAdd(PendingRow row)
    {
        lock (_gate)
        {
            if (_completed || _rows.Count >= capacity || _bytes + row.Length > CapacityBytes)
            {
                return false;
            }

            _rows.Enqueue(row);
            _bytes += row.Length;
            if (_rows.Count == 1)
            {
                Monitor.Pulse(_gate);
            }

            return true;
        }
    }

    /// <summary>Waits for rows and takes them.</summary>
    /// <param name="batch">Receives at most <paramref name="most"/> rows in order.</param>
    /// <param name="most">Rows to take.</param>
    /// <returns>False when the queue is completed and empty.</returns>
    public bool Take(List<PendingRow> batch, int most)
    {
        lock (_gate)
        {
            while (_rows.Count == 0)
            {
                if (_completed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            while (batch.Count < most && _rows.TryDequeue(out var row))
            {
                _bytes -= row.Length;
                batch.Add(row);
            }

            return true;
        }
    }

    /// <summary>Takes rows queued at or before a time, without waiting.</summary>
    public void TakeOlder(List<PendingRow> expired, long queuedAt)
    {
        lock (_gate)
        {
            while (_rows.TryPeek(out var row) && row.QueuedAt <= queuedAt)
            {
                _rows.Dequeue();
                _bytes -= row.Length;
                expired.Add(row);
            }
        }
    }

    /// <summary>Waits between attempts to connect; completion and a first queued row end the wait early.</summary>
    /// <param name="pause">Longest wait.</param>
    public void Pause(TimeSpan pause)
    {
        lock (_gate)
        {
            Monitor.Wait(_gate, pause);
        }
    }

    /// <summary>Takes no more rows; what is queued is still handed out.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _completed = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>True after <see cref="Complete"/>.</summary>
    public bool IsCompleted
    {
        get
        {
            lock (_gate)
            {
                return _completed;
            }
        }
    }
}
