using Kps.Bench;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Entitling;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Queries;

namespace Kps.Benchmarks;

/// <summary>One query of the catalogue and what NVİ's stand-in said to it, as the walk holds it between Forward and Map.</summary>
/// <param name="query">The query.</param>
/// <param name="call">A call that asks it, its criteria bound.</param>
/// <param name="nvi">The way it asked.</param>
/// <param name="found">What it found.</param>
internal sealed class QuerySample(IQuery query, KpsCall call, UpstreamConversation nvi, object found)
{
    /// <summary>The call.</summary>
    public KpsCall Call => call;

    /// <summary>The operation.</summary>
    public OperationDescription Operation => call.Request.Operation;

    /// <summary>Maps the finding into a tree of its own. Where nothing of NVİ's is mapped, what is found is made anew instead.</summary>
    /// <exception cref="BenchException">There is no record in it: then what would be measured is a refusal.</exception>
    public QueryResult Map()
    {
        var result = query.Map(call, query.Services.Count == 0 ? Ask() : found, []);
        return result is { Fault: null, Code: 0, Result: not null } ? result : throw new BenchException($"{Operation.Name} has no record to measure");
    }

    /// <summary>Takes out what a right to everything ordinary does not cover, and names what leaves.</summary>
    /// <returns>Number of characters of the names; a rate of use that keeps the work from being optimised away.</returns>
    public int Limit(FieldProjections projections, QueryResult mapped) => mapped.Sonuc is not { } sonuc
        ? 0
        : projections.Of(Operation.Operation, call.Caller.Institution.FindEntitlement(Operation.Operation), default).Apply(sonuc).Returned?.Length ?? 0;

    private object Ask() => query.AskAsync(call, nvi).GetAwaiter().GetResult()!;
}
