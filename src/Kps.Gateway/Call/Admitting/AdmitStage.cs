namespace Kps.Gateway.Call.Admitting;

/// <summary>Is there room, and is it this institution's turn? The place is given back when the call ends.</summary>
internal sealed class AdmitStage(FairGate gate) : ICallStage
{
    /// <inheritdoc />
    public async ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var institution = call.Caller.Institution.Id;
        if (!await gate.EnterAsync(institution))
        {
            return new CallFault(FaultCode.GatewayBusy);
        }

        call.WhenEnded(() => gate.Leave(institution));
        return null;
    }
}
