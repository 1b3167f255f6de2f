using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using ByAnalogy = Kps.Mernis.Services.ByAnalogy;
using Ortak = Kps.Contracts.Ortak;
using Parametre = Kps.Mernis.Services.BilesikKutuk.Parametre;

namespace Kps.Gateway.Call.Queries.Ek.MahalleListesi;

/// <summary>MahalleListesi: the neighbourhoods of a district.</summary>
internal sealed class MahalleListesiQuery : EkListQuery<CodeCriteria, ByAnalogy.Mahalle, Mahalle>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.MahalleListesi;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.AksOkuTumIlceyeBagliMahalleServis];

    /// <summary>A code without parts is one that does not exist.</summary>
    protected override Ortak.Parametre? WhenEmpty => NviHata.KayitYok();

    /// <inheritdoc />
    protected override CodeCriteria Bind(BodyElement body) => CodeCriteria.Bind(body, "ilceKod");

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, CodeCriteria criteria) => criteria.Check();

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<IReadOnlyList<ByAnalogy.Mahalle>>?> AskAsync(CodeCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.IlceyeBagliMahalle(criteria.Kod));

    /// <inheritdoc />
    protected override Mahalle Entry(ByAnalogy.Mahalle nvi) => new() { Ad = nvi.Ad, IlceKod = nvi.IlceKod, Kod = nvi.Kod };

    /// <inheritdoc />
    protected override Parametre? HataOf(ByAnalogy.Mahalle nvi) => nvi.HataBilgisi;
}
