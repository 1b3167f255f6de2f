using System.Text;
using Kps.Audit.Sequencing;
using Kps.Evidence.Stamps;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Anchoring;

/// <summary>
/// Has checkpoints stamped by an authority outside, in the background: on the node that seals, the newest one, when there is a new one and the interval is over. An
/// authority that is down makes the lag grow and holds nothing up; the next stamp covers all that came before it.
/// </summary>
internal sealed class Anchorer : BackgroundService
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RenewalLook = TimeSpan.FromHours(1);
    private static readonly TimeSpan RenewalPause = TimeSpan.FromDays(1);

    private readonly AnchoringOptions _options;
    private readonly AnchorTables _tables;
    private readonly TsaClient _tsa;
    private readonly ITreeState _tree;
    private readonly AnchorState _state;
    private readonly AnchorMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<Anchorer> _logger;
    private readonly TimeSpan _look;
    private readonly Backoff _pause;
    private DateTimeOffset _nextRenewal = DateTimeOffset.MinValue;
    private bool _wasLate;
    private bool _inTrouble;

    public Anchorer(
        IOptions<AnchoringOptions> options, AnchorTables tables, TsaClient tsa, ITreeState tree, AnchorState state, AnchorMetrics metrics, TimeProvider time, ILogger<Anchorer> logger)
    {
        _options = options.Value;
        _tables = tables;
        _tsa = tsa;
        _tree = tree;
        _state = state;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _look = _options.Interval < LongestLook ? _options.Interval : LongestLook;
        _pause = new Backoff(time, _options.Interval < FirstPause ? _options.Interval : FirstPause, LongestPause);
    }

    /// <summary>Looks once, and has stamped what is due.</summary>
    internal async Task RoundAsync(CancellationToken ct)
    {
        var view = await _tables.LookAsync(ct);
        _state.Saw(view);
        if (_tree.Role != TreeRole.Leader)
        {
            _state.StampingElsewhere();
            return;
        }

        if (view.Newest is { } newest && _pause.IsOver)
        {
            if (IsDue(newest, view.Last))
            {
                await StampAsync(newest, ct);
            }

            if (_time.GetUtcNow() >= _nextRenewal)
            {
                await RenewAsync(newest, ct);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.IsStamping)
        {
            return;
        }

        if (_options.KamuSmIdentity)
        {
            Log.KamuSmIdentityUnverified(_logger);
        }

        try
        {
            while (true)
            {
                await TryRoundAsync(stoppingToken);
                WatchLag();
                await Task.Delay(_look, _time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.AnchoringStopped(_logger);
        }
    }

    private bool IsDue(StoredCheckpoint newest, StoredAnchor? last) =>
        last is null || (newest.Size > last.Size && _time.GetUtcNow() - last.StoredAt >= _options.Interval);

    private async Task TryRoundAsync(CancellationToken ct)
    {
        try
        {
            await RoundAsync(ct);
            _inTrouble = false;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever it was, the calls and the sealing have no part in it; the next look is another try.
            if (!_inTrouble)
            {
                Log.AnchoringDisturbed(_logger, e);
            }

            _inTrouble = true;
        }
    }

    private async Task StampAsync(StoredCheckpoint newest, CancellationToken ct)
    {
        try
        {
            var stamp = await _tsa.StampAsync(Encoding.UTF8.GetBytes(newest.Note.ToString()), ct);
            await _tables.StoreAsync(newest, stamp, ct);
            await WorkedAsync(ct);
            Log.Stamped(_logger, newest.Size, stamp.GenTime, stamp.Signer);
        }
        catch (TsaException e)
        {
            Failed(e, _pause.Failed());
        }
    }

    /// <summary>One stamp over all whose certificate nears its end.</summary>
    private async Task RenewAsync(StoredCheckpoint newest, CancellationToken ct)
    {
        var limit = _time.GetUtcNow() + _options.RenewBefore;
        var expiring = await _tables.ExpiringAsync(limit, ReStampList.MaxMembers - 1, ct);
        _state.RenewalIs(expiring?.Until);
        if (expiring is null)
        {
            _nextRenewal = _time.GetUtcNow() + RenewalLook;
            return;
        }

        try
        {
            var list = new ReStampList([ReStampList.LeafOf(Encoding.UTF8.GetBytes(newest.Note.ToString())), .. expiring.Leaves]);
            var stamp = await _tsa.StampAsync(list.ToArray(), ct);
            if (stamp.SignerNotAfter <= limit)
            {
                // It would hang on a certificate as old as theirs. Tomorrow the authority may have a new one.
                _nextRenewal = _time.GetUtcNow() + RenewalPause;
                throw new TsaException(TsaOutcome.NotBelieved, $"The authority still stamps with a certificate that expires on {stamp.SignerNotAfter:u}; {expiring.Ids.Count} stamps wait for a newer one.");
            }

            await _tables.StoreAsync(newest, expiring, stamp, ct);
            await WorkedAsync(ct);
            _state.RenewalIs(null);
            Log.ReStamped(_logger, expiring.Ids.Count, stamp.SignerNotAfter);
        }
        catch (TsaException e)
        {
            var isTooOld = _nextRenewal > _time.GetUtcNow();
            Failed(e, isTooOld ? RenewalPause : _pause.Failed());
        }
    }

    private async Task WorkedAsync(CancellationToken ct)
    {
        _pause.Worked();
        _metrics.Tried(TsaOutcome.Stamped);
        _state.Tried(null);
        _state.Saw(await _tables.LookAsync(ct));
    }

    private void Failed(TsaException error, TimeSpan pause)
    {
        _metrics.Tried(error.Outcome);
        _state.Tried(error.Message);
        Log.NotStamped(_logger, error.Message, pause);
    }

    private void WatchLag()
    {
        var isLate = _state.IsLate && _tree.Role == TreeRole.Leader;
        if (isLate && !_wasLate)
        {
            Log.AnchoringLate(_logger, _state.Lag!.Value, _options.LagLimit);
        }
        else if (!isLate && _wasLate)
        {
            Log.AnchoringCaughtUp(_logger);
        }

        _wasLate = isLate;
    }
}
