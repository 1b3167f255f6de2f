using Kps.Contracts;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;

namespace Kps.Gateway.Call.Queries;

/// <summary>
/// One query of the contracts: how its request is bound and checked, what NVİ is asked for it, and what becomes of the answer. The walk is the same for all;
/// Parse, CheckCriteria, Forward and Map hand over to the query of the call. A new query is one folder and one line in <see cref="QueryTable"/>.
/// </summary>
internal interface IQuery
{
    /// <summary>Which operation it answers.</summary>
    KpsOperation Operation { get; }

    /// <summary>The services of NVİ it may ask; where one of them is not offered here, the query is not served.</summary>
    IReadOnlyList<MernisService> Services { get; }

    /// <summary>Binds the request element.</summary>
    /// <param name="body">The body's one element.</param>
    /// <returns>The criteria, complete.</returns>
    /// <exception cref="ParseFaultException">A member is unknown, repeated, missing or of another type.</exception>
    QueryCriteria Bind(BodyElement body);

    /// <summary>Can these criteria be meant? Answered here, what cannot be anybody's costs NVİ nothing.</summary>
    /// <param name="call">The call; may be marked.</param>
    /// <returns>The fault, or null.</returns>
    CallFault? Check(KpsCall call);

    /// <summary>Asks NVİ. Ends at the first fault: the stage tells it.</summary>
    /// <param name="call">The call, its intent written.</param>
    /// <param name="nvi">The way to NVİ, open for this call only.</param>
    /// <returns>What was found, for <see cref="Map"/>; null after a fault.</returns>
    ValueTask<object?> AskAsync(KpsCall call, UpstreamConversation nvi);

    /// <summary>Puts what was found into the caller's contract, later generation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">What <see cref="AskAsync"/> returned.</param>
    /// <param name="withheld">Collects what NVİ gave and no answer of this query tells; what single institutions are not given is not this method's business.</param>
    QueryResult Map(KpsCall call, object found, List<string> withheld);

    /// <summary>The answer that carries no data but says why.</summary>
    /// <param name="criteria">What was asked.</param>
    /// <param name="hata">Code and text.</param>
    IKpsServisSonucu Refuse(QueryCriteria criteria, Parametre hata);
}
