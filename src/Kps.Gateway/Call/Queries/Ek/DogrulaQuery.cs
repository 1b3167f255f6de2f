using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>
/// A verification: NVİ is asked for the person, what the caller said is compared here, and nothing but yes or no leaves or is sealed. A number nobody has, a
/// dead person and a wrong name are one and the same "no", so that not even the existence of a number can be learnt.
/// </summary>
/// <typeparam name="TCriteria">What is to be verified.</typeparam>
/// <remarks>
/// For the same reason an error NVİ puts on the person is a "no": it would tell that there is one. An error on the query as a whole is about the query and is passed on.
/// </remarks>
internal abstract class DogrulaQuery<TCriteria> : EkQuery<TCriteria, BilesikKutukBilgileri, Dogrulama>
    where TCriteria : QueryCriteria
{
    /// <inheritdoc />
    public sealed override IReadOnlyList<MernisService> Services { get; } = [MernisService.BilesikKutukSorgulaKimlikNoServis];

    /// <inheritdoc />
    protected sealed override async ValueTask<MernisReply<BilesikKutukBilgileri>?> AskAsync(TCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.BilesikKutuk(PersonOf(criteria)));

    /// <inheritdoc />
    protected sealed override QueryResult WithoutValue(TCriteria criteria, MernisHata? hata) =>
        hata is { Kod: NviHata.KayitYokKod } ? Answer(false) : base.WithoutValue(criteria, hata);

    /// <inheritdoc />
    protected sealed override QueryResult Map(TCriteria criteria, BilesikKutukBilgileri value, List<string> withheld) =>
        KutukKayitlari.HasAnybody(value) || KutukKayitlari.WhyNobody(value) is not null
            ? Verify(criteria, value)
            : QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));

    /// <summary>The number, checked.</summary>
    protected abstract Tckn PersonOf(TCriteria criteria);

    /// <summary>Compares.</summary>
    /// <param name="criteria">What the caller said.</param>
    /// <param name="kutuk">What the registers have.</param>
    protected abstract QueryResult Verify(TCriteria criteria, BilesikKutukBilgileri kutuk);

    /// <summary>Yes or no.</summary>
    protected static QueryResult Answer(bool dogrulandi) => Record(new Dogrulama { Dogrulandi = dogrulandi });
}
