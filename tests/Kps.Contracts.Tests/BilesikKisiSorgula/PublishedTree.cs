using System.Collections.Frozen;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>
/// The tree of wire contracts a.8 with the changes of a.10, written down a second time so that neither classes nor WSDL can drift alone.
/// P = Parametre, T = TarihBilgisi, s = string, i = int, l = long, dt = dateTime.
/// </summary>
internal static class PublishedTree
{
    private const string Text = """
        BeldeAdresi = BagimsizBolumDurum:P; BagimsizBolumTipi:P; BinaAda:s; BinaBlokAdi:s; BinaDurum:P; BinaKodu:l; BinaNo:i; BinaNumaratajTipi:P;
          BinaPafta:s; BinaParsel:s; BinaSiteAdi:s; BinaYapiTipi:P; Csbm:s; CsbmKodu:i; DisKapiNo:s; HataBilgisi:P; IcKapiNo:s; Il:s; IlKodu:i;
          Ilce:s; IlceKodu:i; KatNo:s; Koy:s; KoyKayitNo:l; KoyKodu:l; Mahalle:s; MahalleKodu:i; TapuBagimsizBolumNo:s; YapiKullanimAmac:P;
          YolAltiKatSayisi:i; YolUstuKatSayisi:i
        BilesikKisiBilgisi = AdresBilgisi:KisiAdresBilgisi; HataBilgisi:P; KimlikNo:l; MaviKartliKisiKutukleri:MaviKartliKisiKutukleri;
          TCVatandasiKisiKutukleri:TCVatandasiKisiKutukleri; YabanciKisiKutukleri:YabanciKisiKutukleri
        DurumBilgisi = Din:P; Durum:P; MedeniHal:P; OlumTarih:T
        IlIlceMerkezAdresi = BagimsizBolumDurum:P; BagimsizBolumTipi:P; BinaAda:s; BinaBlokAdi:s; BinaDurum:P; BinaKodu:l; BinaNo:i;
          BinaNumaratajTipi:P; BinaPafta:s; BinaParsel:s; BinaSiteAdi:s; BinaYapiTipi:P; Csbm:s; CsbmKodu:i; DisKapiNo:s; HataBilgisi:P; IcKapiNo:s;
          Il:s; IlKodu:i; Ilce:s; IlceKodu:i; KatNo:s; Mahalle:s; MahalleKodu:i; TapuBagimsizBolumNo:s; YapiKullanimAmac:P; YolAltiKatSayisi:i;
          YolUstuKatSayisi:i
        KayitYeriBilgisi = AileSiraNo:i; BireySiraNo:i; Cilt:P; Il:P; Ilce:P
        KisiAdresBilgisi = AcikAdres:s; AdresNo:l; AdresTip:P; BeldeAdresi:BeldeAdresi; BeyanTarihi:T; BeyandaBulunanKimlikNo:l; HataBilgisi:P;
          IlIlceMerkezAdresi:IlIlceMerkezAdresi; KoyAdresi:KoyAdresi; TasinmaTarihi:T; TescilTarihi:T; YurtDisiAdresi:YurtDisiAdresi
        KoyAdresi = BagimsizBolumDurum:P; BagimsizBolumTipi:P; BinaAda:s; BinaBlokAdi:s; BinaDurum:P; BinaKodu:l; BinaNo:i; BinaNumaratajTipi:P;
          BinaPafta:s; BinaParsel:s; BinaSiteAdi:s; BinaYapiTipi:P; Csbm:s; CsbmKodu:i; DisKapiNo:s; HataBilgisi:P; IcKapiNo:s; Il:s; IlKodu:i;
          Ilce:s; IlceKodu:i; KatNo:s; Koy:s; KoyKayitNo:l; KoyKodu:l; Mahalle:s; MahalleKodu:i; TapuBagimsizBolumNo:s; YapiKullanimAmac:P;
          YolAltiKatSayisi:i; YolUstuKatSayisi:i
        MaviKartBilgisi = Ad:s; AnneAd:s; BabaAd:s; Birim:i; Cinsiyet:P; DogumTarih:T; DogumYer:s; DogumYerKod:i; HataBilgisi:P; KartKayitNo:l;
          KimlikNo:l; MedeniHal:P; No:i; OncekiSoyad:s; Seri:s; Soyad:s; Uyruk:P; VerilisNeden:P; VerilmeTarih:T
        MaviKartKisiBilgisi = AnneTCKimlikNo:l; BabaTCKimlikNo:l; DogumYerKod:i; DurumBilgisi:DurumBilgisi; EsTCKimlikNo:l; GercekKisiKimlikNo:l;
          HataBilgisi:P; KazanilanTCKimlikNo:l; KimlikNo:l; TemelBilgisi:TemelBilgisi; Ulke:P
        MaviKartliKisiKutukleri = HataBilgisi:P; KisiBilgisi:MaviKartKisiBilgisi; MaviKartBilgisi:MaviKartBilgisi
        Parametre = Aciklama:s; Kod:i
        TCCuzdanBilgisi = Ad:s; AnneAd:s; BabaAd:s; CuzdanKayitNo:l; CuzdanVerilmeNeden:P; DogumTarih:T; DogumYer:s; HataBilgisi:P; No:i; Seri:s;
          Soyad:s; TCKimlikNo:l; VerildigiIlce:P; VerilmeTarih:T
        TCGeciciKimlikBilgisi = Ad:s; AnneAd:s; BabaAd:s; BelgeNo:s; Cinsiyet:P; DogumTarih:T; DuzenlenmeTarih:T; DuzenleyenIlce:P; HataBilgisi:P;
          OncekiSoyad:s; SonGecerlilikTarih:T; Soyad:s; TCKimlikNo:l
        TCKK = Ad:s; AnneAd:s; BabaAd:s; BasvuruNeden:P; Cinsiyet:P; DogumTarih:T; DogumYer:s; HataBilgisi:P; KayitNo:l; SeriNo:s;
          SonGecerlilikTarih:T; Soyad:s; TCKimlikNo:l; TeslimEdenBirim:P; TeslimTarih:T; VerenMakam:s
        TCKisiBilgisi = AnneTCKimlikNo:l; BabaTCKimlikNo:l; DogumYerKod:i; DurumBilgisi:DurumBilgisi; EsTCKimlikNo:l; HataBilgisi:P;
          KayitYeriBilgisi:KayitYeriBilgisi; TCKimlikNo:l; TemelBilgisi:TemelBilgisi
        TCVatandasiKisiKutukleri = GeciciKimlikBilgisi:TCGeciciKimlikBilgisi; HataBilgisi:P; KisiBilgisi:TCKisiBilgisi;
          NufusCuzdaniBilgisi:TCCuzdanBilgisi; TCKKBilgisi:TCKK
        TarihBilgisi = Ay:i; Gun:i; Yil:i
        TemelBilgisi = Ad:s; AnneAd:s; BabaAd:s; Cinsiyet:P; DogumTarih:T; DogumYer:s; Soyad:s
        YabanciKisiBilgisi = AnneKimlikNo:l; BabaKimlikNo:l; BitisTarihiBelirsizOlmaNeden:P; DogumTarih:T; DogumYerKod:i;
          DurumBilgisi:YabanciKisiDurumBilgisi; EsKimlikNo:l; GercekKisiKimlikNo:l; HataBilgisi:P; IzinBaslangicTarih:dt; IzinBitisTarih:dt;
          IzinDuzenlenenIl:P; IzinNo:s; KaynakBirim:P; KazanilanTCKimlikNo:l; KimlikNo:l; OlumTarih:T; TemelBilgisi:TemelBilgisi; Uyruk:P
        YabanciKisiDurumBilgisi = Durum:P; MedeniHal:P; OlumTarih:T
        YabanciKisiKutukleri = HataBilgisi:P; KisiBilgisi:YabanciKisiBilgisi
        YurtDisiAdresi = DisTemsDuzeltmeBeyanTarih:dt; DisTemsDuzeltmeKararTarih:dt; DisTemsDuzeltmeNeden:P; DisTemsilcilik:P; HataBilgisi:P;
          YabanciAdres:s; YabanciSehir:s; YabanciUlke:P
        """;

    /// <summary>Type name → members in wire order as (name, type letter or type name).</summary>
    public static FrozenDictionary<string, (string Name, string Type)[]> Types { get; } = Text
        .ReplaceLineEndings("\n")
        .Replace("\n  ", " ")
        .Split('\n')
        .Select(line => line.Split(" = "))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split("; ").Select(Member).ToArray());

    private static (string, string) Member(string text) => text.Split(':') is [var name, var type]
        ? (name, type switch { "P" => "Parametre", "T" => "TarihBilgisi", _ => type })
        : (text, text);
}
