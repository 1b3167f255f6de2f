using System.Collections.Frozen;

namespace Kps.Contracts.Tests;

/// <summary>
/// The trees of wire contracts a.8 and a.10 and of the second service, written down a second time so that neither classes nor WSDL can drift
/// alone. P = Parametre, T = TarihBilgisi, s = string, i = int, l = long, b = boolean, dt = dateTime, [] = a list, ! = demanded.
/// </summary>
internal static class PublishedTree
{
    private const string InBothGenerations = """
        AileBilgisi = AileKisiListesi:KisiBilgisi[]; HataBilgisi:P; KisiBilgisi:TCKisiBilgisi; TCKimlikNo:l
        BaseEntity = CreatedBy:i; CreatedOn:dt; Id:s; ModifiedBy:i; ModifiedOn:dt
        BeldeAdresi = BagimsizBolumDurum:P; BagimsizBolumTipi:P; BinaAda:s; BinaBlokAdi:s; BinaDurum:P; BinaKodu:l; BinaNo:i; BinaNumaratajTipi:P;
          BinaPafta:s; BinaParsel:s; BinaSiteAdi:s; BinaYapiTipi:P; Csbm:s; CsbmKodu:i; DisKapiNo:s; HataBilgisi:P; IcKapiNo:s; Il:s; IlKodu:i; Ilce:s;
          IlceKodu:i; KatNo:s; Koy:s; KoyKayitNo:l; KoyKodu:l; Mahalle:s; MahalleKodu:i; TapuBagimsizBolumNo:s; YapiKullanimAmac:P; YolAltiKatSayisi:i;
          YolUstuKatSayisi:i
        DurumBilgisi = Din:P; Durum:P; MedeniHal:P; OlumTarih:T
        GenelNufusKayitOrnegi = NkoMaviKart:NkoMaviKart; NkoVatandas:Nko
        IlIlceMerkezAdresi = BagimsizBolumDurum:P; BagimsizBolumTipi:P; BinaAda:s; BinaBlokAdi:s; BinaDurum:P; BinaKodu:l; BinaNo:i; BinaNumaratajTipi:P;
          BinaPafta:s; BinaParsel:s; BinaSiteAdi:s; BinaYapiTipi:P; Csbm:s; CsbmKodu:i; DisKapiNo:s; HataBilgisi:P; IcKapiNo:s; Il:s; IlKodu:i; Ilce:s;
          IlceKodu:i; KatNo:s; Mahalle:s; MahalleKodu:i; TapuBagimsizBolumNo:s; YapiKullanimAmac:P; YolAltiKatSayisi:i; YolUstuKatSayisi:i
        KayitYeriBilgisi = AileSiraNo:i; BireySiraNo:i; Cilt:P; Il:P; Ilce:P
        KisiAdresBilgisi = AcikAdres:s; AdresNo:l; AdresTip:P; BeldeAdresi:BeldeAdresi; BeyanTarihi:T; BeyandaBulunanKimlikNo:l; HataBilgisi:P;
          IlIlceMerkezAdresi:IlIlceMerkezAdresi; KoyAdresi:KoyAdresi; TasinmaTarihi:T; TescilTarihi:T; YurtDisiAdresi:YurtDisiAdresi
        KisiBilgisi = DurumBilgisi:DurumBilgisi; HataBilgisi:P; KayitYeriBilgisi:KayitYeriBilgisi; TCKimlikNo:l; TemelBilgisi:TemelBilgisi; Yakinlik:P
        KisiKayitYeriKodBilgisi = AileSiraNo:i; BireySiraNo:i; CiltKod:i; IlceKod:i
        KoyAdresi = BagimsizBolumDurum:P; BagimsizBolumTipi:P; BinaAda:s; BinaBlokAdi:s; BinaDurum:P; BinaKodu:l; BinaNo:i; BinaNumaratajTipi:P;
          BinaPafta:s; BinaParsel:s; BinaSiteAdi:s; BinaYapiTipi:P; Csbm:s; CsbmKodu:i; DisKapiNo:s; HataBilgisi:P; IcKapiNo:s; Il:s; IlKodu:i; Ilce:s;
          IlceKodu:i; KatNo:s; Koy:s; KoyKayitNo:l; KoyKodu:l; Mahalle:s; MahalleKodu:i; TapuBagimsizBolumNo:s; YapiKullanimAmac:P; YolAltiKatSayisi:i;
          YolUstuKatSayisi:i
        MaviKartBilgisi = Ad:s; AnneAd:s; BabaAd:s; Birim:i; Cinsiyet:P; DogumTarih:T; DogumYer:s; DogumYerKod:i; HataBilgisi:P; KartKayitNo:l; KimlikNo:l;
          MedeniHal:P; No:i; OncekiSoyad:s; Seri:s; Soyad:s; Uyruk:P; VerilisNeden:P; VerilmeTarih:T
        MaviKartKisiBilgisi = AnneTCKimlikNo:l; BabaTCKimlikNo:l; DogumYerKod:i; DurumBilgisi:DurumBilgisi; EsTCKimlikNo:l; GercekKisiKimlikNo:l;
          HataBilgisi:P; KazanilanTCKimlikNo:l; KimlikNo:l; TemelBilgisi:TemelBilgisi; Ulke:P
        Method = Argumans:Property[]; Description:s; IsAuthorized:b; IsEditable:b; Name:s; ReturnProperties:Property[]
        NkoMaviKart = HataBilgisi:P; Kisiler:NkoMaviKartKisi[]; NkoTuru:P; Olaylar:NkoMaviKartOlay[]
        NkoMaviKartKisi = AnneKimlikNo:l; BabaKimlikNo:l; BosanmaTarih:T; DurumBilgisi:NkoMaviKartKisiDurumBilgisi; EsKimlikNo:l; EvlenmeTarih:T;
          HataBilgisi:P; KimlikNo:l; TemelBilgisi:TemelBilgisi; TescilTarih:T; Ulke:P; YakinlikKod:P
        NkoMaviKartKisiDurumBilgisi = Durum:P; MedeniHal:P; OlumTarih:T
        NkoMaviKartOlay = Ad:s; Dusunce:s; HataBilgisi:P; KisiKimlikNo:l; OlayTarih:T; OlayTipi:P; Soyad:s
        NkoOlay = Ad:s; Dusunce:s; HataBilgisi:P; KayitYeri:KisiKayitYeriKodBilgisi; OlayKayitNo:l; OlayTarih:T; OlayTipi:P; Soyad:s
        Parametre = Aciklama:s; Kod:i
        Property = IsAuthorized:b; IsEditable:b; Name:s; SubProperties:Property[]; Type:s
        Service : BaseEntity = Description:s; IsActive:b; IsAuthorized:b; IsEditable:b; Methods:Method[]; Name:s; Namespace:s; ServiceNo:i;
          ServiceTestUrl:s; ServiceUrl:s
        TCGeciciKimlikBilgisi = Ad:s; AnneAd:s; BabaAd:s; BelgeNo:s; Cinsiyet:P; DogumTarih:T; DuzenlenmeTarih:T; DuzenleyenIlce:P; HataBilgisi:P;
          OncekiSoyad:s; SonGecerlilikTarih:T; Soyad:s; TCKimlikNo:l
        TCKK = Ad:s; AnneAd:s; BabaAd:s; BasvuruNeden:P; Cinsiyet:P; DogumTarih:T; DogumYer:s; HataBilgisi:P; KayitNo:l; SeriNo:s; SonGecerlilikTarih:T;
          Soyad:s; TCKimlikNo:l; TeslimEdenBirim:P; TeslimTarih:T; VerenMakam:s
        TCKisiBilgisi = AnneTCKimlikNo:l; BabaTCKimlikNo:l; DogumYerKod:i; DurumBilgisi:DurumBilgisi; EsTCKimlikNo:l; HataBilgisi:P;
          KayitYeriBilgisi:KayitYeriBilgisi; TCKimlikNo:l; TemelBilgisi:TemelBilgisi
        TarihBilgisi = Ay:i; Gun:i; Yil:i
        TemelBilgisi = Ad:s; AnneAd:s; BabaAd:s; Cinsiyet:P; DogumTarih:T; DogumYer:s; Soyad:s
        YurtDisiAdresi = DisTemsDuzeltmeBeyanTarih:dt; DisTemsDuzeltmeKararTarih:dt; DisTemsDuzeltmeNeden:P; DisTemsilcilik:P; HataBilgisi:P;
          YabanciAdres:s; YabanciSehir:s; YabanciUlke:P
        """;

