using Kps.Contracts.Ek;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;
using Ortak = Kps.Contracts.Ortak;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>
/// A code list of the national address database (UAVT), in NVİ's own order. It is given whole or not at all: a list with a hole would be kept by a hospital's
/// software for the whole one.
/// </summary>
/// <typeparam name="TCriteria">What is asked.</typeparam>
/// <typeparam name="TNvi">An entry as NVİ gives it.</typeparam>
/// <typeparam name="TItem">An entry in the contract.</typeparam>
internal abstract class EkListQuery<TCriteria, TNvi, TItem> : Query<TCriteria, MernisReply<IReadOnlyList<TNvi>>>
    where TCriteria : QueryCriteria
    where TNvi : class
    where TItem : class
{
    /// <summary>What an empty list without a reason means; null where there is no such list and the answer cannot be used.</summary>
    protected abstract Ortak.Parametre? WhenEmpty { get; }

    /// <inheritdoc />
    protected sealed override QueryResult Map(TCriteria criteria, MernisReply<IReadOnlyList<TNvi>> found, List<string> withheld)
    {
        if (found.Value is not { } entries || found.Hata is not null)
        {
            return NviHata.Result(found.Hata, reason => Refuse(criteria, reason));
        }

        if ((entries.Select(entry => HataOf(entry).ToContract()).FirstOrDefault(hata => hata is not null) ?? (entries.Count == 0 ? WhenEmpty : null)) is { } hata)
        {
            return NviHata.Result(hata, reason => Refuse(criteria, reason));
        }

        if (entries.Count == 0)
        {
            return QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        List<TItem> list = [.. entries.Select(Entry)];
        return QueryResult.Record(new EkSonucu<List<TItem>> { Sonuc = list }, list);
    }

    /// <inheritdoc />
    protected sealed override Ortak.IKpsServisSonucu Refuse(TCriteria criteria, Ortak.Parametre hata) => new EkSonucu<List<TItem>> { HataBilgisi = hata.ToEk() };

    /// <summary>Puts one entry into the contract.</summary>
    protected abstract TItem Entry(TNvi nvi);

    /// <summary>Why the entry is empty, as NVİ gave it.</summary>
    protected abstract Nvi.Parametre? HataOf(TNvi nvi);
}
