using Kps.Contracts;
using Kps.Mernis.Resilience;
using Kps.Mernis.Services;
using Kps.Mernis.Services.BilesikKutuk;
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
public sealed class MernisClient : IDisposable
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

    internal MernisClient(
        MernisOptions options,
        TimeProvider time,
        MernisMetrics metrics,
        ILogger<MernisClient> logger,
        Func<MernisOptions, int, HttpMessageHandler>? handlers = null)
    {
        handlers ??= UpstreamHandler.Create;
        _options = options;
        _time = time;
        _logger = logger;
        _bulkhead = new Bulkhead(options, time);
        _sts = new StsClient(options, handlers(options, StsConnections), time, metrics, logger);
        _tokens = new TokenCache(_sts, options, time, metrics, logger);
        _router = new RouterClient(options, handlers(options, options.MaxConcurrency), time, metrics, logger);
        _total = UpstreamPipelines.ForTotal(options, time);
        _query = UpstreamPipelines.ForQuery(options, time, metrics, logger);
    }

    /// <summary>Asks the three population registers for one number (BilesikKutukSorgulaKimlikNoServis 2023/02/01).</summary>
    /// <param name="kimlikNo">The number; whether it is plausible is the caller's business.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">The caller's cancellation; a query already sent may still be counted by NVİ.</param>
    /// <returns>The answer or the fault, and every attempt.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<MernisReply<BilesikKutukBilgileri>> SorgulaBilesikKutukAsync(Tckn kimlikNo, MernisCaller caller, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var call = new UpstreamCall(kimlikNo, _options.SendSorgulayan ? caller.Sorgulayan : null, ct);
        var entered = _time.GetTimestamp();
        using var place = await _bulkhead.EnterAsync(ct).ConfigureAwait(false);
        var outcome = place.IsAcquired
            ? await WithinBudgetAsync(call, _time.GetElapsedTime(entered)).ConfigureAwait(false)
            : new QueryOutcome { Fault = UpstreamFault.Busy };

        var answer = outcome as QueryOutcome<BilesikKutukBilgileri>;
        return new MernisReply<BilesikKutukBilgileri>
        {
            Value = answer?.Value,
            Hata = answer?.Hata,
            Fault = outcome.Fault,
            Attempts = call.Attempts,
            SentAt = call.SentAt,
            AnsweredAt = outcome.AnsweredAt,
            StsTime = call.StsTime,
            QueryTime = call.QueryTime,
        };
    }

    /// <summary>Closes the connections and ends a token request under way.</summary>
    public void Dispose()
    {
        _tokens.Dispose();
        _sts.Dispose();
        _router.Dispose();
        _bulkhead.Dispose();
    }

    private async ValueTask<QueryOutcome> WithinBudgetAsync(UpstreamCall call, TimeSpan waited)
    {
        var context = ResilienceContextPool.Shared.Get(call.Ct);
        try
        {
            context.Properties.Set(UpstreamPipelines.Waited, waited);
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