    private const string LaterOnly = """
        BilesikKisiBilgisi = AdresBilgisi:KisiAdresBilgisi; HataBilgisi:P; KimlikNo:l; MaviKartliKisiKutukleri:MaviKartliKisiKutukleri;
          TCVatandasiKisiKutukleri:TCVatandasiKisiKutukleri; YabanciKisiKutukleri:YabanciKisiKutukleri
        KisiOlayTarihBilgisi = BosanmaTarih:T; EvlenmeTarih:T; TescilTarih:T
        MaviKartliKisiKutukleri = HataBilgisi:P; KisiBilgisi:MaviKartKisiBilgisi; MaviKartBilgisi:MaviKartBilgisi
        Nko = HataBilgisi:P; Kisiler:NkoKisi[]; NkoTuru:P; Olaylar:NkoOlay[]
        NkoKisi = DurumBilgisi:DurumBilgisi; HataBilgisi:P; KayitYeriBilgisi:KayitYeriBilgisi; KisiOlayTarihBilgisi:KisiOlayTarihBilgisi; TCKimlikNo:l;
          TemelBilgisi:TemelBilgisi; YakinlikKod:P
        TCCuzdanBilgisi = Ad:s; AnneAd:s; BabaAd:s; CuzdanKayitNo:l; CuzdanVerilmeNeden:P; DogumTarih:T; DogumYer:s; HataBilgisi:P; No:i; Seri:s; Soyad:s;
          TCKimlikNo:l; VerildigiIlce:P; VerilmeTarih:T
        TCVatandasiKisiKutukleri = GeciciKimlikBilgisi:TCGeciciKimlikBilgisi; HataBilgisi:P; KisiBilgisi:TCKisiBilgisi;
          NufusCuzdaniBilgisi:TCCuzdanBilgisi; TCKKBilgisi:TCKK
        YabanciKisiBilgisi = AnneKimlikNo:l; BabaKimlikNo:l; BitisTarihiBelirsizOlmaNeden:P; DogumTarih:T; DogumYerKod:i;
          DurumBilgisi:YabanciKisiDurumBilgisi; EsKimlikNo:l; GercekKisiKimlikNo:l; HataBilgisi:P; IzinBaslangicTarih:dt; IzinBitisTarih:dt;
          IzinDuzenlenenIl:P; IzinNo:s; KaynakBirim:P; KazanilanTCKimlikNo:l; KimlikNo:l; OlumTarih:T; TemelBilgisi:TemelBilgisi; Uyruk:P
        YabanciKisiDurumBilgisi = Durum:P; MedeniHal:P; OlumTarih:T
        YabanciKisiKutukleri = HataBilgisi:P; KisiBilgisi:YabanciKisiBilgisi
        """;

