using Kps.Contracts;
using Kps.Contracts.Adres;
using Kps.Contracts.KimlikNoIleAdresBilgisiSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.Adres;

namespace Kps.Gateway.Call.Queries.AdresBilgisi;

/// <summary>KimlikNoIleAdresBilgisiSorgula: the address of residence by number, and where there is none the reason.</summary>
internal sealed class AdresBilgisiQuery : Query<KimlikNoCriteria, MernisReply<KimlikNoileKisiAdresBilgileri>>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.KimlikNoIleAdresBilgisiSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.KimlikNoSorgulaAdresServis];

    /// <inheritdoc />
    protected override KimlikNoCriteria Bind(BodyElement body) => KimlikNoCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KimlikNoCriteria criteria) => KimlikNoRule.Check(call, criteria.KimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<KimlikNoileKisiAdresBilgileri>?> AskAsync(KimlikNoCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.Adres(criteria.Person));

    /// <inheritdoc />
    protected override QueryResult Map(KimlikNoCriteria criteria, MernisReply<KimlikNoileKisiAdresBilgileri> found, List<string> withheld)
    {
        if (found.Value is null)
        {
            return NviHata.Result(found.Hata, hata => Refuse(criteria, hata));
        }

        var (adres, hata) = AdresAnswer.Read(found);
        if (adres is not null)
        {
            return QueryResult.Record(new KpsServisSonucuKisiAdresBilgisi { Sonuc = adres }, adres);
        }

        return hata is null
            ? QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer))
            : QueryResult.Hata(new KpsServisSonucuKisiAdresBilgisi { Sonuc = new KisiAdresBilgisi { HataBilgisi = hata } }, hata.Kod ?? NviHata.KayitYokKod);
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(KimlikNoCriteria criteria, Parametre hata) =>
        new KpsServisSonucuKisiAdresBilgisi { HataBilgisi = hata, Sonuc = new KisiAdresBilgisi() };
}
