using System.Diagnostics;
using Kps.Registry.Passwords;
using Kps.Registry.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Registry.Live;

/// <summary>
/// Keeps the snapshot and the locked names current. Two loops: one polls the version (and is woken early), the other only waits on LISTEN and wakes
/// the first. They share no connection, so a listener that hangs delays nothing. Pacing runs on the machine's clock: the given clock says what time it is,
/// and may stand still in a test.
/// </summary>
internal sealed class RegistryFollower(
    RegistryDatabase database,
    SnapshotLoader loader,
    PasswordFailures failures,
    IOptions<RegistryOptions> options,
    TimeProvider timeProvider,
    ILogger<RegistryFollower> logger) : BackgroundService, IRegistry
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ListenRetry = TimeSpan.FromSeconds(1);

    // A bulk registration notifies hundreds of times a second; loading everything each time would keep a core busy for nothing.
    private static readonly TimeSpan LoadSpacing = TimeSpan.FromMilliseconds(500);

    // The doors are opened after this service has started: who calls in the first moment of a restart is known then. A database that is away
    // holds the start up no longer than this; the node then says that it is not ready.
    private static readonly TimeSpan FirstLoadWait = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _firstLoad = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private RegistrySnapshot? _current;
    private long _confirmedAtTicks;

    /// <inheritdoc />
    public event Action<RegistrySnapshot>? Changed;

    /// <inheritdoc />
    public RegistrySnapshot Current =>
        Volatile.Read(ref _current) ?? throw new RegistryUnavailableException("The registry has not been loaded yet.");

    /// <inheritdoc />
    public bool IsLoaded => Volatile.Read(ref _current) is not null;

    /// <inheritdoc />
    public DateTimeOffset? ConfirmedAt =>
        Volatile.Read(ref _confirmedAtTicks) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await _firstLoad.Task.WaitAsync(FirstLoadWait, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FollowAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        var retry = FirstRetry;
        var isFailing = false;
        try
        {
            while (true)
            {
                var started = Stopwatch.GetTimestamp();
                var hasLoaded = false;
                try
                {
                    hasLoaded = await RefreshAsync(stoppingToken);
                    if (isFailing)
                    {
                        isFailing = false;
                        Log.DatabaseIsBack(logger);
                    }
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    LogFailure(exception, isFailing);
                    isFailing = true;
                }

                var wait = options.Value.PollInterval;
                if (!IsLoaded)
                {
                    wait = retry < wait ? retry : wait;
                    retry *= 2;
                }

                await _wake.WaitAsync(wait, stoppingToken);
                var spacing = LoadSpacing - Stopwatch.GetElapsedTime(started);
                if (hasLoaded && spacing > TimeSpan.Zero)
                {
                    await Task.Delay(spacing, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void LogFailure(Exception exception, bool isAlreadyFailing)
    {
        if (isAlreadyFailing)
        {
            return;
        }

        if (Volatile.Read(ref _current) is { } current)
        {
            Log.PollFails(logger, current.Version, exception);
        }
        else
        {
            Log.FirstLoadFails(logger, exception);
        }
    }

    private async Task<bool> RefreshAsync(CancellationToken stoppingToken)
    {
        var askedAt = timeProvider.GetUtcNow();
        long version;
        await using (var connection = await database.OpenAsync(stoppingToken))
        {
            await failures.RefreshAsync(connection, askedAt, stoppingToken);
            version = await ReadVersionAsync(connection, stoppingToken);
        }

        // Any difference counts: after a restore the version may have gone back.
        var mustLoad = version != Volatile.Read(ref _current)?.Version;
        if (mustLoad)
        {
            await LoadAsync(stoppingToken);
        }

        Volatile.Write(ref _confirmedAtTicks, askedAt.UtcTicks);
        return mustLoad;
    }

    private static async Task<long> ReadVersionAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        await using var command = new NpgsqlCommand("SELECT version FROM registry.registry_version", connection);
        return await command.ExecuteScalarAsync(stoppingToken) as long? ?? throw new InvalidOperationException("registry_version has no row.");
    }

    private async Task LoadAsync(CancellationToken stoppingToken)
    {
        var watch = Stopwatch.StartNew();
        var snapshot = await loader.LoadAsync(stoppingToken);
        Volatile.Write(ref _current, snapshot);
        _firstLoad.TrySetResult();
        Log.Loaded(logger, snapshot.Version, watch.ElapsedMilliseconds, snapshot.InstitutionCount, snapshot.UserCount);
        foreach (var receiver in Delegate.EnumerateInvocationList(Changed))
        {
            try
            {
                receiver(snapshot);
            }
            catch (Exception exception)
            {
                Log.ReceiverFailed(logger, exception);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var isListening = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenListenerAsync(stoppingToken);
                connection.Notification += (_, _) => Wake();
                await using (var command = new NpgsqlCommand("LISTEN kps_registry", connection))
                {
                    await command.ExecuteNonQueryAsync(stoppingToken);
                }

                isListening = true;
                Log.Listening(logger);
                Wake();
                while (true)
                {
                    await connection.WaitAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (isListening)
                {
                    Log.ListenLost(logger, exception);
                }

                isListening = false;
            }

            await Task.Delay(ListenRetry, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Wakes the polling loop; several wakes before it looks count as one.</summary>
    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }
}
