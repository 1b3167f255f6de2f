using Kps.Contracts.Adres;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Nesil2017;

/// <summary>
/// Turns an answer of the later generation into the shape an application of the 2017 generation reads (wire contracts a.6). Answers are mapped
/// and projected in the later shape; this comes last. Pure: what both shapes share is shared, not copied.
/// </summary>
/// <remarks>
/// Lost is only what the 2017 shape has no place for: a foreigner's DurumBilgisi but for the date of death, KisiOlayTarihBilgisi of the persons
/// of a nüfus kayıt örneği, and an address beside three nil containers.
/// </remarks>
public static class Nesil2017Converter
{
    /// <summary>Converts the result of any operation.</summary>
    /// <param name="later">A result in the later shape; left as it is.</param>
    /// <returns>
    /// The 2017 shape. The very same object where both generations have one shape: AdresBilgisi, TcKimlikNo, AileBireyleri, YetkiListesi and the
    /// second service.
    /// </returns>
    public static IKpsServisSonucu Convert(IKpsServisSonucu later) => later switch
    {
        BilesikKisiSorgula.KpsServisSonucuBilesikKisiBilgisi bilesik => Convert(bilesik),
        KimlikNoIleNufusKayitOrnegiSorgula.KpsServisSonucuGenelNufusKayitOrnegi nko => Convert(nko),
        _ => later,
    };

    /// <summary>Converts the result of BilesikKisiSorgula and BilesikKisiveAdresSorgula: the address goes into every container that is filled.</summary>
    /// <param name="later">Left as it is.</param>
    /// <returns>Sonuc is nil only where it was.</returns>
    public static KpsServisSonucuBilesikKisiBilgisi Convert(BilesikKisiSorgula.KpsServisSonucuBilesikKisiBilgisi later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new() { HataBilgisi = later.HataBilgisi, Sonuc = later.Sonuc is { } sonuc ? Bilesik(sonuc) : null };
    }

    /// <summary>Converts the result of KimlikNoIleNufusKayitOrnegiSorgula: the persons become KisiBilgisi with Yakinlik.</summary>
    /// <param name="later">Left as it is.</param>
    /// <returns>Sonuc is nil only where it was.</returns>
    public static KpsServisSonucuGenelNufusKayitOrnegi Convert(KimlikNoIleNufusKayitOrnegiSorgula.KpsServisSonucuGenelNufusKayitOrnegi later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new()
        {
            HataBilgisi = later.HataBilgisi,
            Sonuc = later.Sonuc is { } sonuc
                ? new() { NkoMaviKart = sonuc.NkoMaviKart, NkoVatandas = sonuc.NkoVatandas is { } nko ? Vatandas(nko) : null }
                : null,
        };
    }

    private static BilesikKisiBilgisi Bilesik(BilesikKisiSorgula.BilesikKisiBilgisi later) => new()
    {
        HataBilgisi = later.HataBilgisi,
        KimlikNo = later.KimlikNo,
        MaviKartliKisiKutukleri = later.MaviKartliKisiKutukleri is { } maviKartli ? MaviKartli(maviKartli, later.AdresBilgisi) : null,
        TCVatandasiKisiKutukleri = later.TCVatandasiKisiKutukleri is { } vatandas ? TCVatandasi(vatandas, later.AdresBilgisi) : null,
        YabanciKisiKutukleri = later.YabanciKisiKutukleri is { } yabanci ? Yabanci(yabanci, later.AdresBilgisi) : null,
    };

    private static MaviKartliKisiKutukleri MaviKartli(BilesikKisiSorgula.MaviKartliKisiKutukleri later, KisiAdresBilgisi? adres) => new()
    {
        AdresBilgisi = adres,
        HataBilgisi = later.HataBilgisi,
        KisiBilgisi = later.KisiBilgisi,
        MaviKartBilgisi = later.MaviKartBilgisi,
    };

