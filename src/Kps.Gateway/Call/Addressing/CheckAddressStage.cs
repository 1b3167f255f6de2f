namespace Kps.Gateway.Call.Addressing;

/// <summary>
/// Does the call come from an address of the institution? An address in nobody's range ends the walk here and costs no hash. One
/// in somebody else's range goes on to VerifyPassword to spend the same time as a wrong password does, and is refused there with the same words
/// (design §4.8).
/// </summary>
internal sealed class CheckAddressStage : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var claimant = call.Claimant;
        if (call.CallerAddress is null)
        {
            return new(new CallFault(FaultCode.AddressUnknown));
        }

        if (!claimant.Registry.IsInAnyRange(call.CallerAddress))
        {
            return new(new CallFault(FaultCode.AddressOutsideRanges));
        }

        claimant.IsInsideRanges = claimant.Institution is { } institution && institution.Ranges.Contains(call.CallerAddress);
        return new((CallFault?)null);
    }
}
