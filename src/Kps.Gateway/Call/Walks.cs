using Kps.Gateway.Call.Addressing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Authorizing;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Verifying;

namespace Kps.Gateway.Call;

/// <summary>
/// The order of the walk, and the only place that knows it. Audit (11) and Respond (12) are not in the list because they follow every
/// outcome: <see cref="KpsPipeline"/> does them last, always. The prose twin is docs/life-of-a-call.md; a test keeps the two alike.
/// </summary>
internal static class Walks
{
    /// <summary>The router door: a query with the password on the call.</summary>
    public static IReadOnlyList<Type> Query { get; } =
    [
        typeof(ListenStage),
        typeof(ParseStage),
        typeof(IdentifyStage),
        typeof(CheckAddressStage),
        typeof(VerifyPasswordStage),
        typeof(AuthorizeStage),
        typeof(CheckCriteriaStage),
        typeof(AdmitStage),
        typeof(ForwardStage),
        typeof(MapStage),
    ];
}
