using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Admitting;

/// <summary>
/// The token door: is there room to sign, and is it this institution's turn? <see cref="AdmitStage"/> at a gate of its own: whoever waits for NVİ holds no
/// place here, and a client that asks for token after token waits behind itself.
/// </summary>
/// <param name="options">The limits, those of the query's gate.</param>
/// <param name="time">Measures the wait.</param>
internal sealed class AdmitIssueStage(IOptions<AdmissionOptions> options, TimeProvider time) : ICallStage
{
    private readonly AdmitStage _admit = new(new FairGate(options, time));

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => _admit.RunAsync(call, cancellationToken);
}
