using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Admitting;

/// <summary>
/// The token door: is there room to sign, and is it this institution's turn? A gate of its own: whoever waits for NVİ holds no place here, and a client
/// that asks for token after token waits behind itself.
/// </summary>
internal sealed class AdmitIssueStage : ICallStage
{
    private readonly FairGate _gate;

    /// <summary>Makes the gate, with the limits of <see cref="AdmissionOptions"/>.</summary>
    public AdmitIssueStage(IOptions<AdmissionOptions> options, TimeProvider time) => _gate = new FairGate(options, time);

    /// <inheritdoc />
    public async ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var institution = call.Caller.Institution.Id;
        if (!await _gate.EnterAsync(institution))
        {
            return new CallFault(FaultCode.GatewayBusy);
        }

        call.WhenEnded(() => _gate.Leave(institution));
        return null;
    }
}
