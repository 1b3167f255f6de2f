using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Criteria;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.Nko;
using Parametre = Kps.Contracts.Ortak.Parametre;

namespace Kps.Gateway.Call.Queries.AileBireyleri;

/// <summary>
/// AileBireyleriSorgula: a citizen and the family. NVİ's own family service has no public contract; the same people stand in the nüfus kayıt örneği, which
/// has one: Aile is the örnek of the own family, TumAile the one with parents and siblings.
/// </summary>
internal sealed class AileBireyleriQuery : Query<AileBireyleriCriteria, KisiveAile>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.AileBireyleriSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.BilesikKutukSorgulaKimlikNoServis, MernisService.NkoSorgulaTCKimlikNoServis];

    /// <inheritdoc />
    protected override AileBireyleriCriteria Bind(BodyElement body) => AileBireyleriCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, AileBireyleriCriteria criteria) => KimlikNoRule.Check(call, criteria.TCKimlikNo);

    /// <inheritdoc />
    protected override async ValueTask<KisiveAile?> AskAsync(AileBireyleriCriteria criteria, UpstreamConversation nvi)
    {
        var kisi = await nvi.AskAsync(MernisQueries.BilesikKutuk(criteria.Person));
        if (kisi.Fault is not null)
        {
            return null;
        }

        if (Vatandas(kisi.Value) is null)
        {
            return new KisiveAile(kisi, Aile: null);
        }

        var tur = criteria.Tip == EAileSorguTipi.TumAile ? NkoTur.NufusAileKayitOrnekKardesDahil : NkoTur.AileKayitOrnek;
        var aile = await nvi.AskAsync(MernisQueries.Nko(criteria.Person, tur, vukuatli: false, eskiEsListele: false));
        return aile.Fault is null ? new KisiveAile(kisi, aile) : null;
    }

    /// <inheritdoc />
    protected override QueryResult Map(AileBireyleriCriteria criteria, KisiveAile found, List<string> withheld)
    {
        if (found.Kisi.Value is not { } kutuk)
        {
            return NviHata.Result(found.Kisi.Hata, hata => Refuse(criteria, hata));
        }

        if (Vatandas(kutuk) is not { } kisi)
        {
            var why = kutuk.TCVatandasiKisiKutukleri?.KisiBilgisi?.HataBilgisi.ToContract()
                ?? kutuk.TCVatandasiKisiKutukleri?.HataBilgisi.ToContract()
                ?? kutuk.HataBilgisi.ToContract();
            return why is null
                ? QueryResult.Faulty(new CallFault(FaultCode.UnmappableAnswer))
                : NviHata.Result(why, hata => Refuse(criteria, hata));
        }

        if (found.Aile!.Value is not { Kisiler.Count: > 0 } ornek)
        {
            return found.Aile.Value?.HataBilgisi.ToContract() is { } hata
                ? NviHata.Result(hata, reason => Refuse(criteria, reason))
                : NviHata.Result(found.Aile.Hata, reason => Refuse(criteria, reason));
        }

        var aile = new AileBilgisi
        {
            AileKisiListesi = ornek.Kisiler.Select(NkoMapper.Akraba).ToList(),
            KisiBilgisi = KisiMapper.Vatandas(kisi),
            TCKimlikNo = criteria.TCKimlikNo,
        };
        return QueryResult.Record(new KpsServisSonucuAileBilgisi { Sonuc = aile }, aile);
    }

    /// <inheritdoc />
    protected override IKpsServisSonucu Refuse(AileBireyleriCriteria criteria, Parametre hata) =>
        new KpsServisSonucuAileBilgisi { HataBilgisi = hata, Sonuc = new AileBilgisi { TCKimlikNo = criteria.TCKimlikNo } };

    private static TCKisiBilgisi? Vatandas(BilesikKutukBilgileri? kutuk) =>
        kutuk?.TCVatandasiKisiKutukleri?.KisiBilgisi is { TCKimlikNo: not null } kisi && kisi.HataBilgisi.ToContract() is null ? kisi : null;
}
