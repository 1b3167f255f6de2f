using Kps.Gateway.Call.Addressing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Authorizing;
using Kps.Gateway.Call.Callers;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Issuing;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Verifying;

namespace Kps.Gateway.Call;

/// <summary>
/// The order of the walk, and the only place that knows it. Audit and Respond are not in the lists because they follow every
/// outcome: <see cref="KpsPipeline"/> does them last, always. The prose twin is docs/life-of-a-call.md; a test keeps the two alike.
/// </summary>
internal static class Walks
{
    /// <summary>The router door: a query with the password or a token on the call. Each of the two Verify stages lets the other's credential pass.</summary>
    public static IReadOnlyList<Type> Query { get; } =
    [
        typeof(ListenStage),
        typeof(ParseStage),
        typeof(IdentifyStage),
        typeof(CheckAddressStage),
        typeof(VerifyPasswordStage),
        typeof(VerifyTokenStage),
        typeof(CheckCallerStage),
        typeof(AuthorizeStage),
        typeof(CheckCriteriaStage),
        typeof(AdmitStage),
        typeof(ForwardStage),
        typeof(MapStage),
    ];

    /// <summary>The token door: the same identification, one signature, no NVİ.</summary>
    public static IReadOnlyList<Type> Token { get; } =
    [
        typeof(ListenStage),
        typeof(ParseTokenRequestStage),
        typeof(IdentifyStage),
        typeof(CheckAddressStage),
        typeof(VerifyPasswordStage),
        typeof(CheckCallerStage),
        typeof(AdmitIssueStage),
        typeof(IssueTokenStage),
    ];
}
