using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace Kps.Mernis.Transport;

/// <summary>Sends one SOAP message to one address and reads the answer wholly. Trouble is a value; only cancellation is thrown.</summary>
internal sealed class SoapTransport(HttpMessageHandler handler, Uri address, int answerLimit, ILogger logger) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: true);

    /// <summary>Sends a message.</summary>
    /// <param name="message">The whole envelope; given to this method, which disposes it.</param>
    /// <param name="ct">The attempt's end.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async ValueTask<Exchange> SendAsync(RequestBuffer message, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new RequestContent(message),
        };

        int? status = null;
        try
        {
            using var response = await _invoker.SendAsync(request, ct).ConfigureAwait(false);
            status = (int)response.StatusCode;
            var body = await AnswerBuffer.ReadAsync(response.Content, answerLimit, ct).ConfigureAwait(false);
            return body is null ? Exchange.Failed(TransportFailure.TooLarge, status) : Exchange.Answered(status.Value, body);
        }
        catch (OperationCanceledException exception) when (!ct.IsCancellationRequested)
        {
            // Not ours, so it is SocketsHttpHandler's connect time-out.
            return Failed(TransportFailure.NotConnected, status, exception);
        }
        catch (HttpRequestException exception)
        {
            return Failed(Classify(exception), status, exception);
        }
        catch (HttpIOException exception) when (exception.HttpRequestError != HttpRequestError.ResponseEnded)
        {
            return Failed(TransportFailure.NotHttp, status, exception);
        }
        catch (IOException exception)
        {
            return Failed(TransportFailure.Lost, status, exception);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private static TransportFailure Classify(HttpRequestException exception)
    {
        for (Exception? cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is ClosedBeforeAnswerException)
            {
                return TransportFailure.ClosedBeforeAnswer;
            }
        }

        return exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => TransportFailure.NotConnected,
            HttpRequestError.SecureConnectionError when exception.InnerException is AuthenticationException => TransportFailure.NotTrusted,
            HttpRequestError.SecureConnectionError => TransportFailure.NotConnected,
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => TransportFailure.NotHttp,
            _ => TransportFailure.Lost,
        };
    }

    private Exchange Failed(TransportFailure failure, int? status, Exception exception)
    {
        Log.ExchangeFailed(logger, address.Host, failure, exception);
        return Exchange.Failed(failure, status);
    }
}
