using Kps.Audit.Sequencing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Anchoring;

/// <summary>
/// Copies the newest checkpoint to the second place, in the background, on the node that seals. It remembers what was confirmed; after an outage it brings the newest,
/// which covers those that were left out. Sealing does not wait for it.
/// </summary>
internal sealed class CheckpointCopier : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly AnchoringOptions _options;
    private readonly ISecondPlace? _place;
    private readonly AnchorTables _tables;
    private readonly ITreeState _tree;
    private readonly AnchorState _state;
    private readonly AnchorMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<CheckpointCopier> _logger;
    private readonly Backoff _pause;
    private Task? _hanging;
    private string? _kept;
    private bool _inTrouble;

    public CheckpointCopier(
        IOptions<AnchoringOptions> options,
        IOptions<AuditOptions> audit,
        AnchorTables tables,
        ITreeState tree,
        AnchorState state,
        AnchorMetrics metrics,
        TimeProvider time,
        ILogger<CheckpointCopier> logger)
    {
        _options = options.Value;
        _place = !_options.IsCopying ? null
            : _options.SecondPlaceUrl is { } url ? new HttpPlace(url, _options.Timeout)
            : new DirectoryPlace(_options.SecondPlace!, audit.Value.NodeName, time);
        _tables = tables;
        _tree = tree;
        _state = state;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _pause = new Backoff(time, _options.SecondPlaceInterval, LongestPause);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        (_place as IDisposable)?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_place is null)
        {
            return;
        }

        try
        {
            while (true)
            {
                await TryRoundAsync(_place, stoppingToken);
                await Task.Delay(_options.SecondPlaceInterval, _time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.CopyingStopped(_logger);
        }
    }

    private async Task TryRoundAsync(ISecondPlace place, CancellationToken ct)
    {
        try
        {
            await RoundAsync(place, ct);
            _inTrouble = false;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            if (!_inTrouble)
            {
                Log.AnchoringDisturbed(_logger, e);
            }

            _inTrouble = true;
        }
    }

    private async Task RoundAsync(ISecondPlace place, CancellationToken ct)
    {
        if (_tree.Role != TreeRole.Leader)
        {
            _kept = null;
            _state.CopyingElsewhere();
            return;
        }

        if ((await _tables.LookAsync(ct)).Newest is not { } newest || newest.Note.ToString() == _kept)
        {
            return;
        }

        _state.Uncopied(newest.MadeAt);
        if (!_pause.IsOver)
        {
            return;
        }

        try
        {
            await KeepAsync(place, newest, ct);
            _kept = newest.Note.ToString();
            _pause.Worked();
            _metrics.Copied(worked: true);
            _state.Copied(newest.Size);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _metrics.Copied(worked: false);
            _state.NotCopied(e.Message);
            Log.NotCopied(_logger, newest.Size, _pause.Failed(), e);
        }
    }

    /// <summary>One at a time: while a write hangs in the file system no second one is begun.</summary>
    private async Task KeepAsync(ISecondPlace place, StoredCheckpoint newest, CancellationToken ct)
    {
        if (_hanging is { IsCompleted: false })
        {
            throw new IOException("The second place still hangs in the copy before.");
        }

        _hanging = place.KeepAsync(newest.Note, ct);
        try
        {
            await _hanging.WaitAsync(_options.Timeout, _time, ct);
        }
        catch (TimeoutException e)
        {
            throw new IOException("The second place did not answer in time.", e);
        }
    }
}
