using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Kisi;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Mapping;

/// <summary>NVİ's nüfus kayıt örneği in the Ministry's shape, for every query that returns people of one.</summary>
internal static class NkoMapper
{
    /// <summary>Maps the whole örnek.</summary>
    public static Nko Map(Nvi.Nko nvi) => new()
    {
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        Kisiler = nvi.Kisiler?.Select(Kisi).ToList(),
        NkoTuru = nvi.NkoTuru.ToContract(),
        Olaylar = nvi.Olaylar?.Select(Olay).ToList(),
    };

    /// <summary>Maps a person as a member of a family (a.8).</summary>
    public static KisiBilgisi Akraba(Nvi.NkoKisi nvi) => new()
    {
        DurumBilgisi = Durum(nvi.DurumBilgisi),
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        KayitYeriBilgisi = KayitYeri(nvi.KayitYeriBilgisi),
        TCKimlikNo = nvi.TCKimlikNo,
        TemelBilgisi = Temel(nvi.TemelBilgisi),
        Yakinlik = nvi.YakinlikKod.ToContract(),
    };

    private static NkoOlay Olay(Nvi.NkoOlay nvi) => new()
    {
        Ad = nvi.Ad,
        Dusunce = nvi.Dusunce,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        KayitYeri = nvi.KayitYeri is { } yer
            ? new KisiKayitYeriKodBilgisi { AileSiraNo = yer.AileSiraNo, BireySiraNo = yer.BireySiraNo, CiltKod = yer.CiltKod, IlceKod = yer.IlceKod }
            : null,
        OlayKayitNo = nvi.OlayKayitNo,
        OlayTarih = nvi.OlayTarih.ToDateOrNil(),
        OlayTipi = nvi.OlayTipi.ToContract(),
        Soyad = nvi.Soyad,
    };

    private static KayitYeriBilgisi? KayitYeri(Nvi.KisiKayitYeriBilgisi? nvi) => nvi is null ? null : new KayitYeriBilgisi
    {
        AileSiraNo = nvi.AileSiraNo,
        BireySiraNo = nvi.BireySiraNo,
        Cilt = nvi.Cilt.ToContract(),
        Il = nvi.Il.ToContract(),
        Ilce = nvi.Ilce.ToContract(),
    };

    private static TemelBilgisi? Temel(Nvi.KisiTemelBilgisi? nvi) => nvi is null ? null : new TemelBilgisi
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        Cinsiyet = nvi.Cinsiyet.ToContract(),
        DogumTarih = nvi.DogumTarih.ToPresentDate(),
        DogumYer = nvi.DogumYer,
        Soyad = nvi.Soyad,
    };

    private static NkoKisi Kisi(Nvi.NkoKisi nvi) => new()
    {
        DurumBilgisi = Durum(nvi.DurumBilgisi),
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        KayitYeriBilgisi = KayitYeri(nvi.KayitYeriBilgisi),
        KisiOlayTarihBilgisi = nvi.KisiOlayTarihBilgisi is { } tarih
            ? new KisiOlayTarihBilgisi
            {
                BosanmaTarih = tarih.BosanmaTarih.ToDateOrNil(),
                EvlenmeTarih = tarih.EvlenmeTarih.ToDateOrNil(),
                TescilTarih = tarih.TescilTarih.ToDateOrNil(),
            }
            : null,
        TCKimlikNo = nvi.TCKimlikNo,
        TemelBilgisi = Temel(nvi.TemelBilgisi),
        YakinlikKod = nvi.YakinlikKod.ToContract(),
    };

    private static DurumBilgisi Durum(Nvi.KisiDurumBilgisi? nvi) => new()
    {
        Din = nvi?.Din.ToContract(),
        Durum = nvi?.Durum.ToContract(),
        MedeniHal = nvi?.MedeniHal.ToContract(),
        OlumTarih = nvi?.OlumTarih.ToPresentDate() ?? new(),
    };
}
