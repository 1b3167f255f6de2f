using Kps.Contracts.Ek;
using EkOrnek = Kps.Contracts.Ek.NufusKayitOrnegi;
using Nvi = Kps.Mernis.Services.Nko;

namespace Kps.Gateway.Call.Queries.Ek.NufusKayitOrnegiSorgula;

/// <summary>NVİ's nüfus kayıt örneği in the second service's shape.</summary>
internal static class EkNkoMapper
{
    /// <summary>Maps the whole örnek.</summary>
    /// <param name="nvi">As NVİ gave it.</param>
    /// <param name="olayli">Whether events were asked for; unasked ones do not leave.</param>
    public static EkOrnek Map(Nvi.Nko nvi, bool olayli) => new()
    {
        HataBilgisi = nvi.HataBilgisi.ToEk(),
        Kisiler = nvi.Kisiler?.Select(Kisi).ToList(),
        NkoTuru = nvi.NkoTuru.ToEk(),
        Olaylar = olayli ? nvi.Olaylar?.Select(Olay).ToList() : null,
    };

    private static NkoOlay Olay(Nvi.NkoOlay nvi) => new()
    {
        Ad = nvi.Ad,
        Dusunce = nvi.Dusunce,
        HataBilgisi = nvi.HataBilgisi.ToEk(),
        KayitYeri = nvi.KayitYeri is { } yer
            ? new KisiKayitYeriKodBilgisi { AileSiraNo = yer.AileSiraNo, BireySiraNo = yer.BireySiraNo, CiltKod = yer.CiltKod, IlceKod = yer.IlceKod }
            : null,
        OlayKayitNo = nvi.OlayKayitNo,
        OlayTarih = nvi.OlayTarih.ToEk(),
        OlayTipi = nvi.OlayTipi.ToEk(),
        Soyad = nvi.Soyad,
    };

    private static NkoKisi Kisi(Nvi.NkoKisi nvi) => new()
    {
        DurumBilgisi = Durum(nvi.DurumBilgisi),
        HataBilgisi = nvi.HataBilgisi.ToEk(),
        KayitYeriBilgisi = nvi.KayitYeriBilgisi is { } yer
            ? new KayitYeriBilgisi { AileSiraNo = yer.AileSiraNo, BireySiraNo = yer.BireySiraNo, Cilt = yer.Cilt.ToEk(), Il = yer.Il.ToEk(), Ilce = yer.Ilce.ToEk() }
            : null,
        KisiOlayTarihBilgisi = nvi.KisiOlayTarihBilgisi is { } tarih
            ? new KisiOlayTarihBilgisi { BosanmaTarih = tarih.BosanmaTarih.ToEk(), EvlenmeTarih = tarih.EvlenmeTarih.ToEk(), TescilTarih = tarih.TescilTarih.ToEk() }
            : null,
        TCKimlikNo = nvi.TCKimlikNo,
        TemelBilgisi = Temel(nvi.TemelBilgisi),
        YakinlikKod = nvi.YakinlikKod.ToEk(),
    };

    private static DurumBilgisi? Durum(Nvi.KisiDurumBilgisi? nvi) => nvi is null ? null : new DurumBilgisi
    {
        Din = nvi.Din.ToEk(),
        Durum = nvi.Durum.ToEk(),
        MedeniHal = nvi.MedeniHal.ToEk(),
        OlumTarih = nvi.OlumTarih.ToEk(),
    };

    private static TemelBilgisi? Temel(Nvi.KisiTemelBilgisi? nvi) => nvi is null ? null : new TemelBilgisi
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
