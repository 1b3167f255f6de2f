using System.Buffers;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Listening;

/// <summary>Stage 1: is this a whole SOAP request of bearable size? Reads the body, and nothing of what it says.</summary>
internal sealed class ListenStage : ICallStage
{
    /// <summary>Largest request, in bytes (design §6). Real ones have 1 to 7 KB.</summary>
    public const int MaxRequestBytes = 64 * 1024;

    private const int UsualRequestBytes = 8 * 1024;

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
}
