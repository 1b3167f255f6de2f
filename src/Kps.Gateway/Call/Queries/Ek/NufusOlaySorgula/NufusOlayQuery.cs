using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.Nko;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries.Ek.NufusOlaySorgula;

/// <summary>
/// NufusOlaySorgula: the events of one citizen. They stand in the kişi kayıt örneği, the kind that has nobody else in it; of the örnek only they leave.
/// </summary>
internal sealed class NufusOlayQuery : EkQuery<KimlikNoCriteria, Nvi.Nko, NufusOlaylari>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.NufusOlaySorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.NkoSorgulaTCKimlikNoServis];

    /// <inheritdoc />
    protected override KimlikNoCriteria Bind(BodyElement body) => KimlikNoCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KimlikNoCriteria criteria) => KimlikNoRule.Check(call, criteria.KimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<Nvi.Nko>?> AskAsync(KimlikNoCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.Nko(criteria.Person, NkoTur.KisiKayitOrnek, vukuatli: true, eskiEsListele: false));

    /// <inheritdoc />
    protected override QueryResult Map(KimlikNoCriteria criteria, Nvi.Nko value, List<string> withheld)
    {
        if (value.Kisiler?.FirstOrDefault(kisi => kisi.TCKimlikNo == criteria.KimlikNo) is not { } person)
        {
            return Refused(criteria, value.HataBilgisi.ToContract());
        }

        var own = (value.Olaylar ?? []).Where(olay => OwnEvents.IsOf(person, olay)).ToList();
        return Record(
            new NufusOlaylari
            {
                // An event that is not told would otherwise be one that did not happen.
                HataBilgisi = own.Select(olay => olay.HataBilgisi.ToEk()).FirstOrDefault(hata => hata is not null),
                KimlikNo = criteria.KimlikNo,
                Olaylar = [.. own.Where(olay => olay.HataBilgisi.ToEk() is null).Select(Olay)],
            });
    }

    private static NufusOlay Olay(Nvi.NkoOlay nvi) => new()
    {
        Aciklama = nvi.OlayAciklama ?? nvi.Dusunce,
        OlayKayitNo = nvi.OlayKayitNo,
        OlayTarih = nvi.OlayTarih.ToEk(),
        OlayTipi = nvi.OlayTipi.ToEk(),
    };
}
