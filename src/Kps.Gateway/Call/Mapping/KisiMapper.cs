using Kps.Contracts.Kisi;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Mapping;

/// <summary>NVİ's record of a citizen in the Ministry's shape, for every query that returns one. Din leaves only by a right of its own: see <see cref="Entitling.FieldProjection"/>.</summary>
internal static class KisiMapper
{
    /// <summary>Maps the record.</summary>
    public static TCKisiBilgisi Vatandas(Nvi.TCKisiBilgisi kisi) => new()
    {
        AnneTCKimlikNo = kisi.AnneTCKimlikNo,
        BabaTCKimlikNo = kisi.BabaTCKimlikNo,
        DogumYerKod = kisi.DogumYerKod,
        DurumBilgisi = new DurumBilgisi
        {
            Din = kisi.DurumBilgisi?.Din.ToContract(),
            Durum = kisi.DurumBilgisi?.Durum.ToContract(),
            MedeniHal = kisi.DurumBilgisi?.MedeniHal.ToContract(),
            OlumTarih = kisi.DurumBilgisi?.OlumTarih.ToPresentDate() ?? new(),
        },
        EsTCKimlikNo = kisi.EsTCKimlikNo,
        HataBilgisi = kisi.HataBilgisi.ToContract(),
        KayitYeriBilgisi = kisi.KayitYeriBilgisi is { } yer
            ? new KayitYeriBilgisi
            {
                AileSiraNo = yer.AileSiraNo,
                BireySiraNo = yer.BireySiraNo,
                Cilt = yer.Cilt.ToContract(),
                Il = yer.Il.ToContract(),
                Ilce = yer.Ilce.ToContract(),
            }
            : null,
        TCKimlikNo = kisi.TCKimlikNo,
        TemelBilgisi = kisi.TemelBilgisi is { } temel
            ? new TemelBilgisi
            {
                Ad = temel.Ad,
                AnneAd = temel.AnneAd,
                BabaAd = temel.BabaAd,
                Cinsiyet = temel.Cinsiyet.ToContract(),
                DogumTarih = temel.DogumTarih.ToPresentDate(),
                DogumYer = temel.DogumYer,
                Soyad = temel.Soyad,
            }
            : null,
    };
}
