using Kps.Contracts;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Microsoft.Extensions.Options;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries.NufusKayitOrnegi;

/// <summary>
/// KimlikNoIleNufusKayitOrnegiSorgula. The request names a number and nothing else, so which örnek is given is the operator's choice
/// (<see cref="QueryOptions"/>); NufusKayitOrnegiSorgula of the supplementary service lets the caller choose.
/// </summary>
/// <remarks>NVİ publishes no service for the örnek of blue-card holders, so <c>NkoMaviKart</c> is always nil.</remarks>
internal sealed class NufusKayitOrnegiQuery(IOptions<QueryOptions> options) : Query<KimlikNoCriteria, MernisReply<Nvi.Nko>>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.NkoSorgulaTCKimlikNoServis];

    /// <inheritdoc />
    protected override KimlikNoCriteria Bind(BodyElement body) => KimlikNoCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KimlikNoCriteria criteria) => KimlikNoRule.Check(call, criteria.KimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<Nvi.Nko>?> AskAsync(KimlikNoCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.Nko(criteria.Person, options.Value.NkoTuru, options.Value.NkoOlayli, eskiEsListele: false));

    /// <inheritdoc />
    protected override QueryResult Map(KimlikNoCriteria criteria, MernisReply<Nvi.Nko> found, List<string> withheld)
    {
        if (found.Value is not { } nvi)
        {
            return NviHata.Result(found.Hata, hata => Refuse(criteria, hata));
        }

        if (nvi.Kisiler is not { Count: > 0 })
        {
            return nvi.HataBilgisi.ToContract() is { } hata
                ? NviHata.Result(hata, reason => Refuse(criteria, reason))
                : QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer));
        }

        var ornek = new GenelNufusKayitOrnegi { NkoVatandas = NkoMapper.Map(nvi) };
        return QueryResult.Record(new KpsServisSonucuGenelNufusKayitOrnegi { Sonuc = ornek }, ornek);
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(KimlikNoCriteria criteria, Parametre hata) =>
        new KpsServisSonucuGenelNufusKayitOrnegi { HataBilgisi = hata, Sonuc = new GenelNufusKayitOrnegi() };
}
