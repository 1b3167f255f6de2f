using Kps.Gateway.Call;
using Kps.Gateway.Health;

namespace Kps.Gateway.Telemetry;

/// <summary>Stands around the pipeline and sees every call to its end: counts it, times it, traces it, remembers what it says of NVİ.</summary>
internal sealed class CallWatch(KpsPipeline pipeline, CallMetrics metrics, NviWatch nvi, TimeProvider time) : ICallPipeline
{
    /// <inheritdoc />
    public async Task<CallFault?> HandleAsync(KpsCall call)
    {
        metrics.Arrived();
        using var span = CallTrace.StartCall(call.IslemNo);
        CallFault? fault = new(FaultCode.Internal);
        try
        {
            fault = await pipeline.HandleAsync(call);
            return fault;
        }
        finally
        {
            nvi.Saw(call.UpstreamIfAsked);
            var outcome = CallOutcomeName.Of(call, fault);
            metrics.Ended(call, outcome, time.GetElapsedTime(call.StartTimestamp));
            CallTrace.Ended(span, CallMetrics.OperationOf(call), outcome, fault is not null);
        }
    }

    /// <inheritdoc />
    public async Task RefuseAsync(KpsCall unnumbered)
    {
        metrics.Arrived();
        try
        {
            await pipeline.RefuseAsync(unnumbered);
        }
        finally
        {
            metrics.Ended(unnumbered, nameof(FaultCode.AuditUnavailable), time.GetElapsedTime(unnumbered.StartTimestamp));
        }
    }
}
