using Microsoft.Extensions.Logging;

namespace Kps.Mernis.Sts;

/// <summary>
/// The account's one token: handed out without a lock while it is valid, renewed ahead of its end in the background, asked for by exactly
/// one request however many calls wait (requirements C-10).
/// </summary>
/// <remarks>
/// The single flight is the STS's bulkhead: there is never more than one token request under way, it is bound by its own time-out, and calls
/// that hold a valid token never wait for it. After a failure the STS is left alone for a while, see <see cref="MernisOptions.StsHoldOff"/>.
/// Ages are measured on the monotonic clock, so a corrected wall clock neither kills nor revives a token.
/// </remarks>
internal sealed class TokenCache(StsClient sts, MernisOptions options, TimeProvider time, MernisMetrics metrics, ILogger logger) : IDisposable
{
    private const double RenewFrom = 0.75;
    private const double RenewJitter = 0.10;

    private static readonly TimeSpan SafetyMargin = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();

    private volatile CachedToken? _cached;
    private Task<TokenOutcome>? _flight;
    private TokenOutcome? _lastFailure;
    private long _failedAt;
    private TimeSpan _holdOff;
    private bool _replacesRefused;

    /// <summary>Gets the token, waiting only when there is no valid one.</summary>
    /// <param name="ct">Ends this caller's wait, not the request others wait for.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled while waiting.</exception>
    public ValueTask<TokenOutcome> GetAsync(CancellationToken ct)
    {
        if (_cached is { } cached)
        {
            var age = time.GetElapsedTime(cached.ObtainedAt);
            if (age < cached.RenewAge)
            {
                return new ValueTask<TokenOutcome>(cached.Outcome);
            }

            if (age < cached.LastAge)
            {
                RenewBehind();
                return new ValueTask<TokenOutcome>(cached.Outcome);
            }
        }

        Task<TokenOutcome> flight;
        lock (_gate)
        {
            if (_cached is { } other && time.GetElapsedTime(other.ObtainedAt) < other.LastAge)
            {
                return new ValueTask<TokenOutcome>(other.Outcome);
            }

            if (_flight is null && HeldOff() is { } failure)
            {
                return new ValueTask<TokenOutcome>(failure);
            }

            flight = _flight ??= FlyAsync();
        }

        return new ValueTask<TokenOutcome>(flight.WaitAsync(ct));
    }

    /// <summary>Tells that the router refused a token, so that the next <see cref="GetAsync"/> brings another one.</summary>
    /// <returns>
    /// False when another token would not help: this one replaced a refused one and was never accepted itself. It is then kept for
    /// <see cref="MernisOptions.StsMaxHoldOff"/>, lest a wrong clock or a suspended account turn each query into a token request.
    /// </returns>
    public bool Refused(SecurityToken token)
    {
        lock (_gate)
        {
            if (_cached is not { } cached || cached.Outcome.Token != token)
            {
                return true;
            }

            if (cached.ReplacedRefused && !token.WasAccepted && time.GetElapsedTime(cached.ObtainedAt) < options.StsMaxHoldOff)
            {
                return false;
            }

            _cached = null;
            _replacesRefused = true;
            return true;
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void RenewBehind()
    {
        lock (_gate)
        {
            if (_flight is null && HeldOff() is null)
            {
                _flight = FlyAsync();
            }
        }
    }

    private TokenOutcome? HeldOff() => _lastFailure is not null && time.GetElapsedTime(_failedAt) < _holdOff ? _lastFailure : null;

    private Task<TokenOutcome> FlyAsync() => Task.Run(async () =>
    {
        TokenOutcome? outcome = null;
        try
        {
            outcome = await sts.RequestAsync(_stopping.Token).ConfigureAwait(false);
            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.TokenRequestBroke(logger, exception);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                Land(outcome);
            }
        }
    });

    private void Land(TokenOutcome? outcome)
    {
        _flight = null;
        if (outcome is null)
        {
            return;
        }

        metrics.TokenRequested(outcome.Fault);
        if (outcome is { Token: { } token })
        {
            _cached = Cache(token);
            _replacesRefused = false;
            _lastFailure = null;
            _holdOff = TimeSpan.Zero;
            Log.TokenObtained(logger, token.Lifetime);
            return;
        }

        var fault = outcome.Fault!.Value;
        _holdOff = fault is UpstreamFault.StsRefused or UpstreamFault.AddressNotRegistered
            ? options.StsMaxHoldOff
            : TimeSpan.FromTicks(Math.Clamp(_holdOff.Ticks * 2, options.StsHoldOff.Ticks, options.StsMaxHoldOff.Ticks));
        _lastFailure = new TokenOutcome { Fault = fault };
        _failedAt = time.GetTimestamp();
        Log.TokenNotObtained(logger, fault, _holdOff);
    }

    private CachedToken Cache(SecurityToken token)
    {
        var margin = token.Lifetime / 10 < SafetyMargin ? token.Lifetime / 10 : SafetyMargin;
        return new CachedToken(
            new TokenOutcome { Token = token },
            time.GetTimestamp(),
            token.Lifetime * (RenewFrom + (RenewJitter * Random.Shared.NextDouble())),
            token.Lifetime - margin,
            _replacesRefused);
    }

    /// <summary>A token and its ages.</summary>
    /// <param name="Outcome">What callers get.</param>
    /// <param name="ObtainedAt">Monotonic time stamp.</param>
    /// <param name="RenewAge">From here a new one is fetched behind the callers' backs; jittered, for two nodes share the account.</param>
    /// <param name="LastAge">From here it is not shown any more, shortly before its real end.</param>
    /// <param name="ReplacedRefused">True when it was fetched because the one before was refused.</param>
    private sealed record CachedToken(TokenOutcome Outcome, long ObtainedAt, TimeSpan RenewAge, TimeSpan LastAge, bool ReplacedRefused);
}
