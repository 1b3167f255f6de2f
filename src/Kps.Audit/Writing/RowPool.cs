using System.Collections.Concurrent;

namespace Kps.Audit.Writing;

/// <summary>Rows at rest, so that a call allocates none. Keeps at most <see cref="Kept"/>.</summary>
internal sealed class RowPool
{
    private const int Kept = 1024;

    private readonly ConcurrentQueue<PendingRow> _rows = new();
    private int _count;

    public PendingRow Rent()
    {
        if (!_rows.TryDequeue(out var row))
        {
            return new PendingRow(this);
        }

        Interlocked.Decrement(ref _count);
        return row;
    }

    public void Return(PendingRow row)
    {
        if (Interlocked.Increment(ref _count) <= Kept)
        {
            _rows.Enqueue(row);
        }
        else
        {
            Interlocked.Decrement(ref _count);
        }
    }
}
