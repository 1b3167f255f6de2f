using System.Diagnostics;
using Kps.Audit;
using Kps.Gateway.Call.Auditing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Telemetry;

namespace Kps.Gateway.Call;

/// <summary>Walks a call through its stages, writes its end to the log, answers. In this order, whatever happens.</summary>
internal sealed class KpsPipeline(
    IReadOnlyDictionary<AuditDoor, Walk> walks,
    CallRecorder recorder,
    SoapResponder responder,
    ILogger<KpsPipeline> logger) : ICallPipeline
{
    private readonly OncePerSecond _auditAlarm = new(TimeProvider.System);

    /// <inheritdoc />
    public async Task<CallFault?> HandleAsync(KpsCall call)
    {
        var fault = await WalkAsync(call);
        fault = await RecordAsync(call, fault);
        using var span = CallTrace.StartStage("Respond");
        await responder.WriteAsync(call, fault, call.Http.RequestAborted);
        return fault;
    }

    /// <inheritdoc />
    public Task RefuseAsync(KpsCall unnumbered) =>
        responder.WriteAsync(unnumbered, new CallFault(FaultCode.AuditUnavailable), unnumbered.Http.RequestAborted);

    /// <summary>Writes the end of the call to the log; from here on it may be another one.</summary>
    private async ValueTask<CallFault?> RecordAsync(KpsCall call, CallFault? fault)
    {
        using var span = CallTrace.StartStage("Audit");
        var started = Stopwatch.GetTimestamp();
        try
        {
            await recorder.RecordAsync(call, fault);
            if (call.TicketIfOpened is not null)
            {
                call.OutcomeCommitTime = Stopwatch.GetElapsedTime(started);
            }

            return fault;
        }
        catch (AuditUnavailableException e)
        {
            // The answer exists but may not leave: nothing leaves unlogged (design §4.1).
            LogAuditUnavailable(call, e);
        }
        catch (Exception e)
        {
            // Anything else on the way to the log means the same to the caller: no row, no answer.
            Log.CallFailed(logger, call.IslemNo, e);
        }

        CallTrace.Ended(span, FaultCode.AuditUnavailable);
        return new CallFault(FaultCode.AuditUnavailable);
    }

    private async ValueTask<CallFault?> WalkAsync(KpsCall call)
    {
        try
        {
            var walk = walks[call.Door];
            for (var index = 0; index < walk.Count; index++)
            {
                using var span = CallTrace.StartStage(walk.NameOf(index));
                if (await walk[index].RunAsync(call, call.Http.RequestAborted) is { } fault)
                {
                    CallTrace.Ended(span, fault.Code);
                    Log.CallRefused(logger, call.IslemNo, walk.NameOf(index), fault.Code);
                    return fault;
                }
            }

            return null;
        }
        catch (AuditUnavailableException e)
        {
            LogAuditUnavailable(call, e);
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

    /// <summary>Thousands of calls may meet the same outage; a line a second says it.</summary>
    private void LogAuditUnavailable(KpsCall call, AuditUnavailableException e)
    {
        if (_auditAlarm.IsDue(out var untold))
        {
            Log.AuditUnavailable(logger, call.IslemNo, untold, e);
        }
    }
}