    private const string Only2017 = """
        BilesikKisiBilgisi = HataBilgisi:P; KimlikNo:l; MaviKartliKisiKutukleri:MaviKartliKisiKutukleri; TCVatandasiKisiKutukleri:TCVatandasiKisiKutukleri;
          YabanciKisiKutukleri:YabanciKisiKutukleri
        MaviKartliKisiKutukleri = AdresBilgisi:KisiAdresBilgisi; HataBilgisi:P; KisiBilgisi:MaviKartKisiBilgisi; MaviKartBilgisi:MaviKartBilgisi
        Nko = HataBilgisi:P; Kisiler:KisiBilgisi[]; NkoTuru:P; Olaylar:NkoOlay[]
        TCCuzdanBilgisi = Ad:s; AnaAd:s; BabaAd:s; CuzdanKayitNo:l; CuzdanVerilmeNeden:P; DogumTarih:T; DogumYer:s; HataBilgisi:P; No:i; Seri:s; Soyad:s;
          TCKimlikNo:l; VerildigiIlce:P; VerilmeTarih:T
        TCVatandasiKisiKutukleri = AdresBilgisi:KisiAdresBilgisi; GeciciKimlikBilgisi:TCGeciciKimlikBilgisi; HataBilgisi:P; KisiBilgisi:TCKisiBilgisi;
          NufusCuzdaniBilgisi:TCCuzdanBilgisi; TCKKBilgisi:TCKK
        YabanciKisiBilgisi = AnneKimlikNo:l; BabaKimlikNo:l; BitisTarihiBelirsizOlmaNeden:P; DogumTarih:T; DogumYerKod:i; EsKimlikNo:l;
          GercekKisiKimlikNo:l; HataBilgisi:P; IzinBaslangicTarih:dt; IzinBitisTarih:dt; IzinDuzenlenenIl:P; IzinNo:s; KaynakBirim:P;
          KazanilanTCKimlikNo:l; KimlikNo:l; OlumTarih:T; TemelBilgisi:TemelBilgisi; Uyruk:P
        YabanciKisiKutukleri = AdresBilgisi:KisiAdresBilgisi; HataBilgisi:P; KisiBilgisi:YabanciKisiBilgisi
        """;

