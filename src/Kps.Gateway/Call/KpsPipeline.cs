using Kps.Audit;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Responding;

namespace Kps.Gateway.Call;

/// <summary>Walks a call through its stages, writes its end to the log, answers. In this order, whatever happens.</summary>
internal sealed class KpsPipeline(
    IReadOnlyList<ICallStage> stages,
    CallRecorder recorder,
    SoapResponder responder,
    ILogger<KpsPipeline> logger)
{
    /// <summary>Handles one call to its end. Throws only when the connection breaks while the answer is written.</summary>
    /// <param name="call">A call nobody has touched yet.</param>
    public async Task HandleAsync(KpsCall call)
    {
        var fault = await WalkAsync(call);
        try
        {
            await recorder.RecordAsync(call, fault);
        }
        catch (AuditUnavailableException e)
        {
            // The answer exists but may not leave: nothing leaves unlogged (design §4.1).
            Log.AuditUnavailable(logger, call.IslemNo, e);
            fault = new CallFault(FaultCode.AuditUnavailable);
        }
        catch (Exception e)
        {
            // Anything else on the way to the log means the same to the caller: no row, no answer.
            Log.CallFailed(logger, call.IslemNo, e);
            fault = new CallFault(FaultCode.AuditUnavailable);
        }

        await responder.WriteAsync(call, fault, call.Http.RequestAborted);
    }

    private async ValueTask<CallFault?> WalkAsync(KpsCall call)
    {
        try
        {
            foreach (var stage in stages)
            {
                if (await stage.RunAsync(call, call.Http.RequestAborted) is { } fault)
                {
                    Log.CallRefused(logger, call.IslemNo, stage.GetType().Name, fault.Code);
                    return fault;
                }
            }

            return null;
        }
        catch (AuditUnavailableException e)
        {
            Log.AuditUnavailable(logger, call.IslemNo, e);
            return new CallFault(FaultCode.AuditUnavailable);
        }
        catch (Registry.RegistryUnavailableException e)
        {
            Log.RegistryUnavailable(logger, call.IslemNo, e);
            return new CallFault(FaultCode.RegistryUnavailable);
        }
        catch (OperationCanceledException) when (call.Http.RequestAborted.IsCancellationRequested)
        {
            return new CallFault(FaultCode.RequestIncomplete);
        }
        catch (Exception e)
        {
            Log.CallFailed(logger, call.IslemNo, e);
            return new CallFault(FaultCode.Internal);
        }
    }
}
