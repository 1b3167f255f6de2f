using System.Runtime.CompilerServices;
using Kps.Audit.Entry;
using Kps.Audit.Processes;
using Kps.Audit.Vault;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Audit.Writing;

/// <summary>
/// The log of a writing process: registers the start, encodes rows on the callers' threads, queues them for the one writer. Started before
/// the doors open and stopped after they closed (hosted services stop in reverse order of registration).
/// </summary>
internal sealed class AuditLog : IAuditLog, IAuditState, IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan StartPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(15);

    private readonly AuditOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<AuditLog> _logger;
    private readonly IMasterKey _master;
    private readonly NpgsqlDataSource _database;
    private readonly KeyRing _keys;
    private readonly AppendQueue _queue;
    private readonly BatchWriter _writer;
    private readonly RowPool _pool = new();
    private WriterProcess? _process;
    private RowEncoder? _encoder;

    public AuditLog(IOptions<AuditOptions> options, IMasterKey master, TimeProvider time, AuditMetrics metrics, ILogger<AuditLog> logger)
    {
        _options = options.Value;
        _master = master;
        _time = time;
        _logger = logger;
        var seconds = (int)Math.Ceiling(_options.AppendWait.TotalSeconds);
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_options.ConnectionString)
        {
            Pooling = false,
            Timeout = seconds,
            CommandTimeout = seconds,
            ApplicationName = "kps-audit-keys",
        });
        _keys = new KeyRing(_database, master, _options.NodeName, time);
        _queue = new AppendQueue(_options.QueueCapacity);
        _writer = new BatchWriter(_queue, _options, time, metrics, logger);
    }

    public bool IsConnected => _writer.IsConnected;

    public int QueuedRows => _queue.Count;

    internal WriterProcess Process => _process ?? throw new AuditUnavailableException("The audit log has not started.");

    private RowEncoder Encoder => _encoder ?? throw new AuditUnavailableException("The audit log has not started.");

    public IslemNo NextIslemNo() => Process.IslemNumbers.Next();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AuditTicket> OpenAsync(CallFacts facts, SealedText? criteria, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var started = _time.GetTimestamp();
        var at = EntryTime.Cut(_time.GetUtcNow());
        await AppendFactsAsync(AuditKind.Opened, facts, refusal: null, criteria, at);
        return new AuditTicket(facts.IslemNo, at, _time.GetElapsedTime(started));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask CloseAsync(AuditTicket ticket, CallOutcome outcome, SealedText? result)
    {
        var encoder = Encoder;
        SealedText.ThrowIfTooLong(result);
        ticket.MarkClosed();
        var at = EntryTime.Cut(_time.GetUtcNow());
        var bodyKey = await _keys.GetAsync(KeyPurpose.Body, at);
        await AppendAsync(encoder.Encode(ticket, outcome, result, at, bodyKey));
    }

    public ValueTask RefuseAsync(CallFacts facts, CallRefusal refusal, SealedText? criteria) =>
        AppendFactsAsync(AuditKind.Refused, facts, refusal, criteria, EntryTime.Cut(_time.GetUtcNow()));

    public ValueTask IssueAsync(CallFacts facts, SealedText? criteria) =>
        AppendFactsAsync(AuditKind.TokenIssued, facts, refusal: null, criteria, EntryTime.Cut(_time.GetUtcNow()));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var process = await RegisterAsync(cancellationToken);
        if (_master is MasterKeyRing { IsReadableByOthers: true })
        {
            Log.MasterKeyReadable(_logger);
        }

        _writer.Start();
        _encoder = new RowEncoder(_pool, process);
        _process = process;
        await ConnectAsync(cancellationToken);
        Log.Ready(_logger, process.Prefix, _options.NodeName, _master.Id);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Complete();
        if (_process is null)
        {
            return;
        }

        try
        {
            // Not the host's token: a long drain of calls may have spent it, and these are the rows of just those calls.
            await _writer.Stopped.WaitAsync(FlushLimit, CancellationToken.None);
            Log.Stopped(_logger);
        }
        catch (TimeoutException)
        {
            Log.StopTimedOut(_logger);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Complete();
        if (_process is not null)
        {
            await _writer.Stopped;
        }

        _keys.Dispose();
        await _database.DisposeAsync();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AppendFactsAsync(AuditKind kind, CallFacts facts, CallRefusal? refusal, SealedText? criteria, DateTimeOffset at)
    {
        var encoder = Encoder;
        SealedText.ThrowIfTooLong(criteria);
        if (facts.IslemNo.Prefix != Process.Prefix)
        {
            throw new ArgumentException("The işlem no was not issued by this process.", nameof(facts));
        }

        var bodyKey = await _keys.GetAsync(KeyPurpose.Body, at);
        var subjectKey = await _keys.GetAsync(KeyPurpose.Subject, at);
        await AppendAsync(encoder.Encode(kind, facts, refusal, criteria, at, bodyKey, subjectKey));
    }

    private ValueTask AppendAsync(PendingRow row)
    {
        row.QueuedAt = _time.GetTimestamp();
        if (_writer.IsHopeless || !_queue.TryAdd(row))
        {
            row.Abandon();
            throw new AuditUnavailableException(
                _writer.IsConnected ? "The audit queue is full or stopping." : "The audit database is not reachable.");
        }

        return row.Durable;
    }

    private async Task<WriterProcess> RegisterAsync(CancellationToken ct)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            try
            {
                var registry = new ProcessRegistry(_database);
                var ground = await registry.InspectAsync(ct);
                Check(ground);
                var process = await registry.RegisterAsync(_options.NodeName, ct);
                _keys.WriteActsAs(process);
                var now = _time.GetUtcNow();
                await _keys.GetAsync(KeyPurpose.Body, now);
                await _keys.GetAsync(KeyPurpose.Subject, now);
                return process;
            }
            catch (Exception e) when (e is NpgsqlException { IsTransient: true } or TimeoutException && _time.GetElapsedTime(started) < _options.StartWait)
            {
                Log.StartRetried(_logger, e, StartPause);
                await Task.Delay(StartPause, _time, ct);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                throw new AuditUnavailableException("The audit database could not be reached at start.", e);
            }
        }
    }

    /// <summary>The doors must not open before rows can be written.</summary>
    private async Task ConnectAsync(CancellationToken ct)
    {
        try
        {
            await _writer.FirstConnected.WaitAsync(_options.StartWait + _options.AppendWait, ct);
        }
        catch (TimeoutException e)
        {
            throw new AuditUnavailableException("The audit writer could not connect at start.", e);
        }
    }

    private void Check(LogGround ground)
    {
        if (ground.RoleMayRewrite)
        {
            throw new InvalidOperationException(
                $"Database role {ground.Role} may read or change written audit rows; the log must be written by kps_gateway.");
        }

        if (!ground.SyncsToDisk)
        {
            Log.SyncOff(_logger);
        }

        if (!ground.NextMonthExists)
        {
            Log.PartitionMissing(_logger);
        }
    }
}
