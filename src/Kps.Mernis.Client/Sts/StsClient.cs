using Kps.Mernis.Resilience;
using Kps.Mernis.Soap;
using Kps.Mernis.Transport;
using Microsoft.Extensions.Logging;
using Polly;

namespace Kps.Mernis.Sts;

/// <summary>Asks NVİ's STS for a token: one request, and one more only when nothing of an answer can have come (requirements D-28).</summary>
internal sealed class StsClient : IDisposable
{
    /// <summary>Longest answer of the STS, in bytes; real ones are below 10 KB.</summary>
    public const int AnswerLimit = 256 * 1024;

    private readonly string _passwordFile;
    private readonly TokenRequestWriter _writer;
    private readonly SoapTransport _transport;
    private readonly ResiliencePipeline<StsAnswer> _pipeline;
    private readonly TimeProvider _time;
    private readonly MernisMetrics _metrics;
    private readonly ILogger _logger;

    public StsClient(MernisOptions options, HttpMessageHandler handler, TimeProvider time, MernisMetrics metrics, ILogger logger)
    {
        _passwordFile = options.PasswordFile;
        _writer = new TokenRequestWriter(options, time);
        _transport = new SoapTransport(handler, options.StsUrl!, AnswerLimit, logger);
        _pipeline = UpstreamPipelines.ForSts(options, time);
        _time = time;
        _metrics = metrics;
        _logger = logger;
    }

    /// <summary>Asks once.</summary>
    /// <param name="ct">The end of the program; a single caller's patience does not matter here.</param>
    public async Task<TokenOutcome> RequestAsync(CancellationToken ct)
    {
        var attempts = new List<UpstreamAttempt>(1);
        var answer = await _pipeline.ExecuteAsync(
            static (state, token) => state.Client.AttemptAsync(state.Attempts, token, state.Ct),
            (Client: this, Attempts: attempts, Ct: ct),
            ct).ConfigureAwait(false);
        return new TokenOutcome { Token = answer.Token, Fault = answer.Fault, Attempts = attempts };
    }

    public void Dispose() => _transport.Dispose();

    private async ValueTask<StsAnswer> AttemptAsync(List<UpstreamAttempt> attempts, CancellationToken attemptEnd, CancellationToken ct)
    {
        var startedAt = _time.GetUtcNow();
        var started = _time.GetTimestamp();
        StsAnswer answer;
        try
        {
            answer = await SendAsync(attemptEnd).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            answer = new StsAnswer { Fault = UpstreamFault.StsTimeout };
        }

        var attempt = new UpstreamAttempt(UpstreamAttemptKind.Sts, startedAt, _time.GetElapsedTime(started), answer.Fault, answer.HttpStatus)
        {
            NothingSent = answer.NothingSent,
        };
        attempts.Add(attempt);
        _metrics.Attempted(attempt);
        if (answer.Fault is { } fault)
        {
            Log.AttemptFailed(_logger, UpstreamAttemptKind.Sts, fault, answer.HttpStatus, answer.Subcode);
        }

        return answer;
    }

    private async ValueTask<StsAnswer> SendAsync(CancellationToken ct)
    {
        RequestBuffer message;
        try
        {
            message = _writer.Write(PasswordFile.Read(_passwordFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.PasswordUnreadable(_logger, _passwordFile, exception);
            return new StsAnswer { Fault = UpstreamFault.StsRefused };
        }

        using var exchange = await _transport.SendAsync(message, ct).ConfigureAwait(false);
        return Understand(exchange);
    }

    private static StsAnswer Understand(in Exchange exchange)
    {
        if (exchange.Failure is { } failure)
        {
            return new StsAnswer
            {
                Fault = failure is TransportFailure.NotHttp or TransportFailure.TooLarge ? UpstreamFault.StsMalformed : UpstreamFault.StsUnreachable,
                HttpStatus = exchange.Status,
                MayRetry = exchange.MayRetry,
                NothingSent = exchange.NothingSent,
            };
        }

        if (exchange.Status == 403)
        {
            return new StsAnswer { Fault = UpstreamFault.AddressNotRegistered, HttpStatus = 403 };
        }

        if (exchange.Status == 200 && TokenReader.TryRead(exchange.Body) is { } token)
        {
            return new StsAnswer { Token = token, HttpStatus = 200 };
        }

        if (SoapFault.TryRead(exchange.Body) is { } fault)
        {
            return new StsAnswer { Fault = UpstreamFault.StsRefused, HttpStatus = exchange.Status, Subcode = fault.Code };
        }

        return new StsAnswer
        {
            Fault = exchange.Status is 502 or 503 or 504 ? UpstreamFault.StsUnreachable : UpstreamFault.StsMalformed,
            HttpStatus = exchange.Status,
        };
    }
}
