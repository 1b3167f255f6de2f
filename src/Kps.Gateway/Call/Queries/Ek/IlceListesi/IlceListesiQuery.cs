using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using ByAnalogy = Kps.Mernis.Services.ByAnalogy;
using Ortak = Kps.Contracts.Ortak;
using Parametre = Kps.Mernis.Services.BilesikKutuk.Parametre;

namespace Kps.Gateway.Call.Queries.Ek.IlceListesi;

/// <summary>IlceListesi: the districts of a province.</summary>
internal sealed class IlceListesiQuery : EkListQuery<CodeCriteria, ByAnalogy.Ilce, Ilce>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.IlceListesi;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.AksOkuTumIleBagliIlceServis];

    /// <summary>A code without parts is one that does not exist.</summary>
    protected override Ortak.Parametre? WhenEmpty => NviHata.KayitYok();

    /// <inheritdoc />
    protected override CodeCriteria Bind(BodyElement body) => CodeCriteria.Bind(body, "ilKod");

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, CodeCriteria criteria) => criteria.Check();

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<IReadOnlyList<ByAnalogy.Ilce>>?> AskAsync(CodeCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.IleBagliIlce(criteria.Kod));

    /// <inheritdoc />
    protected override Ilce Entry(ByAnalogy.Ilce nvi) => new() { Ad = nvi.Ad, IlKod = nvi.IlKod, Kod = nvi.Kod };

    /// <inheritdoc />
    protected override Parametre? HataOf(ByAnalogy.Ilce nvi) => nvi.HataBilgisi;
}
