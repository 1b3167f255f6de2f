using Kps.Mernis.Resilience;
using Kps.Mernis.Services;
using Kps.Mernis.Sts;
using Kps.Mernis.Transport;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Kps.Mernis;

/// <summary>
/// The one door to NVİ's KPS v2. It knows no caller, no quota and no HTTP context; whoever calls it has written the intent to the audit log
/// before. Trouble upstream is a value of the reply, never an exception.
/// </summary>
/// <remarks>
/// The way of a call: a place in the bulkhead → the total budget → a valid token → one query through retry, breaker and attempt time-out.
/// When the router refuses the token: another token and one more query, never a third.
/// </remarks>
public sealed class MernisClient : IMernisOffers, IDisposable
{
    private const int StsConnections = 2;

    private readonly MernisOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Bulkhead _bulkhead;
    private readonly StsClient _sts;
    private readonly TokenCache _tokens;
    private readonly RouterClient _router;
    private readonly ResiliencePipeline _total;
    private readonly ResiliencePipeline<QueryOutcome> _query;
    private int _isDisposed;

    internal MernisClient(
        MernisOptions options,
        TimeProvider time,
        MernisMetrics metrics,
        ILogger<MernisClient> logger,
        bool allowByAnalogy,
        Func<MernisOptions, int, HttpMessageHandler>? handlers = null)
    {
        handlers ??= UpstreamHandler.Create;
        _options = options;
        _time = time;
        _logger = logger;
        _bulkhead = new Bulkhead(options, time);
        _sts = new StsClient(options, handlers(options, StsConnections), time, metrics, logger);
        _tokens = new TokenCache(_sts, options, time, metrics, logger);
        _router = new RouterClient(options, KnownServices.Offered(options, allowByAnalogy), handlers(options, options.MaxConcurrency), time, metrics, logger);
        _total = UpstreamPipelines.ForTotal(options, time);
        _query = UpstreamPipelines.ForQuery(options, time, metrics, logger);
    }

    /// <summary>Longest time of a call, and of all queries that serve one caller together: the second gets what the first left.</summary>
    public TimeSpan TotalTimeout => _options.TotalTimeout;

    /// <inheritdoc />
    public bool Offers(MernisService service) => _router.Offers(service);

    /// <summary>Puts one question to NVİ, within <see cref="TotalTimeout"/>.</summary>
    /// <param name="query">The question; whether its numbers are plausible is the caller's business.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">The caller's cancellation; a query already sent may still be counted by NVİ.</param>
    /// <typeparam name="T">The typed answer.</typeparam>
    /// <returns>The answer or the fault, and every attempt.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public Task<MernisReply<T>> SorgulaAsync<T>(MernisQuery<T> query, MernisCaller caller, CancellationToken ct)
        where T : class => SorgulaAsync(query, caller, _options.TotalTimeout, ct);

    /// <summary>Puts one question of several to NVİ, within the time the ones before left.</summary>
    /// <param name="query">The question; whether its numbers are plausible is the caller's business.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="budget">
    /// Longest time of this call, the wait for a place included; never more than <see cref="TotalTimeout"/>. When nothing is left, the reply is
    /// <see cref="UpstreamFault.Timeout"/> without an attempt.
    /// </param>
    /// <param name="ct">The caller's cancellation; a query already sent may still be counted by NVİ.</param>
    /// <typeparam name="T">The typed answer.</typeparam>
    /// <returns>The answer or the fault, and every attempt.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public Task<MernisReply<T>> SorgulaAsync<T>(MernisQuery<T> query, MernisCaller caller, TimeSpan budget, CancellationToken ct)
        where T : class
    {
        var call = new UpstreamCall<T>(query, _options.SendSorgulayan ? caller.Sorgulayan : null, ct);
        return AskAsync(call, budget < _options.TotalTimeout ? budget : _options.TotalTimeout);
    }

