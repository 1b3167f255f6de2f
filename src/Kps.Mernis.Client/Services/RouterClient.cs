using Kps.Mernis.Soap;
using Kps.Mernis.Sts;
using Kps.Mernis.Transport;
using Microsoft.Extensions.Logging;

namespace Kps.Mernis.Services;

/// <summary>Sends single query attempts to the router and says what each came to.</summary>
internal sealed class RouterClient : IDisposable
{
    private readonly ServiceDoor?[] _doors;
    private readonly SoapTransport _transport;
    private readonly TimeProvider _time;
    private readonly MernisMetrics _metrics;
    private readonly ILogger _logger;

    public RouterClient(
        MernisOptions options,
        IReadOnlyDictionary<MernisService, SorgulaWire> services,
        HttpMessageHandler handler,
        TimeProvider time,
        MernisMetrics metrics,
        ILogger logger)
    {
        _doors = new ServiceDoor?[KnownServices.All.Count + 1];
        foreach (var contract in KnownServices.All)
        {
            if (services.TryGetValue(contract.Service, out var wire))
            {
                _doors[(int)contract.Service] = new ServiceDoor(contract, wire, options.RouterUrl!, time);
            }
        }

        _transport = new SoapTransport(handler, options.RouterUrl!, options.MaxAnswerBytes, logger);
        _time = time;
        _metrics = metrics;
        _logger = logger;
    }

    /// <summary>True when the service may be called here.</summary>
    public bool Offers(MernisService service) => (uint)service < (uint)_doors.Length && _doors[(int)service] is not null;

    /// <summary>Makes one attempt and notes it on the call.</summary>
    /// <param name="call">The call it belongs to; to a service that is offered.</param>
    /// <param name="token">The token to show.</param>
    /// <param name="attemptEnd">End of the attempt: its time-out, the budget or the caller.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled; budgets that run out are an outcome.</exception>
    public async ValueTask<QueryOutcome> AttemptAsync(UpstreamCall call, SecurityToken token, CancellationToken attemptEnd)
    {
        var startedAt = _time.GetUtcNow();
        var started = _time.GetTimestamp();
        QueryOutcome outcome;
        try
        {
            outcome = await SendAsync(call, token, attemptEnd).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!call.Ct.IsCancellationRequested)
        {
            outcome = new QueryOutcome { Fault = UpstreamFault.Timeout };
        }

        var attempt = new UpstreamAttempt(UpstreamAttemptKind.Query, startedAt, _time.GetElapsedTime(started), outcome.Fault, outcome.HttpStatus)
        {
            NothingSent = outcome.NothingSent,
        };
        call.Queried(attempt);
        _metrics.Attempted(attempt);
        outcome.AnsweredAt = outcome.HttpStatus is null ? null : _time.GetUtcNow();
        outcome.MayRetry = outcome.MayRetry && call.TakeRetry();
        if (outcome.Fault is { } fault)
        {
            Log.AttemptFailed(_logger, UpstreamAttemptKind.Query, fault, outcome.HttpStatus, outcome.Subcode);
        }

        return outcome;
    }

    public void Dispose() => _transport.Dispose();

    private async ValueTask<QueryOutcome> SendAsync(UpstreamCall call, SecurityToken token, CancellationToken ct)
    {
        var door = _doors[(int)call.Service]!;
        var message = door.Begin(token, call.Sorgulayan);
        call.WriteCriterion(message);
        door.End(message);
        using var exchange = await _transport.SendAsync(message, ct).ConfigureAwait(false);
        return Understand(exchange, call);
    }

    private static QueryOutcome Understand(in Exchange exchange, UpstreamCall call)
    {
        if (exchange.Failure is { } failure)
        {
            return new QueryOutcome
            {
                Fault = failure switch
                {
                    TransportFailure.TooLarge => UpstreamFault.TooLarge,
                    TransportFailure.NotHttp => UpstreamFault.Malformed,
                    _ => UpstreamFault.Unreachable,
                },
                HttpStatus = exchange.Status,
                MayRetry = exchange.MayRetry,
                NothingSent = exchange.NothingSent,
            };
        }

        if (exchange.Status == 403)
        {
            return new QueryOutcome { Fault = UpstreamFault.AddressNotRegistered, HttpStatus = 403 };
        }

        if (exchange.Status == 200 && call.TryRead(exchange.Body) is { } answer)
        {
            return answer;
        }

        if (SoapFault.TryRead(exchange.Body) is { } fault)
        {
            return new QueryOutcome
            {
                Fault = fault.RefusesToken ? UpstreamFault.TokenRefused : UpstreamFault.ServiceFault,
                HttpStatus = exchange.Status,
                Subcode = fault.Code,
            };
        }

        return new QueryOutcome
        {
            Fault = exchange.Status is 502 or 503 or 504 ? UpstreamFault.Unreachable : UpstreamFault.Malformed,
            HttpStatus = exchange.Status,
        };
    }
}
