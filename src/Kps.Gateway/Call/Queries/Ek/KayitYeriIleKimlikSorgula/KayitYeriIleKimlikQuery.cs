using Kps.Contracts;
using Kps.Contracts.Ek;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Mernis;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek.KayitYeriIleKimlikSorgula;

/// <summary>KayitYeriIleKimlikSorgula: the citizen at one place of the register. Parents and spouse, whom NVİ names too, have no place in the answer.</summary>
internal sealed class KayitYeriIleKimlikQuery : EkQuery<KayitYeriCriteria, Nvi.TCKisiBilgisi, KimlikBilgisi>
{
    /// <inheritdoc />
    public override KpsOperation Operation => KpsOperation.KayitYeriIleKimlikSorgula;

    /// <inheritdoc />
    public override IReadOnlyList<MernisService> Services { get; } = [MernisService.KisiSorgulaKayitYeriServis];

    /// <inheritdoc />
    protected override KayitYeriCriteria Bind(BodyElement body) => KayitYeriCriteria.Bind(body);

    /// <inheritdoc />
    protected override CallFault? Check(KpsCall call, KayitYeriCriteria criteria) => KayitYeriMember.Check(criteria.KayitYeri);

    /// <inheritdoc />
    protected override async ValueTask<MernisReply<Nvi.TCKisiBilgisi>?> AskAsync(KayitYeriCriteria criteria, UpstreamConversation nvi) =>
        await nvi.AskAsync(MernisQueries.KayitYeri(KayitYeriMember.ToNvi(criteria.KayitYeri)));

    /// <inheritdoc />
    protected override QueryResult Map(KayitYeriCriteria criteria, Nvi.TCKisiBilgisi kisi, List<string> withheld)
    {
        var hata = kisi.HataBilgisi.ToContract();
        if (hata is not null || kisi.TCKimlikNo is null)
        {
            return Refused(criteria, hata);
        }

        var kimlik = new KimlikBilgisi
        {
            DurumBilgisi = Durum(kisi.DurumBilgisi),
            KayitYeriBilgisi = KayitYeri(kisi.KayitYeriBilgisi),
            TCKimlikNo = kisi.TCKimlikNo,
            TemelBilgisi = Temel(kisi.TemelBilgisi),
        };
        return Record(kimlik);
    }

    private static DurumBilgisi? Durum(Nvi.TCKisiDurumBilgisi? nvi) => nvi is null ? null : new DurumBilgisi
    {
        Din = nvi.Din.ToEk(),
        Durum = nvi.Durum.ToEk(),
        MedeniHal = nvi.MedeniHal.ToEk(),
        OlumTarih = nvi.OlumTarih.ToEk(),
    };

    private static KayitYeriBilgisi? KayitYeri(Nvi.TCKisiKayitYeriBilgisi? nvi) => nvi is null ? null : new KayitYeriBilgisi
    {
        AileSiraNo = nvi.AileSiraNo,
        BireySiraNo = nvi.BireySiraNo,
        Cilt = nvi.Cilt.ToEk(),
        Il = nvi.Il.ToEk(),
        Ilce = nvi.Ilce.ToEk(),
    };

    private static TemelBilgisi? Temel(Nvi.TCKisiTemelBilgisi? nvi) => nvi is null ? null : new TemelBilgisi
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        Cinsiyet = nvi.Cinsiyet.ToEk(),
        DogumTarih = nvi.DogumTarih.ToEk(),
        DogumYer = nvi.DogumYer,
        Soyad = nvi.Soyad,
    };
}