    /// <summary>Closes the connections and ends a token request under way.</summary>
    public void Dispose()
    {
        // A container that hands the client out under two names disposes it under both.
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        _tokens.Dispose();
        _sts.Dispose();
        _router.Dispose();
        _bulkhead.Dispose();
    }

    private async Task<MernisReply<T>> AskAsync<T>(UpstreamCall<T> call, TimeSpan budget)
        where T : class
    {
        call.Ct.ThrowIfCancellationRequested();
        if (!_router.Offers(call.Service))
        {
            return call.Reply(new QueryOutcome { Fault = UpstreamFault.NotOffered });
        }

        if (budget <= TimeSpan.Zero)
        {
            return call.Reply(new QueryOutcome { Fault = UpstreamFault.Timeout });
        }

        var entered = _time.GetTimestamp();
        using var place = await _bulkhead.EnterAsync(budget, call.Ct).ConfigureAwait(false);
        return call.Reply(place.IsAcquired
            ? await WithinBudgetAsync(call, budget - _time.GetElapsedTime(entered)).ConfigureAwait(false)
            : new QueryOutcome { Fault = UpstreamFault.Busy });
    }

    private async ValueTask<QueryOutcome> WithinBudgetAsync(UpstreamCall call, TimeSpan left)
    {
        var context = ResilienceContextPool.Shared.Get(call.Ct);
        try
        {
            context.Properties.Set(UpstreamPipelines.Left, left);
            return await _total.ExecuteAsync(
                static (context, state) => state.Client.QueryAsync(state.Call, context.CancellationToken),
                context,
                (Client: this, Call: call)).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            return new QueryOutcome { Fault = call.SentAt is null ? UpstreamFault.StsTimeout : UpstreamFault.Timeout };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<QueryOutcome> QueryAsync(UpstreamCall call, CancellationToken budget)
    {
        var token = await TokenAsync(call, budget).ConfigureAwait(false);
        if (token.Token is not { } first)
        {
            return new QueryOutcome { Fault = token.Fault };
        }

        var outcome = await QueryAsync(call, first, budget).ConfigureAwait(false);
        if (outcome.Fault != UpstreamFault.TokenRefused)
        {
            return outcome;
        }

        var replaceable = _tokens.Refused(first);
        Log.TokenRefused(_logger, replaceable);
        if (!replaceable)
        {
            return outcome;
        }

        token = await TokenAsync(call, budget).ConfigureAwait(false);
        if (token.Token is not { } second)
        {
            return new QueryOutcome { Fault = token.Fault };
        }

        return await QueryAsync(call, second, budget).ConfigureAwait(false);
    }

    private async ValueTask<TokenOutcome> TokenAsync(UpstreamCall call, CancellationToken budget)
    {
        var pending = _tokens.GetAsync(budget);
        if (pending.IsCompletedSuccessfully)
        {
            return pending.Result;
        }

        var started = _time.GetTimestamp();
        try
        {
            var token = await pending.ConfigureAwait(false);
            call.AskedForToken(token.Attempts);
            return token;
        }
        finally
        {
            call.WaitedForToken(_time.GetElapsedTime(started));
        }
    }

    private async ValueTask<QueryOutcome> QueryAsync(UpstreamCall call, SecurityToken token, CancellationToken budget)
    {
        try
        {
            var outcome = await _query.ExecuteAsync(
                static (state, attemptEnd) => state.Router.AttemptAsync(state.Call, state.Token, attemptEnd),
                (Router: _router, Call: call, Token: token),
                budget).ConfigureAwait(false);
            if (outcome.Fault is null or UpstreamFault.ServiceFault)
            {
                token.Accepted();
            }

            return outcome;
        }
        catch (BrokenCircuitException)
        {
            // When it opened between a first try and its retry, something was sent: then the first try's fault is the truth.
            return new QueryOutcome { Fault = call.LastQueryFault ?? UpstreamFault.CircuitOpen };
        }
    }
}