    private const string SecondService = """
        Csbm = Ad:s; Kod:i; MahalleKod:i; Tip:P
        CuzdanBilgisi = HataBilgisi:P; KimlikNo:l; NufusCuzdani:NufusCuzdani; TCKK:TCKK
        Dogrulama = Dogrulandi:b; HataBilgisi:P
        DurumBilgisi = Din:P; Durum:P; MedeniHal:P; OlumTarih:T
        Il = Ad:s; Kod:i
        Ilce = Ad:s; IlKod:i; Kod:i
        Istatistik = Adet:l; BaslangicTarih:dt; BitisTarih:dt; HataBilgisi:P; IlKod:i; IlceKod:i; Olay:IstatistikOlay
        KayitYeriBilgisi = AileSiraNo:i; BireySiraNo:i; Cilt:P; Il:P; Ilce:P
        KimlikBilgisi = DurumBilgisi:DurumBilgisi; HataBilgisi:P; KayitYeriBilgisi:KayitYeriBilgisi; TCKimlikNo:l; TemelBilgisi:TemelBilgisi
        KisiKayitYeriKodBilgisi = AileSiraNo:i; BireySiraNo:i; CiltKod:i; IlceKod:i
        KisiOlayTarihBilgisi = BosanmaTarih:T; EvlenmeTarih:T; TescilTarih:T
        Mahalle = Ad:s; IlceKod:i; Kod:i
        NkoKisi = DurumBilgisi:DurumBilgisi; HataBilgisi:P; KayitYeriBilgisi:KayitYeriBilgisi; KisiOlayTarihBilgisi:KisiOlayTarihBilgisi; TCKimlikNo:l;
          TemelBilgisi:TemelBilgisi; YakinlikKod:P
        NkoOlay = Ad:s; Dusunce:s; HataBilgisi:P; KayitYeri:KisiKayitYeriKodBilgisi; OlayKayitNo:l; OlayTarih:T; OlayTipi:P; Soyad:s
        NufusCuzdani = Ad:s; AnneAd:s; BabaAd:s; CuzdanKayitNo:l; CuzdanTuru:s; CuzdanVerilmeNeden:P; DogumTarih:T; DogumYer:s; HataBilgisi:P;
          MaliyeSaymanligi:s; No:i; Seri:s; Soyad:s; TCKimlikNo:l; VerildigiIlce:P; VerilmeTarih:T
        NufusKayitOrnegi = HataBilgisi:P; Kisiler:NkoKisi[]; NkoTuru:P; Olaylar:NkoOlay[]
        NufusOlay = Aciklama:s; OlayKayitNo:l; OlayTarih:T; OlayTipi:P
        NufusOlaylari = HataBilgisi:P; KimlikNo:l; Olaylar:NufusOlay[]
        Parametre = Aciklama:s; Kod:i
        TCKK = Ad:s; AnneAd:s; BabaAd:s; BasvuruNeden:P; Cinsiyet:P; DogumTarih:T; DogumYer:s; HataBilgisi:P; KayitNo:l; SeriNo:s; SonGecerlilikTarih:T;
          Soyad:s; TCKimlikNo:l; TeslimEdenBirim:P; TeslimTarih:T; VerenMakam:s
        TarihBilgisi = Ay:i; Gun:i; Yil:i
        TemelBilgisi = Ad:s; AnneAd:s; BabaAd:s; Cinsiyet:P; DogumTarih:T; DogumYer:s; Soyad:s
        """;

