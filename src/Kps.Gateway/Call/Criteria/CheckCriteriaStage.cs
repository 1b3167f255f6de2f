namespace Kps.Gateway.Call.Criteria;

/// <summary>Can what is asked for be anybody's? The query of the call knows; what cannot is answered here and costs NVİ nothing.</summary>
internal sealed class CheckCriteriaStage : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(call.Request.Query!.Check(call));
}