    private static TCVatandasiKisiKutukleri TCVatandasi(BilesikKisiSorgula.TCVatandasiKisiKutukleri later, KisiAdresBilgisi? adres) => new()
    {
        AdresBilgisi = adres,
        GeciciKimlikBilgisi = later.GeciciKimlikBilgisi,
        HataBilgisi = later.HataBilgisi,
        KisiBilgisi = later.KisiBilgisi,
        NufusCuzdaniBilgisi = later.NufusCuzdaniBilgisi is { } cuzdan ? Cuzdan(cuzdan) : null,
        TCKKBilgisi = later.TCKKBilgisi,
    };

    private static YabanciKisiKutukleri Yabanci(BilesikKisiSorgula.YabanciKisiKutukleri later, KisiAdresBilgisi? adres) => new()
    {
        AdresBilgisi = adres,
        HataBilgisi = later.HataBilgisi,
        KisiBilgisi = later.KisiBilgisi is { } kisi ? YabanciKisi(kisi) : null,
    };

    private static TCCuzdanBilgisi Cuzdan(Kart.TCCuzdanBilgisi later) => new()
    {
        Ad = later.Ad,
        AnaAd = later.AnneAd,
        BabaAd = later.BabaAd,
        CuzdanKayitNo = later.CuzdanKayitNo,
        CuzdanVerilmeNeden = later.CuzdanVerilmeNeden,
        DogumTarih = later.DogumTarih,
        DogumYer = later.DogumYer,
        HataBilgisi = later.HataBilgisi,
        No = later.No,
        Seri = later.Seri,
        Soyad = later.Soyad,
        TCKimlikNo = later.TCKimlikNo,
        VerildigiIlce = later.VerildigiIlce,
        VerilmeTarih = later.VerilmeTarih,
    };

    private static YabanciKisiBilgisi YabanciKisi(Kisi.YabanciKisiBilgisi later) => new()
    {
        AnneKimlikNo = later.AnneKimlikNo,
        BabaKimlikNo = later.BabaKimlikNo,
        BitisTarihiBelirsizOlmaNeden = later.BitisTarihiBelirsizOlmaNeden,
        DogumTarih = later.DogumTarih,
        DogumYerKod = later.DogumYerKod,
        EsKimlikNo = later.EsKimlikNo,
        GercekKisiKimlikNo = later.GercekKisiKimlikNo,
        HataBilgisi = later.HataBilgisi,
        IzinBaslangicTarih = later.IzinBaslangicTarih,
        IzinBitisTarih = later.IzinBitisTarih,
        IzinDuzenlenenIl = later.IzinDuzenlenenIl,
        IzinNo = later.IzinNo,
        KaynakBirim = later.KaynakBirim,
        KazanilanTCKimlikNo = later.KazanilanTCKimlikNo,
        KimlikNo = later.KimlikNo,
        OlumTarih = IsKnown(later.OlumTarih) ? later.OlumTarih : later.DurumBilgisi?.OlumTarih ?? later.OlumTarih,
        TemelBilgisi = later.TemelBilgisi,
        Uyruk = later.Uyruk,
    };

    private static Nko Vatandas(KimlikNoIleNufusKayitOrnegiSorgula.Nko later) => new()
    {
        HataBilgisi = later.HataBilgisi,
        Kisiler = later.Kisiler?.ConvertAll(Person),
        NkoTuru = later.NkoTuru,
        Olaylar = later.Olaylar,
    };

    private static KisiBilgisi Person(NkoKisi later) => new()
    {
        DurumBilgisi = later.DurumBilgisi,
        HataBilgisi = later.HataBilgisi,
        KayitYeriBilgisi = later.KayitYeriBilgisi,
        TCKimlikNo = later.TCKimlikNo,
        TemelBilgisi = later.TemelBilgisi,
        Yakinlik = later.YakinlikKod,
    };

    private static bool IsKnown(TarihBilgisi? tarih) => tarih is { Yil: not null } or { Ay: not null } or { Gun: not null };
}
