using Kps.Contracts;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;

namespace Kps.Gateway.Call.Queries;

/// <summary>A query with its own types of criteria and findings.</summary>
/// <typeparam name="TCriteria">What is asked.</typeparam>
/// <typeparam name="TFound">What is found.</typeparam>
internal abstract class Query<TCriteria, TFound> : IQuery
    where TCriteria : QueryCriteria
    where TFound : class
{
    /// <inheritdoc />
    public abstract KpsOperation Operation { get; }

    /// <inheritdoc />
    public abstract IReadOnlyList<MernisService> Services { get; }

    QueryCriteria IQuery.Bind(BodyElement body) => Bind(body);

    CallFault? IQuery.Check(KpsCall call) => Check(call, (TCriteria)call.Request.Criteria!);

    async ValueTask<object?> IQuery.AskAsync(KpsCall call, UpstreamConversation nvi) => await AskAsync((TCriteria)call.Request.Criteria!, nvi);

    QueryResult IQuery.Map(KpsCall call, object found, List<string> withheld) => Map((TCriteria)call.Request.Criteria!, (TFound)found, withheld);

    IKpsServisSonucu IQuery.Refuse(QueryCriteria criteria, Parametre hata) => Refuse((TCriteria)criteria, hata);

    /// <inheritdoc cref="IQuery.Bind"/>
    protected abstract TCriteria Bind(BodyElement body);

    /// <inheritdoc cref="IQuery.Check"/>
    protected abstract CallFault? Check(KpsCall call, TCriteria criteria);

    /// <inheritdoc cref="IQuery.AskAsync"/>
    protected abstract ValueTask<TFound?> AskAsync(TCriteria criteria, UpstreamConversation nvi);

    /// <inheritdoc cref="IQuery.Map"/>
    protected abstract QueryResult Map(TCriteria criteria, TFound found, List<string> withheld);

    /// <inheritdoc cref="IQuery.Refuse"/>
    protected abstract IKpsServisSonucu Refuse(TCriteria criteria, Parametre hata);
}
