using Kps.Contracts;
using Kps.Contracts.Adres;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Queries.BilesikKisi;
using Kps.Mernis;

namespace Kps.Gateway.Call.Queries.BilesikKisiveAdres;

/// <summary>
/// BilesikKisiveAdresSorgula: person and address by number. NVİ has them in two services; the second is asked only about somebody the first has found, and
/// when it fails the whole call does: a person without his address would pass for one who has none.
/// </summary>
internal sealed class BilesikKisiveAdresQuery : Query<KimlikNoCriteria, KisiveAdres>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.BilesikKisiveAdresSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.BilesikKutukSorgulaKimlikNoServis, MernisService.KimlikNoSorgulaAdresServis];

    /// <inheritdoc />
    protected override KimlikNoCriteria Bind(BodyElement body) => KimlikNoCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KimlikNoCriteria criteria) => KimlikNoRule.Check(call, criteria.KimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<KisiveAdres?> AskAsync(KimlikNoCriteria criteria, UpstreamConversation nvi)
    {
        var kisi = await nvi.AskAsync(MernisQueries.BilesikKutuk(criteria.Person));
        if (kisi.Value is null || !BilesikKisiResult.HasRecord(BilesikKisiMapper.Map(criteria.KimlikNo, kisi.Value)))
        {
            return kisi.Fault is null ? new KisiveAdres(kisi, Adres: null) : null;
        }

        var adres = await nvi.AskAsync(MernisQueries.Adres(criteria.Person));
        return adres.Fault is null ? new KisiveAdres(kisi, adres) : null;
    }

    /// <inheritdoc />
    protected override QueryResult Map(KimlikNoCriteria criteria, KisiveAdres found, List<string> withheld)
    {
        if (found.Kisi.Value is null)
        {
            return NviHata.Result(found.Kisi.Hata, hata => Refuse(criteria, hata));
        }

        var bilgi = BilesikKisiMapper.Map(criteria.KimlikNo, found.Kisi.Value);
        bilgi.AdresBilgisi = Adres(found.Adres);
        return BilesikKisiResult.Of(bilgi);
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(KimlikNoCriteria criteria, Parametre hata) => BilesikKisiSonuclari.Reddedildi(criteria.KimlikNo, hata);

    /// <summary>
    /// Somebody without a registered address has a nil AdresBilgisi, which every client reads; any other reason stands in it, because nil would deny what
    /// was only not told.
    /// </summary>
    private static KisiAdresBilgisi? Adres(MernisReply<Mernis.Services.Adres.KimlikNoileKisiAdresBilgileri>? reply)
    {
        if (reply is null)
        {
            return null;
        }

        var (adres, hata) = AdresAnswer.Read(reply);
        return adres ?? (hata is null or { Kod: NviHata.KayitYokKod } ? null : new KisiAdresBilgisi { HataBilgisi = hata });
    }
}
