using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Parametre = Kps.Mernis.Services.BilesikKutuk.Parametre;
using ByAnalogy = Kps.Mernis.Services.ByAnalogy;
using Ortak = Kps.Contracts.Ortak;

namespace Kps.Gateway.Call.Queries.Ek.IlListesi;

/// <summary>IlListesi: the provinces.</summary>
internal sealed class IlListesiQuery : EkListQuery<IlListesiCriteria, ByAnalogy.Il, Il>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.IlListesi;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.AksOkuTumIlServis];

    /// <summary>A country without provinces is an answer nobody can use.</summary>
    protected override Ortak.Parametre? WhenEmpty => null;

    /// <inheritdoc />
    protected override IlListesiCriteria Bind(BodyElement body) => IlListesiCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, IlListesiCriteria criteria) => null;

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<IReadOnlyList<ByAnalogy.Il>>?> AskAsync(IlListesiCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.TumIl());

    /// <inheritdoc />
    protected override Il Entry(ByAnalogy.Il nvi) => new() { Ad = nvi.Ad, Kod = nvi.Kod };

    /// <inheritdoc />
    protected override Parametre? HataOf(ByAnalogy.Il nvi) => nvi.HataBilgisi;
}
