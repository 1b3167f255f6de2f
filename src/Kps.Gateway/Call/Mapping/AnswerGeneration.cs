using Kps.Contracts;
using Kps.Contracts.Nesil2017;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Callers;

namespace Kps.Gateway.Call.Mapping;

/// <summary>
/// Which generation of the contract the caller's application reads (wire contracts a.6): the later one unless the application is registered for 2017. Queries
/// are answered in the later shape; an application of 2017 gets it converted, refusals too.
/// </summary>
internal static class AnswerGeneration
{
    /// <summary>The generation of a call's answer.</summary>
    public static ContractGeneration Of(KpsCall call) => CallerStatement.Of(call).Application?.Nesil is ContractGeneration.V2017 ? ContractGeneration.V2017 : ContractGeneration.V2021;

    /// <summary>A result in the shape of the call's generation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="later">In the later shape.</param>
    public static IKpsServisSonucu Shape(KpsCall call, IKpsServisSonucu later) =>
        Of(call) == ContractGeneration.V2017 ? Nesil2017Converter.Convert(later) : later;
}
