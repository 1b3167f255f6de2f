using Kps.Mernis.Services;
using Kps.Mernis.Sts;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Kps.Mernis.Resilience;

/// <summary>
/// The Polly pipelines. Order outside in, for a query: <see cref="Bulkhead"/> → total budget → retry → circuit breaker → attempt time-out;
/// for a token request: time-out of the whole → retry.
/// </summary>
/// <remarks>
/// <para>Retry: once per call, only when nothing of an answer can have come; never after a time-out, NVİ may have counted the query then.</para>
/// <para>
/// Breaker: counts <see cref="UpstreamFault.Unreachable"/> and <see cref="UpstreamFault.Timeout"/> of the router alone, for it exists to spare
/// callers the wait for a dead router. A business error, a refused token, an unregistered address, a SOAP fault, an unreadable or
/// oversized answer all mean that the router answered, and fast: opening the circuit for them would only hide their cause.
/// </para>
/// </remarks>
internal static class UpstreamPipelines
{
    /// <summary>What is left of a call's budget after it waited for its place.</summary>
    public static readonly ResiliencePropertyKey<TimeSpan> Left = new("kps.left");

    private static readonly TimeSpan LeastBudget = TimeSpan.FromMilliseconds(10);

    /// <summary>The budget of a whole call, token included.</summary>
    public static ResiliencePipeline ForTotal(MernisOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = arguments =>
                {
                    var left = arguments.Context.Properties.GetValue(Left, options.TotalTimeout);
                    return ValueTask.FromResult(left > LeastBudget ? left : LeastBudget);
                },
            })
            .Build();

    /// <summary>One query with one token.</summary>
    public static ResiliencePipeline<QueryOutcome> ForQuery(MernisOptions options, TimeProvider time, MernisMetrics metrics, ILogger logger) =>
        new ResiliencePipelineBuilder<QueryOutcome> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<QueryOutcome>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { MayRetry: true }),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<QueryOutcome>
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumThroughput,
                SamplingDuration = options.BreakerSamplingDuration,
                BreakDuration = options.BreakerBreakDuration,
                ShouldHandle = static arguments =>
                    ValueTask.FromResult(arguments.Outcome.Result?.Fault is UpstreamFault.Unreachable or UpstreamFault.Timeout),
                OnOpened = arguments =>
                {
                    metrics.BreakerIs(MernisCircuit.Open);
                    Log.CircuitOpened(logger, arguments.BreakDuration);
                    return default;
                },
                OnHalfOpened = _ =>
                {
                    metrics.BreakerIs(MernisCircuit.HalfOpen);
                    return default;
                },
                OnClosed = _ =>
                {
                    metrics.BreakerIs(MernisCircuit.Closed);
                    Log.CircuitClosed(logger);
                    return default;
                },
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();

    /// <summary>One token request.</summary>
    public static ResiliencePipeline<StsAnswer> ForSts(MernisOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder<StsAnswer> { TimeProvider = time }
            .AddTimeout(options.StsTimeout)
            .AddRetry(new RetryStrategyOptions<StsAnswer>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { MayRetry: true }),
            })
            .Build();
}
