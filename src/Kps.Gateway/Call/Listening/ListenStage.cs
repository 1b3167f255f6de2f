using System.Buffers;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Listening;

/// <summary>Is this a whole SOAP request of bearable size? Reads the body, and nothing of what it says.</summary>
internal sealed class ListenStage : ICallStage
{
    /// <summary>Largest request, in bytes (design §6). Real ones have 1 to 7 KB.</summary>
    public const int MaxRequestBytes = 64 * 1024;

    /// <summary>
    /// What the server lets in: room for the framing of chunks around <see cref="MaxRequestBytes"/>, and for reading on behind a request
    /// that is too large, so that its sender can hear why.
    /// </summary>
    public const int MaxTransferBytes = 4 * 1024 * 1024;

    private const int UsualRequestBytes = 8 * 1024;

    private static readonly TimeSpan MaxDiscardTime = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public async ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var request = call.Http.Request;
        var refusal = MediaType.Read(request.ContentType, out var mediaType);
        call.AnswerVersion = mediaType.Version is SoapVersion.Soap12 ? SoapVersion.Soap12 : SoapVersion.Soap11;
        if (refusal is { } code)
        {
            return new CallFault(code);
        }

        if (request.Headers.ContentEncoding.Count > 0)
        {
            return new CallFault(FaultCode.UnsupportedMediaType);
        }

        if (request.ContentLength > MaxRequestBytes)
        {
            await DiscardAsync(request.Body, cancellationToken);
            return new CallFault(FaultCode.RequestTooLarge);
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? UsualRequestBytes) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    buffer.AsSpan(0, length).Clear();
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
                length += read;
                if (read == 0)
                {
                    break;
                }

                if (length > MaxRequestBytes)
                {
                    await DiscardAsync(request.Body, cancellationToken);
                    return new CallFault(FaultCode.RequestTooLarge);
                }
            }

            if (length == 0)
            {
                return new CallFault(FaultCode.EmptyRequest);
            }

            call.Body = new RequestBody(buffer, length, mediaType.Encoding);
            buffer = null;
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return new CallFault(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? FaultCode.RequestTooLarge : FaultCode.RequestIncomplete);
        }
        catch (IOException)
        {
            return new CallFault(FaultCode.RequestIncomplete);
        }
        finally
        {
            if (buffer is not null)
            {
                buffer.AsSpan(0, length).Clear();
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    /// <summary>
    /// Reads on and keeps nothing. A server that closes while its client still sends resets the connection, and the fault is lost. Bounded by
    /// <see cref="MaxTransferBytes"/> and time; whoever sends more may miss the answer.
    /// </summary>
    private static async Task DiscardAsync(Stream body, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MaxDiscardTime);
        var buffer = ArrayPool<byte>.Shared.Rent(UsualRequestBytes);
        try
        {
            while (await body.ReadAsync(buffer, limit.Token) > 0)
            {
            }
        }
        catch (Exception e) when (e is BadHttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The request is refused already; what cannot be read need not be.
        }
        finally
        {
            buffer.AsSpan().Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
