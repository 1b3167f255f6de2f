using System.Threading.RateLimiting;

namespace Kps.Mernis.Resilience;

/// <summary>Places for queries under way. A slow NVİ fills them and is felt here, not as unbounded memory and connections.</summary>
internal sealed class Bulkhead(MernisOptions options, TimeProvider time) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.MaxConcurrency,
        QueueLimit = options.QueueLimit,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Takes a place, waiting for one at most <see cref="MernisOptions.QueueTimeout"/> and never longer than the budget.</summary>
    /// <param name="budget">What the call may take in all.</param>
    /// <param name="ct">The caller's cancellation.</param>
    /// <returns>A lease to be disposed; not acquired when there was no place in time.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled while waiting.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(TimeSpan budget, CancellationToken ct)
    {
        var lease = _places.AttemptAcquire();
        if (lease.IsAcquired)
        {
            return lease;
        }

        using var patience = new CancellationTokenSource(budget < options.QueueTimeout ? budget : options.QueueTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            return await _places.AcquireAsync(1, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return lease;
        }
    }

    public void Dispose() => _places.Dispose();
}
