namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>The tables, from wire contracts a.8 and a.10 (ours) and b.9 (NVİ's).</summary>
internal static class MappingTables
{
    private const string Temel = "Ad AnneAd BabaAd Cinsiyet.P DogumTarih.T DogumYer Soyad";
    private const string KayitYeri = "AileSiraNo BireySiraNo Cilt.P Il.P Ilce.P";

    private const string Bina =
        "BagimsizBolumDurum.P BagimsizBolumTipi.P BinaAda BinaBlokAdi BinaDurum.P BinaKodu BinaNo BinaNumaratajTipi.P BinaPafta BinaParsel BinaSiteAdi BinaYapiTipi.P Csbm CsbmKodu "
        + "DisKapiNo HataBilgisi.P IcKapiNo Il IlKodu Ilce IlceKodu KatNo Mahalle MahalleKodu TapuBagimsizBolumNo YapiKullanimAmac.P YolAltiKatSayisi YolUstuKatSayisi";

    private const string Registers = $"""
        . : KimlikNo
        TCVatandasiKisiKutukleri : HataBilgisi.P
        TCVatandasiKisiKutukleri/KisiBilgisi : AnneTCKimlikNo BabaTCKimlikNo DogumYerKod EsTCKimlikNo HataBilgisi.P TCKimlikNo
        TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi : Durum.P MedeniHal.P OlumTarih.T
        TCVatandasiKisiKutukleri/KisiBilgisi/KayitYeriBilgisi : {KayitYeri}
        TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi : {Temel}
        TCVatandasiKisiKutukleri/GeciciKimlikBilgisi : Ad AnneAd BabaAd BelgeNo Cinsiyet.P DogumTarih.T DuzenlenmeTarih.T DuzenleyenIlce.P HataBilgisi.P OncekiSoyad SonGecerlilikTarih.T Soyad TCKimlikNo
        TCVatandasiKisiKutukleri/NufusCuzdaniBilgisi : Ad AnneAd BabaAd CuzdanKayitNo CuzdanVerilmeNeden.P DogumTarih.T DogumYer HataBilgisi.P No Seri Soyad TCKimlikNo VerildigiIlce.P VerilmeTarih.T
        TCVatandasiKisiKutukleri/TCKKBilgisi : Ad AnneAd BabaAd Cinsiyet.P DogumTarih.T HataBilgisi.P SeriNo SonGecerlilikTarih.T Soyad TCKimlikNo VerenMakam
        MaviKartliKisiKutukleri : HataBilgisi.P
        MaviKartliKisiKutukleri/KisiBilgisi : AnneTCKimlikNo BabaTCKimlikNo DogumYerKod EsTCKimlikNo GercekKisiKimlikNo HataBilgisi.P KazanilanTCKimlikNo KimlikNo Ulke.P
        MaviKartliKisiKutukleri/KisiBilgisi/DurumBilgisi : Durum.P MedeniHal.P OlumTarih.T
        MaviKartliKisiKutukleri/KisiBilgisi/TemelBilgisi : {Temel}
        MaviKartliKisiKutukleri/MaviKartBilgisi : Ad AnneAd BabaAd Birim Cinsiyet.P DogumTarih.T DogumYer DogumYerKod HataBilgisi.P KartKayitNo KimlikNo MedeniHal.P No OncekiSoyad Seri Soyad Uyruk.P VerilisNeden.P VerilmeTarih.T
        YabanciKisiKutukleri : HataBilgisi.P
        YabanciKisiKutukleri/KisiBilgisi : AnneKimlikNo BabaKimlikNo BitisTarihiBelirsizOlmaNeden.P DogumTarih.T DogumYerKod EsKimlikNo GercekKisiKimlikNo HataBilgisi.P IzinBaslangicTarih IzinBitisTarih
        YabanciKisiKutukleri/KisiBilgisi : IzinDuzenlenenIl.P IzinNo KaynakBirim.P KazanilanTCKimlikNo KimlikNo OlumTarih.T Uyruk.P
        YabanciKisiKutukleri/KisiBilgisi/DurumBilgisi : Durum.P MedeniHal.P
        YabanciKisiKutukleri/KisiBilgisi/TemelBilgisi : Ad AnneAd BabaAd Cinsiyet.P DogumYer Soyad
        YabanciKisiKutukleri/KisiBilgisi => YabanciKisiKutukleri/KisiBilgisi/TemelBilgisi : DogumTarih.T
        YabanciKisiKutukleri/KisiBilgisi => YabanciKisiKutukleri/KisiBilgisi/DurumBilgisi : OlumTarih.T
        - DoluBilesenler/**
        - TCVatandasiKisiKutukleri/TCKKFotografBilgisi/**
        - TCVatandasiKisiKutukleri/KisiBilgisi/AnneUstSoyBulunamadi
        - TCVatandasiKisiKutukleri/KisiBilgisi/BabaUstSoyBulunamadi
        - TCVatandasiKisiKutukleri/KisiBilgisi/OncekiYabanciKimlikNo
        - TCVatandasiKisiKutukleri/KisiBilgisi/VeliVasiTur.P
        - TCVatandasiKisiKutukleri/KisiBilgisi/VeliVasiVar
        - TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din.P
        - TCVatandasiKisiKutukleri/GeciciKimlikBilgisi/Fotograf
        - TCVatandasiKisiKutukleri/GeciciKimlikBilgisi/KanGrubu.P
        - TCVatandasiKisiKutukleri/TCKKBilgisi/KanGrubu.P
        - TCVatandasiKisiKutukleri/TCKKBilgisi/SurucuBelgeYuklendiMi
        - TCVatandasiKisiKutukleri/TCKKBilgisi/SurucuBelgeYuklenmeTarih.T
        - MaviKartliKisiKutukleri/KisiBilgisi/VeliVasiTur.P
        - MaviKartliKisiKutukleri/KisiBilgisi/VeliVasiVar
        - MaviKartliKisiKutukleri/YeniMaviKartBilgisi/**
        - MaviKartliKisiKutukleri/YeniMaviKartFotoBilgisi/**
        - MaviKartliKisiKutukleri/YeniMaviKartGeciciKimlikBilgisi/**
        - YabanciKisiKutukleri/KisiBilgisi/Statu.P
        """;

    private const string People = $"""
        . => NkoVatandas : HataBilgisi.P NkoTuru.P
        Kisiler/NkoKisi[] => NkoVatandas/Kisiler/NkoKisi[] : HataBilgisi.P TCKimlikNo YakinlikKod.P
        Kisiler/NkoKisi[]/DurumBilgisi => NkoVatandas/Kisiler/NkoKisi[]/DurumBilgisi : Durum.P MedeniHal.P OlumTarih.T
        Kisiler/NkoKisi[]/KayitYeriBilgisi => NkoVatandas/Kisiler/NkoKisi[]/KayitYeriBilgisi : {KayitYeri}
        Kisiler/NkoKisi[]/KisiOlayTarihBilgisi => NkoVatandas/Kisiler/NkoKisi[]/KisiOlayTarihBilgisi : BosanmaTarih.T EvlenmeTarih.T TescilTarih.T
        Kisiler/NkoKisi[]/TemelBilgisi => NkoVatandas/Kisiler/NkoKisi[]/TemelBilgisi : {Temel}
        Olaylar/NkoOlay[] => NkoVatandas/Olaylar/NkoOlay[] : Ad Dusunce HataBilgisi.P OlayKayitNo OlayTarih.T OlayTipi.P Soyad
        Olaylar/NkoOlay[]/KayitYeri => NkoVatandas/Olaylar/NkoOlay[]/KayitYeri : AileSiraNo BireySiraNo CiltKod IlceKod
        - Kisiler/NkoKisi[]/DurumBilgisi/Din.P
        - Olaylar/NkoOlay[]/OlayAciklama
        """;

    private const string Relatives = $"""
        Kisiler/NkoKisi[] => AileKisiListesi/KisiBilgisi[] : HataBilgisi.P TCKimlikNo YakinlikKod.P=Yakinlik
        Kisiler/NkoKisi[]/DurumBilgisi => AileKisiListesi/KisiBilgisi[]/DurumBilgisi : Durum.P MedeniHal.P OlumTarih.T
        Kisiler/NkoKisi[]/KayitYeriBilgisi => AileKisiListesi/KisiBilgisi[]/KayitYeriBilgisi : {KayitYeri}
        Kisiler/NkoKisi[]/TemelBilgisi => AileKisiListesi/KisiBilgisi[]/TemelBilgisi : {Temel}
        - Kisiler/NkoKisi[]/DurumBilgisi/Din.P
        - Kisiler/NkoKisi[]/KisiOlayTarihBilgisi/**
        - NkoTuru.P
        """;

    private const string Citizen = $"""
        . : KimlikNo=TCKimlikNo
        TCVatandasiKisiKutukleri/KisiBilgisi => KisiBilgisi : AnneTCKimlikNo BabaTCKimlikNo DogumYerKod EsTCKimlikNo HataBilgisi.P TCKimlikNo
        TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi => KisiBilgisi/DurumBilgisi : Durum.P MedeniHal.P OlumTarih.T
        TCVatandasiKisiKutukleri/KisiBilgisi/KayitYeriBilgisi => KisiBilgisi/KayitYeriBilgisi : {KayitYeri}
        TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi => KisiBilgisi/TemelBilgisi : {Temel}
        - TCVatandasiKisiKutukleri/KisiBilgisi/AnneUstSoyBulunamadi
        - TCVatandasiKisiKutukleri/KisiBilgisi/BabaUstSoyBulunamadi
        - TCVatandasiKisiKutukleri/KisiBilgisi/OncekiYabanciKimlikNo
        - TCVatandasiKisiKutukleri/KisiBilgisi/VeliVasiTur.P
        - TCVatandasiKisiKutukleri/KisiBilgisi/VeliVasiVar
        - TCVatandasiKisiKutukleri/KisiBilgisi/DurumBilgisi/Din.P
        - TCVatandasiKisiKutukleri/GeciciKimlikBilgisi/**
        - TCVatandasiKisiKutukleri/NufusCuzdaniBilgisi/**
        - TCVatandasiKisiKutukleri/TCKKBilgisi/**
        - TCVatandasiKisiKutukleri/TCKKFotografBilgisi/**
        - DoluBilesenler/**
        - MaviKartliKisiKutukleri/**
        - YabanciKisiKutukleri/**
        """;

    /// <summary>The three registers as BilesikKisiBilgisi.</summary>
    public static MappingTable Bilesik { get; } = new(Registers);

    /// <summary>An address as Sonuc.</summary>
    public static MappingTable Adres { get; } = new(Addresses("."));

    /// <summary>An address as a member of Sonuc.</summary>
    public static MappingTable BilesikAdres { get; } = new(Addresses("AdresBilgisi"));

    /// <summary>An örnek as GenelNufusKayitOrnegi.</summary>
    public static MappingTable NufusKayitOrnegi { get; } = new(People);

    /// <summary>The three registers as the citizen of an AileBilgisi.</summary>
    public static MappingTable AileKisi { get; } = new(Citizen);

    /// <summary>An örnek as the relatives of an AileBilgisi.</summary>
    public static MappingTable AileBireyleri { get; } = new(Relatives);

    private static string Addresses(string ours)
    {
        var below = ours == "." ? string.Empty : ours + "/";
        return $"""
            YerlesimYeriAdresi => {ours} : AcikAdres AdresNo AdresTip.P BeyanTarihi.T BeyandaBulunanKimlikNo HataBilgisi.P TasinmaTarihi.T TescilTarihi.T
            YerlesimYeriAdresi/IlIlceMerkezAdresi => {below}IlIlceMerkezAdresi : {Bina}
            YerlesimYeriAdresi/BeldeAdresi => {below}BeldeAdresi : {Bina} Koy KoyKayitNo KoyKodu
            YerlesimYeriAdresi/KoyAdresi => {below}KoyAdresi : {Bina} Koy KoyKayitNo KoyKodu
            YerlesimYeriAdresi/YurtDisiAdresi => {below}YurtDisiAdresi : DisTemsDuzeltmeBeyanTarih DisTemsDuzeltmeKararTarih DisTemsDuzeltmeNeden.P DisTemsilcilik.P HataBilgisi.P YabanciAdres YabanciSehir YabanciUlke.P
            - KimlikNo
            - DigerAdresBilgileri/**
            - YerlesimYeriAdresi/TasinmaNeden.P
            - YerlesimYeriAdresi/TasinmaNedenAciklama
            """;
    }
}
