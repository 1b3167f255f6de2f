using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using ByAnalogy = Kps.Mernis.Services.ByAnalogy;
using Ortak = Kps.Contracts.Ortak;
using Parametre = Kps.Mernis.Services.BilesikKutuk.Parametre;

namespace Kps.Gateway.Call.Queries.Ek.CsbmListesi;

/// <summary>CsbmListesi: the avenues, streets, boulevards and squares of a neighbourhood.</summary>
internal sealed class CsbmListesiQuery : EkListQuery<CodeCriteria, ByAnalogy.Csbm, Csbm>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.CsbmListesi;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.AksOkuTumMahalleyeBagliCsbmServis];

    /// <summary>A code without parts is one that does not exist.</summary>
    protected override Ortak.Parametre? WhenEmpty => NviHata.KayitYok();

    /// <inheritdoc />
    protected override CodeCriteria Bind(BodyElement body) => CodeCriteria.Bind(body, "mahalleKod");

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, CodeCriteria criteria) => criteria.Check();

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<IReadOnlyList<ByAnalogy.Csbm>>?> AskAsync(CodeCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.MahalleyeBagliCsbm(criteria.Kod));

    /// <inheritdoc />
    protected override Csbm Entry(ByAnalogy.Csbm nvi) => new() { Ad = nvi.Ad, Kod = nvi.Kod, MahalleKod = nvi.MahalleKod, Tip = nvi.Tip.ToEk() };

    /// <inheritdoc />
    protected override Parametre? HataOf(ByAnalogy.Csbm nvi) => nvi.HataBilgisi;
}