    private const string Criteria = """
        AileBireyleriSorgulaKriter = TCKimlikNo:l!; Tip:EAileSorguTipi!
        KisiSorgulaKisiBilgileriCO = Adi:s!; AnneAdi:s; BabaAdi:s; Cinsiyet:ECinsiyet; DogumTarihi:dt!; DogumYeri:s; Soyadi:s!
        """;

    private const string SecondServiceCriteria = """
        IstatistikKriter = BaslangicTarih:dt!; BitisTarih:dt!; IlKod:i!; IlceKod:i; Olay:IstatistikOlay!
        KayitYeri = AileSiraNo:i!; BireySiraNo:i!; CiltKod:i!; IlceKod:i!
        KisiVeCuzdanKriter = Ad:s!; CuzdanNo:i; CuzdanSeri:s; DogumAy:i; DogumGun:i; DogumYil:i!; KimlikNo:l!; Soyad:s!; TCKKSeriNo:s
        NufusKayitOrnegiKriter = EskiEsListele:b; KayitYeri:KayitYeri; KimlikNo:l; Olayli:b!; Tip:NkoTip!
        YabanciKriter = Ad:s!; DogumAy:i; DogumGun:i; DogumYil:i!; KimlikNo:l!; Soyad:s!
        """;

    /// <summary>The result types of the later generation by name.</summary>
    public static FrozenDictionary<string, PublishedType> Later { get; } = Read(InBothGenerations, LaterOnly);

    /// <summary>The result types of the 2017 generation.</summary>
    public static FrozenDictionary<string, PublishedType> V2017 { get; } = Read(InBothGenerations, Only2017);

    /// <summary>The result types of the second service.</summary>
    public static FrozenDictionary<string, PublishedType> Ek { get; } = Read(SecondService);

    /// <summary>The types IKpsServices is asked with.</summary>
    public static FrozenDictionary<string, PublishedType> KpsCriteria { get; } = Read(Criteria);

    /// <summary>The types the second service is asked with.</summary>
    public static FrozenDictionary<string, PublishedType> EkCriteria { get; } = Read(SecondServiceCriteria);

    /// <summary>The enums of both with their values in order.</summary>
    public static FrozenDictionary<string, string[]> Enums { get; } = new Dictionary<string, string[]>
    {
        ["ECinsiyet"] = ["BILINMEYEN", "ERKEK", "KADIN"],
        ["EAileSorguTipi"] = ["Aile", "TumAile"],
        ["NkoTip"] = ["KisiKayitOrnegi", "AileKayitOrnegi", "NufusAileKayitOrnegi", "NufusAileKayitOrnegiKardesDahil"],
        ["IstatistikOlay"] = ["Dogum", "Olum", "Evlenme", "Bosanma"],
    }.ToFrozenDictionary();

    private static FrozenDictionary<string, PublishedType> Read(params string[] texts) => texts
        .SelectMany(text => text.ReplaceLineEndings("\n").Replace("\n  ", " ").Split('\n'))
        .Select(PublishedType.Read)
        .ToFrozenDictionary(type => type.Name);
}
