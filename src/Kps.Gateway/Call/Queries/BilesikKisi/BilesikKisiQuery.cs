using Kps.Contracts;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;
using Parametre = Kps.Contracts.Ortak.Parametre;

namespace Kps.Gateway.Call.Queries.BilesikKisi;

/// <summary>BilesikKisiSorgula: one number in the three registers, without the address.</summary>
internal sealed class BilesikKisiQuery : Query<KimlikNoCriteria, MernisReply<BilesikKutukBilgileri>>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.BilesikKisiSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.BilesikKutukSorgulaKimlikNoServis];

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
            return NviHata.Result(found.Hata, hata => Refuse(criteria, hata));
        }

        return BilesikKisiResult.Of(BilesikKisiMapper.Map(criteria.KimlikNo, found.Value));
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(KimlikNoCriteria criteria, Parametre hata) => BilesikKisiSonuclari.Reddedildi(criteria.KimlikNo, hata);
}
