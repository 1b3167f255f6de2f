using Kps.Contracts.Ek;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Ortak = Kps.Contracts.Ortak;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>
/// A query of IKpsEkServisler. All of them answer in one way: a Sonuc with a record in it, or a nil Sonuc beside the reason; a client of the second service
/// need look in one place only.
/// </summary>
/// <typeparam name="TCriteria">What is asked.</typeparam>
/// <typeparam name="TFound">What the service of NVİ that has the answer says.</typeparam>
/// <typeparam name="TSonuc">The result in the contract.</typeparam>
internal abstract class EkQuery<TCriteria, TFound, TSonuc> : Query<TCriteria, MernisReply<TFound>>
    where TCriteria : QueryCriteria
    where TFound : class
    where TSonuc : class
{
    /// <inheritdoc />
    protected sealed override QueryResult Map(TCriteria criteria, MernisReply<TFound> found, List<string> withheld) =>
        found.Value is { } value ? Map(criteria, value, withheld) : WithoutValue(criteria, found.Hata);

    /// <inheritdoc />
    protected sealed override Ortak.IKpsServisSonucu Refuse(TCriteria criteria, Ortak.Parametre hata) => new EkSonucu<TSonuc> { HataBilgisi = hata.ToEk() };

    /// <summary>Puts what NVİ gave into the contract.</summary>
    /// <param name="criteria">What was asked.</param>
    /// <param name="value">What NVİ gave; may hold nothing but a reason.</param>
    /// <param name="withheld">Collects what NVİ gave and no answer of this query tells.</param>
    protected abstract QueryResult Map(TCriteria criteria, TFound value, List<string> withheld);

    /// <summary>What NVİ's word on the query as a whole comes to; without one it is an answer nobody can use.</summary>
    protected virtual QueryResult WithoutValue(TCriteria criteria, MernisHata? hata) => NviHata.Result(hata, reason => Refuse(criteria, reason));

    /// <summary>The reason an item gave for being empty; without one it is an answer nobody can use.</summary>
    protected QueryResult Refused(TCriteria criteria, Ortak.Parametre? hata) =>
        hata is null ? QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer)) : NviHata.Result(hata, reason => Refuse(criteria, reason));

    /// <summary>An answer with data.</summary>
    protected static QueryResult Record(TSonuc sonuc) => QueryResult.Record(new EkSonucu<TSonuc> { Sonuc = sonuc }, sonuc);
}
