using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Xml;

namespace Kps.PlainProxy;

/// <summary>
/// Forwards a SOAP message and its answer unchanged, having read both through the framework's quickest XmlReader: what any gateway that looks at its messages must
/// do at least. No authentication, no log, no limits.
/// </summary>
internal sealed class SoapProxy(Uri upstream) : IDisposable
{
    private const string ContentType = "application/soap+xml; charset=utf-8";

    private static readonly XmlDictionaryReaderQuotas Quotas = new() { MaxStringContentLength = 64 * 1024, MaxBytesPerRead = 64 * 1024, MaxArrayLength = 64 * 1024 };

    [ThreadStatic]
    private static XmlDictionaryReader? _reader;

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var (request, requestBytes) = await ReadAsync(http.Request.BodyReader, http.RequestAborted);
        try
        {
            ReadXml(request, requestBytes);
            using var message = new HttpRequestMessage(HttpMethod.Post, upstream) { Content = new ByteArrayContent(request, 0, requestBytes) };
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            using var answer = await _client.SendAsync(message, http.RequestAborted);
            var (body, bodyBytes) = await ReadAsync(
                await answer.Content.ReadAsStreamAsync(http.RequestAborted), answer.Content.Headers.ContentLength, http.RequestAborted);
            try
            {
                ReadXml(body, bodyBytes);
                http.Response.StatusCode = (int)answer.StatusCode;
                http.Response.ContentType = ContentType;
                http.Response.ContentLength = bodyBytes;
                await http.Response.BodyWriter.WriteAsync(body.AsMemory(0, bodyBytes), http.RequestAborted);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(body);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(request);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static void ReadXml(byte[] buffer, int length)
    {
        // One reader for each thread: making one costs as much as reading a kilobyte.
        if (_reader is null)
        {
            _reader = XmlDictionaryReader.CreateTextReader(buffer, 0, length, Quotas);
        }
        else
        {
            ((IXmlTextReaderInitializer)_reader).SetInput(buffer, 0, length, null, Quotas, null);
        }

        while (_reader.Read())
        {
        }

        _reader.Close();
    }

    private static async ValueTask<(byte[] Buffer, int Length)> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var length = (int)read.Buffer.Length;
                var buffer = ArrayPool<byte>.Shared.Rent(length + 1);
                read.Buffer.CopyTo(buffer);
                reader.AdvanceTo(read.Buffer.End);
                return (buffer, length);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async ValueTask<(byte[] Buffer, int Length)> ReadAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)(announced ?? 16 * 1024) + 1);
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return (buffer, length);
            }

            length += read;
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
    }
}
