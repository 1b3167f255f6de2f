using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Kps.Evidence.Stamps;
using Microsoft.Extensions.Options;

namespace Kps.Audit.Anchoring;

/// <summary>Asks the time-stamping authority (RFC 3161 §3.4) and believes nothing it has not verified against the configured roots.</summary>
internal sealed class TsaClient : IDisposable
{
    private const string QueryType = "application/timestamp-query";
    private const string ReplyType = "application/timestamp-reply";

    private readonly AnchoringOptions _options;
    private readonly HttpClient _http;
    private readonly Lazy<TsaRoots> _roots;

    public TsaClient(IOptions<AnchoringOptions> options)
    {
        _options = options.Value;
        _http = OutsideHttp.Create(_options.Timeout);
        _roots = new Lazy<TsaRoots>(() => TsaRoots.FromPem(File.ReadAllText(_options.TrustedCertificatesFile!)));
    }

    /// <summary>Gets a stamp and verifies it.</summary>
    /// <param name="data">What is to be stamped; its SHA-256 leaves.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="TsaException">There is none this time.</exception>
    public async Task<TimeStamp> StampAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var request = TimeStampRequest.Over(data.Span, HashAlgorithmName.SHA256, _options.TsaPolicy);
        var answer = await AskAsync(request, ct);
        TimeStamp stamp;
        try
        {
            stamp = request.Accept(answer);
        }
        catch (FormatException e)
        {
            throw new TsaException(TsaOutcome.Refused, "The authority granted no stamp for this request: " + e.Message, e);
        }

        var verdict = stamp.Verify(data.Span, _roots.Value);
        return verdict.IsValid ? stamp : throw new TsaException(TsaOutcome.NotBelieved, $"The stamp is not believed ({verdict.Fault}): {verdict.Detail}");
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<byte[]> AskAsync(TimeStampRequest request, CancellationToken ct)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, _options.TsaUrl) { Content = new ByteArrayContent(request.Encode()) };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(QueryType);
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(ReplyType));
            NameCustomer(message, request);

            // The time-out of the client ends with the headers; this one covers the body as well.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(_options.Timeout);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new TsaException(TsaOutcome.NoAnswer, $"The authority answered HTTP {(int)response.StatusCode}.");
            }

            if (!string.Equals(response.Content.Headers.ContentType?.MediaType, ReplyType, StringComparison.OrdinalIgnoreCase))
            {
                throw new TsaException(TsaOutcome.NoAnswer, $"The answer's media type is not {ReplyType}.");
            }

            return await OutsideHttp.ReadAsync(response.Content, TimeStampRequest.MaxResponseBytes, patience.Token)
                ?? throw new TsaException(TsaOutcome.NoAnswer, $"The answer has more than {TimeStampRequest.MaxResponseBytes} bytes.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw new TsaException(TsaOutcome.Unreachable, "The authority was not reached: " + e.Message, e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TsaException(TsaOutcome.TimedOut, string.Create(CultureInfo.InvariantCulture, $"The authority did not answer within {_options.Timeout.TotalSeconds} s."), e);
        }
    }

    private void NameCustomer(HttpRequestMessage message, TimeStampRequest request)
    {
        if (_options.TsaUser is not { } user || _options.TsaPasswordFile is not { } file)
        {
            return;
        }

        var password = TsaPassword.Read(file);
        if (_options.KamuSmIdentity)
        {
            message.Headers.Add(KamuSmIdentity.HeaderName, KamuSmIdentity.Make(long.Parse(user, CultureInfo.InvariantCulture), password, request.Imprint.Span));
        }
        else
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}")));
        }
    }
}
