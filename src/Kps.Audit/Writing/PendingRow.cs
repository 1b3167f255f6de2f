using System.Buffers;
using System.Threading.Tasks.Sources;

namespace Kps.Audit.Writing;

/// <summary>
/// One encoded row on its way to a commit, and the promise its caller waits on. The writer answers it exactly once and touches it no more;
/// the caller's await gives buffer and row back to their pools.
/// </summary>
internal sealed class PendingRow : IValueTaskSource
{
    private readonly RowPool _pool;
    private ManualResetValueTaskSourceCore<bool> _answer = new() { RunContinuationsAsynchronously = true };

    public PendingRow(RowPool pool) => _pool = pool;

    /// <summary>Rented; holds <see cref="Length"/> bytes of COPY form.</summary>
    public byte[] Buffer { get; private set; } = [];

    public int Length { get; set; }

    public AuditKind Kind { get; set; }

    /// <summary>Timestamp of the clock when it was queued.</summary>
    public long QueuedAt { get; set; }

    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Length);

    public ValueTask Durable => new(this, _answer.Version);

    public void Rent(int capacity) => Buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public void Succeed() => _answer.SetResult(true);

    public void Fail(AuditUnavailableException error) => _answer.SetException(error);

    /// <summary>Takes the row out of use without an answer: it was never queued.</summary>
    public void Abandon()
    {
        ArrayPool<byte>.Shared.Return(Buffer);
        Buffer = [];
        Length = 0;
        _answer.Reset();
        _pool.Return(this);
    }

    public void GetResult(short token)
    {
        try
        {
            _answer.GetResult(token);
        }
        finally
        {
            Abandon();
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _answer.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _answer.OnCompleted(continuation, state, token, flags);
}
