using Kps.Audit;
using Kps.Registry.Live;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Gateway.Health;

/// <summary>
/// Every five seconds: does the database take a write? Its own connection, its own table, the audit database. On the way it reads the
/// database's clock, looks how far ahead the log has partitions, and tells operators what is going wrong before it has gone wrong.
/// </summary>
internal sealed class Heartbeat(
    IOptions<AuditOptions> options,
    IRegistry registry,
    TimeProvider time,
    ILogger<Heartbeat> logger) : BackgroundService
{
    /// <summary>Time between two writes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Age of the last write from which the node is not ready.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Difference of clocks that is worth a warning.</summary>
    public static readonly TimeSpan ClockLimit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RegistryLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PartitionReminder = TimeSpan.FromHours(1);

    private readonly HeartbeatConnection _connection = new(options.Value);
    private bool _isLost;
    private bool _isClockOff;
    private bool _isRegistryStale;
    private DateTimeOffset _partitionReminderAt;
    private HeartbeatReading? _last;
    private long _lastAt;

    /// <summary>Time since the last write that went through; null when none has yet.</summary>
    public TimeSpan? Age => Volatile.Read(ref _last) is null ? null : time.GetElapsedTime(Volatile.Read(ref _lastAt));

    /// <summary>This machine's clock minus the database's; null when not known.</summary>
    public TimeSpan? ClockOffset => Volatile.Read(ref _last)?.ClockOffset;

    /// <summary>Months after the present one for which the log has a partition without a gap, 24 at most; -1 when the present one has none.</summary>
    public int? PartitionMonthsAhead => Volatile.Read(ref _last)?.PartitionMonthsAhead;

    /// <summary>Whether the last write is young enough.</summary>
    public bool IsFresh => Age < Limit;

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }

    /// <summary>One beat and the looks that go with it.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reading = await _connection.WriteAsync(time, cancellationToken);
            Volatile.Write(ref _lastAt, time.GetTimestamp());
            Volatile.Write(ref _last, reading);
            if (Changes(ref _isLost, false))
            {
                Log.HeartbeatBack(logger);
            }

            Warn(reading);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            if (Changes(ref _isLost, true))
            {
                Log.HeartbeatLost(logger, Limit, e);
            }
        }

        WarnOfRegistry();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await BeatAsync(stoppingToken);
                timer.Period = _isLost ? Retry : Interval;
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private static bool Changes(ref bool state, bool now)
    {
        var changes = state != now;
        state = now;
        return changes;
    }

    private void Warn(HeartbeatReading reading)
    {
        if (Changes(ref _isClockOff, reading.ClockOffset.Duration() > ClockLimit) && _isClockOff)
        {
            Log.ClockOff(logger, Math.Round(reading.ClockOffset.TotalSeconds, 1));
        }

        if (reading.PartitionMonthsAhead < 1 && time.GetUtcNow() >= _partitionReminderAt)
        {
            _partitionReminderAt = time.GetUtcNow() + PartitionReminder;
            Log.PartitionMissing(logger, reading.PartitionMonthsAhead);
        }
    }

    private void WarnOfRegistry()
    {
        if (time.GetUtcNow() - registry.ConfirmedAt is not { } age || !Changes(ref _isRegistryStale, age > RegistryLimit))
        {
            return;
        }

        if (_isRegistryStale)
        {
            Log.RegistryStale(logger, (int)age.TotalSeconds);
        }
        else
        {
            Log.RegistryFresh(logger);
        }
    }
}
