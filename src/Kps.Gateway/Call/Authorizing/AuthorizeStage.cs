namespace Kps.Gateway.Call.Authorizing;

/// <summary>Does the institution hold the operation today?</summary>
internal sealed class AuthorizeStage(IstanbulClock clock) : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) =>
        new(call.Caller.Institution.Holds(call.Request.Operation.Operation, clock.Today)
            ? null
            : new CallFault(FaultCode.NotEntitled, call.Request.Operation.Name));
}
