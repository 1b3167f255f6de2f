using Kps.Audit;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Responding;
using Microsoft.AspNetCore.Http.Features;

namespace Kps.Gateway.Call;

/// <summary>Turns a POST at the router door into a call.</summary>
internal sealed class CallEndpoint(
    KpsPipeline pipeline,
    IAuditLog audit,
    SoapResponder responder,
    TimeProvider time,
    ILogger<CallEndpoint> logger)
{
    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        // More than a request may have is let in, so that stage 1 and not the server says what is wrong.
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
            Log.NoIslemNo(logger, e);
            using var unnumbered = new KpsCall(http, AuditDoor.Router, default, now, timestamp);
            MediaType.Read(http.Request.ContentType, out var mediaType);
            unnumbered.AnswerVersion = mediaType.Version;
            await responder.WriteAsync(unnumbered, new CallFault(FaultCode.AuditUnavailable), http.RequestAborted);
            return;
        }

        using var call = new KpsCall(http, AuditDoor.Router, islemNo, now, timestamp);
        await pipeline.HandleAsync(call);
    }
}
