using System.Collections.Concurrent;
using Kps.Contracts;
using Kps.Registry.Passwords;

namespace Kps.Gateway.Call.Verifying;

/// <summary>
/// The one place where slow hashes are computed: half of the cores at lower priority, a bounded queue, five seconds of waiting at most. So
/// a storm of first log-ins never delays callers who need no hash (design §4.9).
/// </summary>
internal sealed class HashingLane : IDisposable
{
    /// <summary>Longest wait before the caller is told that the gateway is busy.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    // One hash takes 110 to 140 ms, so a worker gets through about forty in the longest wait; more could only be turned away later.
    private const int QueuePerWorker = 48;

    private readonly BlockingCollection<Job> _queue;
    private readonly Thread[] _workers;
    private readonly Func<string?, Secret, bool> _verify;
    private readonly TimeProvider _time;
    private readonly ILogger<HashingLane> _logger;
    private readonly OncePerSecond _alarm;
    private int _disposed;

    /// <summary>Starts the workers.</summary>
    /// <param name="time">Measures the waiting.</param>
    /// <param name="logger">Told when callers are turned away.</param>
    /// <param name="verify">The hash; null for <see cref="PasswordHash.Verify"/>.</param>
    public HashingLane(TimeProvider time, ILogger<HashingLane> logger, Func<string?, Secret, bool>? verify = null)
    {
        _time = time;
        _logger = logger;
        _alarm = new OncePerSecond(time);
        _verify = verify ?? PasswordHash.Verify;
        var workers = Math.Max(1, Environment.ProcessorCount / 2);
        _queue = new BlockingCollection<Job>(workers * QueuePerWorker);
        _workers = new Thread[workers];
        for (var index = 0; index < workers; index++)
        {
            _workers[index] = new Thread(Work) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = $"hashing-{index}" };
            _workers[index].Start();
        }
    }

    /// <summary>Callers in the queue right now.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Verifies a password against a stored hash, or spends the same time on a dummy.</summary>
    /// <param name="stored">Stored hash; null for the dummy.</param>
    /// <param name="password">Password as sent.</param>
    /// <returns>Null when the lane was too busy: nothing is known of the password then.</returns>
    public Task<bool?> VerifyAsync(string? stored, Secret password)
    {
        var job = new Job(stored, password, _time.GetTimestamp());
        if (!_queue.TryAdd(job))
        {
            LogBusy();
            return Task.FromResult<bool?>(null);
        }

        return job.Result;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _queue.CompleteAdding();
        foreach (var worker in _workers)
        {
            worker.Join();
        }

        _queue.Dispose();
    }

    private void Work()
    {
        foreach (var job in _queue.GetConsumingEnumerable())
        {
            if (_time.GetElapsedTime(job.Since) > MaxWait)
            {
                LogBusy();
                job.Complete(null);
                continue;
            }

            try
            {
                job.Complete(_verify(job.Stored, job.Password));
            }
            catch (Exception e)
            {
                Log.HashingFailed(_logger, e);
                job.Fail(e);
            }
        }
    }

    private void LogBusy()
    {
        if (_alarm.IsDue(out var untold))
        {
            Log.HashingLaneBusy(_logger, Waiting, untold);
        }
    }

    private sealed class Job(string? stored, Secret password, long since)
    {
        private readonly TaskCompletionSource<bool?> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Stored => stored;

        public Secret Password => password;

        public Task<bool?> Result => _source.Task;

        public long Since => since;

        public void Complete(bool? result) => _source.TrySetResult(result);

        public void Fail(Exception exception) => _source.TrySetException(exception);
    }
}
