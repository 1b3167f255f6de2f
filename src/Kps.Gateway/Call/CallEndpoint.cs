using Kps.Audit;
using Kps.Gateway.Call.Listening;
using Microsoft.AspNetCore.Http.Features;

namespace Kps.Gateway.Call;

/// <summary>Turns a POST at a SOAP door into a call.</summary>
internal sealed class CallEndpoint(
    ICallPipeline pipeline,
    IAuditLog audit,
    TimeProvider time,
    ILogger<CallEndpoint> logger)
{
    private readonly OncePerSecond _alarm = new(time);

    /// <summary>Handles one request.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="door">The door it came in by.</param>
    public async Task HandleAsync(HttpContext http, AuditDoor door)
    {
        // More than a request may have is let in, so that Listen and not the server says what is wrong.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ListenStage.MaxTransferBytes;
        }

        var (now, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        IslemNo islemNo;
        try
        {
            islemNo = audit.NextIslemNo();
        }
        catch (AuditUnavailableException e)
        {
            // Without the log there is no number, and without both there is no call.
            if (_alarm.IsDue(out var untold))
            {
                Log.NoIslemNo(logger, untold, e);
            }

            using var unnumbered = new KpsCall(http, door, default, now, timestamp);
            MediaType.Read(http.Request.ContentType, out var mediaType);
            unnumbered.AnswerVersion = mediaType.Version;
            await pipeline.RefuseAsync(unnumbered);
            return;
        }

        using var call = new KpsCall(http, door, islemNo, now, timestamp);
        await pipeline.HandleAsync(call);
    }
}
