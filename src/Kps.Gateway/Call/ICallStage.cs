namespace Kps.Gateway.Call;

/// <summary>One door of the walk. Asks one question of the call: null opens the next door, a fault ends the walk.</summary>
/// <remarks>A stage never throws to talk. What it throws all the same becomes <see cref="FaultCode.Internal"/> in the pipeline's one catch.</remarks>
internal interface ICallStage
{
    /// <summary>Runs the stage.</summary>
    /// <param name="call">The call; the stage writes the properties that name it and reads those of earlier stages.</param>
    /// <param name="cancellationToken">The caller hung up. Not honoured once an intent is written.</param>
    /// <returns>Null to go on.</returns>
    ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken);
}
