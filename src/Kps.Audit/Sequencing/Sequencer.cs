using System.Net.Sockets;
using Kps.Evidence.Notes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kps.Audit.Sequencing;

/// <summary>
/// Seals the log in the background: one node of the cluster gives rows their place in the tree and signs checkpoints, the others stand by and keep what
/// was published. It runs beside the calls and never holds one up. At its start it holds the tree against the published checkpoints and refuses a
/// database that was set back: then the host does not start.
/// </summary>
internal sealed class Sequencer : BackgroundService
{
    private readonly SequencerOptions _options;
    private readonly PublishedFile? _published;
    private readonly IReadOnlyList<ICheckpointSink> _sinks;
    private readonly TreeState _state;
    private readonly TreeMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<Sequencer> _logger;
    private EcdsaNoteKey? _key;
    private Checkpoint? _last;

    public Sequencer(
        IOptions<SequencerOptions> options, IEnumerable<ICheckpointSink> sinks, TreeState state, TreeMetrics metrics, TimeProvider time, ILogger<Sequencer> logger)
    {
        _options = options.Value;
        _published = _options.IsOn ? new PublishedFile(_options.PublishedFile!) : null;
        _sinks = _published is null ? [] : [_published, .. sinks];
        _state = state;
        _metrics = metrics;
        _time = time;
        _logger = logger;
    }

    private string Origin => _options.Origin!;

    private EcdsaNoteKey Key => _key!;

    /// <summary>Checks the tree, then seals in the background.</summary>
    /// <exception cref="TreeRefusedException">The database's tree is not what was published, or what was published cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The database role may change what it seals.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_options.IsOn)
        {
            _key = EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(_options.SigningKeyFile!, cancellationToken));
            try
            {
                await using var session = await SequencerSession.OpenAsync(_options.ConnectionString, cancellationToken);
                await session.CheckRoleAsync(cancellationToken);
                await CheckAsync(session, cancellationToken);
            }
            catch (Exception e) when (e is TreeRefusedException or InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
            {
                Log.TreeRefused(_logger, e.Message);
                throw e as TreeRefusedException ?? new TreeRefusedException(e.Message);
            }
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _key?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.IsOn)
        {
            return;
        }

        try
        {
            while (true)
            {
                await RunOnceAsync(stoppingToken);
                await Task.Delay(_options.Interval, _time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.SequencerStopped(_logger);
        }
        catch (Exception e)
        {
            // Not to be repaired by trying again, and no reason to stop the host: the calls go on, the rows wait.
            _state.Become(TreeRole.Halted, e.Message);
            Log.SequencerHalted(_logger, e.Message, e);
        }
    }

    /// <summary>One life of a connection.</summary>
    private async Task RunOnceAsync(CancellationToken ct)
    {
        try
        {
            await using var session = await SequencerSession.OpenAsync(_options.ConnectionString, ct);
            await StandByAsync(session, ct);
            await LeadAsync(session, ct);
        }
        catch (Exception e) when (IsConnectionTrouble(e) && !ct.IsCancellationRequested)
        {
            if (_state.Role != TreeRole.Disconnected)
            {
                Log.SequencerDisconnected(_logger, e);
            }

            _state.Become(TreeRole.Disconnected);
        }
    }

    private static bool IsConnectionTrouble(Exception error) =>
        error is NpgsqlException or TimeoutException or SocketException or IOException or InvalidOperationException;

    private async Task StandByAsync(SequencerSession session, CancellationToken ct)
    {
        while (!await session.TryLeadAsync(ct))
        {
            if (_state.Role != TreeRole.Standby)
            {
                Log.SequencerStandsBy(_logger);
            }

            _state.Become(TreeRole.Standby);
            var head = await session.Tables.HeadAsync(ct);
            if (_last is { } known)
            {
                TreeGuard.CheckSize(known, head, Origin);
            }

            await PublishHeadAsync(head, ct);
            await Task.Delay(_options.Interval, _time, ct);
        }
    }

    private async Task LeadAsync(SequencerSession session, CancellationToken ct)
    {
        var head = await CheckAsync(session, ct);
        using var grower = await TreeGrower.ResumeAsync(session, head, Origin, Key, ct);
        await PublishHeadAsync(head, ct);
        _state.Become(TreeRole.Leader);
        Log.SequencerLeads(_logger, head.Size, _state.VerifierKey!);
        while (true)
        {
            var started = _time.GetTimestamp();
            await grower.SealAsync(
                async (rows, note) =>
                {
                    _metrics.Sealed(rows);
                    await PublishAsync(note, _time.GetUtcNow(), ct);
                },
                ct);
            var (rows, oldest) = await grower.WaitingAsync(ct);
            _state.Waits(rows, oldest);
            _metrics.Round(_time.GetElapsedTime(started));
            await Task.Delay(_options.Interval, _time, ct);
        }
    }

    private async Task<TreeHead> CheckAsync(SequencerSession session, CancellationToken ct)
    {
        var head = await session.Tables.HeadAsync(ct);
        var published = _published!.Last();
        if (published is null && head.Size > 0)
        {
            Log.NothingPublished(_logger, _published.Path, head.Size);
        }

        await TreeGuard.CheckAsync(published, head, session.Tables, Origin, ct);
        await SealingKeyGuard.CheckAsync(head, Key, session.Tables, ct);
        using (var verifier = NoteVerifier.Of(TreeHead.OriginOf(Origin, head.Generation), Key.PublicKey.Span))
        {
            _state.VerifiedWith(verifier.ToString());
        }

        if (published is not null)
        {
            _last = Checkpoint.Of(published);
        }

        return head;
    }

    private async Task PublishHeadAsync(TreeHead head, CancellationToken ct)
    {
        if (head is { Note: { } note, MadeAt: { } madeAt })
        {
            await PublishAsync(note, madeAt, ct);
        }
    }

    private async Task PublishAsync(SignedNote note, DateTimeOffset madeAt, CancellationToken ct)
    {
        var checkpoint = Checkpoint.Of(note);
        _state.Saw(note, madeAt);
        if (checkpoint == _last)
        {
            return;
        }

        _last = checkpoint;
        foreach (var sink in _sinks)
        {
            try
            {
                await sink.PublishAsync(note, ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Log.NotPublished(_logger, checkpoint.Size, e);
            }
        }
    }
}
