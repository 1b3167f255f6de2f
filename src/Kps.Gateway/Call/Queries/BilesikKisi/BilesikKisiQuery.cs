using Kps.Contracts;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.BilesikKisi;

/// <summary>BilesikKisiSorgula: one number in the three registers, without the address.</summary>
internal sealed class BilesikKisiQuery : Query<KimlikNoCriteria, MernisReply<BilesikKutukBilgileri>>
{
    private const int KayitYokKod = 2;

    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.BilesikKisiSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.BilesikKutuk];

    /// <inheritdoc />
    protected override KimlikNoCriteria Bind(BodyElement body) => KimlikNoCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KimlikNoCriteria criteria) => KimlikNoRule.Check(call, criteria.KimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<BilesikKutukBilgileri>?> AskAsync(KimlikNoCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.BilesikKutuk(criteria.Person));

    /// <inheritdoc />
    protected override QueryResult Map(KimlikNoCriteria criteria, MernisReply<BilesikKutukBilgileri> found, List<string> withheld)
    {
        if (found.Value is null)
        {
            return Refusal(criteria, found.Hata);
        }

        var bilgi = new BilesikKisiMapper(withheld).Map(criteria.KimlikNo, found.Value);
        var hasRecord = bilgi is not { TCVatandasiKisiKutukleri: null, MaviKartliKisiKutukleri: null, YabanciKisiKutukleri: null };
        if (!hasRecord && bilgi.HataBilgisi is null)
        {
            // Neither a person nor a reason.
            return QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        var result = new KpsServisSonucuBilesikKisiBilgisi { Sonuc = bilgi };
        return hasRecord
            ? QueryResult.Record(result) with { FieldsReturned = ReturnedParts.Of(bilgi) }
            : QueryResult.Hata(result, bilgi.HataBilgisi!.Kod ?? KayitYokKod);
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(KimlikNoCriteria criteria, Parametre hata) => BilesikKisiSonuclari.Reddedildi(criteria.KimlikNo, hata);

    /// <summary>NVİ's own word on the query as a whole, passed on with its own code (wire contracts b.6).</summary>
    private QueryResult Refusal(KimlikNoCriteria criteria, MernisHata? hata)
    {
        if (hata is null)
        {
            return QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        var kod = hata.Kod ?? (int)FaultCode.UnmappableAnswer;
        return QueryResult.Hata(Refuse(criteria, new Parametre { Kod = kod, Aciklama = hata.Aciklama }), kod);
    }
}
