namespace Kps.Gateway.Call;

/// <summary>The way of a call to its answer: <see cref="KpsPipeline"/>, and whoever looks on from around it.</summary>
internal interface ICallPipeline
{
    /// <summary>Handles one call to its end. Throws only when the connection breaks while the answer is written.</summary>
    /// <param name="call">A call nobody has touched yet.</param>
    /// <returns>Why the caller got no answer; null when he did.</returns>
    Task<CallFault?> HandleAsync(KpsCall call);

    /// <summary>Answers a call that could not be given a number, because the log is unavailable: no stage runs and no row is written.</summary>
    /// <param name="unnumbered">The call; its answer version is settled.</param>
    Task RefuseAsync(KpsCall unnumbered);
}
