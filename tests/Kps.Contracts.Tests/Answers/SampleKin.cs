using Kps.Contracts.Adres;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.KimlikNoIleAdresBilgisiSorgula;
using Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Contracts.Tests.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.Answers;

/// <summary>An invented couple, its addresses and its place in the register. Every number is generated.</summary>
internal static class SampleKin
{
    private static readonly long SpouseNo = Tckn.FromFirstNine(333_444_555).Value;

    public static KpsServisSonucuKisiAdresBilgisi VillageAddress() => new()
    {
        Sonuc = new KisiAdresBilgisi
        {
            AcikAdres = "UYDURMA KÖYÜ ÖRNEK MEVKİİ NO: 7 ÇANKAYA / ANKARA",
            AdresNo = 3_000_000_017,
            AdresTip = Kod(3, "Köy Adresi"),
            BeyanTarihi = Tarih(2015, 3, 2),
            BeyandaBulunanKimlikNo = SampleAnswers.CitizenNo,
            KoyAdresi = new KoyAdresi
            {
                BinaKodu = 7_000_000_001,
                BinaNo = 7,
                Csbm = "ÖRNEK MEVKİİ",
                CsbmKodu = 90_001,
                DisKapiNo = "7",
                Il = "ANKARA",
                IlKodu = 6,
                Ilce = "ÇANKAYA",
                IlceKodu = 1231,
                Koy = "UYDURMA",
                KoyKayitNo = 5_000_001,
                KoyKodu = 6_000_001,
                YapiKullanimAmac = Kod(1, "Mesken"),
            },
            TasinmaTarihi = Tarih(2015, 3, 1),
            TescilTarihi = Tarih(2015, 3, 2),
        },
    };

    public static KpsServisSonucuKisiAdresBilgisi AddressAbroad() => new()
    {
        Sonuc = new KisiAdresBilgisi
        {
            AcikAdres = "1 SAMPLE STREET <B> & CO",
            AdresTip = Kod(4, "Yurt Dışı Adresi"),
            YurtDisiAdresi = new YurtDisiAdresi
            {
                DisTemsDuzeltmeBeyanTarih = new DateTime(2020, 6, 1),
                DisTemsDuzeltmeKararTarih = new DateTime(2020, 6, 2, 10, 30, 0),
                DisTemsilcilik = Kod(9101, "Örnekköy Başkonsolosluğu"),
                YabanciAdres = "1 SAMPLE STREET <B> & CO",
                YabanciSehir = "SAMPLETOWN",
                YabanciUlke = Kod(9001, "Örnekistan"),
            },
        },
    };

    public static KpsServisSonucuGenelNufusKayitOrnegi Extract() => new()
    {
        Sonuc = new GenelNufusKayitOrnegi
        {
            NkoVatandas = new Nko
            {
                Kisiler = [Person(SampleAnswers.CitizenNo, "ÖRNEK IŞIL", 2, 1, "Kendisi"), Person(SpouseNo, "UYDURMA ÇAĞRI", 1, 2, "Eşi")],
                NkoTuru = Kod(2, "Aile Kayıt Örneği"),
                Olaylar =
                [
                    new NkoOlay
                    {
                        Ad = "ÖRNEK IŞIL",
                        Dusunce = "EVLENME",
                        KayitYeri = new KisiKayitYeriKodBilgisi { AileSiraNo = 77, BireySiraNo = 12, CiltKod = 34, IlceKod = 1231 },
                        OlayKayitNo = 8_000_000_003,
                        OlayTarih = Tarih(2010, 9, 4),
                        OlayTipi = Kod(5, "Evlenme"),
                        Soyad = "İĞNECİ",
                    },
                ],
            },
        },
    };

    public static KpsServisSonucuGenelNufusKayitOrnegi BlueCardExtract() => new()
    {
        Sonuc = new GenelNufusKayitOrnegi
        {
            NkoMaviKart = new NkoMaviKart
            {
                Kisiler =
                [
                    new NkoMaviKartKisi
                    {
                        DurumBilgisi = new NkoMaviKartKisiDurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(2, "Evli") },
                        EvlenmeTarih = Tarih(1999, 5, null),
                        KimlikNo = SampleAnswers.BlueCardNo,
                        TemelBilgisi = Names("UYDURMA", "MAVİ", 1),
                        TescilTarih = Tarih(1970, 7, 20),
                        Ulke = Kod(9001, "Örnekistan"),
                        YakinlikKod = Kod(1, "Kendisi"),
                    },
                ],
                NkoTuru = Kod(1, "Kişi Kayıt Örneği"),
                Olaylar = [],
            },
        },
    };

    public static KpsServisSonucuKisiTemelBilgisi NumberFound() => new()
    {
        Sonuc = new TCKisiBilgisi
        {
            DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(2, "Evli") },
            EsTCKimlikNo = SpouseNo,
            KayitYeriBilgisi = Place(12),
            TCKimlikNo = SampleAnswers.CitizenNo,
            TemelBilgisi = Names("ÖRNEK IŞIL", "İĞNECİ", 2),
        },
    };

    public static KpsServisSonucuKisiTemelBilgisi NumberOfSeveral() => new() { HataBilgisi = Kod(11, "Birden fazla kayıt bulundu.") };

    public static KpsServisSonucuAileBilgisi Family() => new()
    {
        Sonuc = new AileBilgisi
        {
            AileKisiListesi =
            [
                new KisiBilgisi
                {
                    DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(2, "Evli") },
                    KayitYeriBilgisi = Place(13),
                    TCKimlikNo = SpouseNo,
                    TemelBilgisi = Names("UYDURMA ÇAĞRI", "İĞNECİ", 1),
                    Yakinlik = Kod(2, "Eşi"),
                },
            ],
            KisiBilgisi = NumberFound().Sonuc,
            TCKimlikNo = SampleAnswers.CitizenNo,
        },
    };

    private static NkoKisi Person(long number, string ad, int cinsiyet, int yakinlik, string yakinlikText) => new()
    {
        DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(2, "Evli") },
        KayitYeriBilgisi = Place(11 + yakinlik),
        KisiOlayTarihBilgisi = new KisiOlayTarihBilgisi { EvlenmeTarih = Tarih(2010, 9, 4), TescilTarih = Tarih(2010, 9, 6) },
        TCKimlikNo = number,
        TemelBilgisi = Names(ad, "İĞNECİ", cinsiyet),
        YakinlikKod = Kod(yakinlik, yakinlikText),
    };

    private static KayitYeriBilgisi Place(int bireySiraNo) => new()
    {
        AileSiraNo = 77,
        BireySiraNo = bireySiraNo,
        Cilt = Kod(34, "Örnek Mahallesi"),
        Il = Kod(6, "Ankara"),
        Ilce = Kod(1231, "Çankaya"),
    };

    private static TemelBilgisi Names(string ad, string soyad, int cinsiyet) => new()
    {
        Ad = ad,
        AnneAd = "GÜLÇİN",
        BabaAd = "ŞÜKRÜ",
        Cinsiyet = Kod(cinsiyet, cinsiyet == 1 ? "Erkek" : "Kadın"),
        DogumTarih = Tarih(1984, 2, 29),
        DogumYer = "ÇAĞLAYANCERİT",
        Soyad = soyad,
    };

    private static Parametre Kod(int kod, string aciklama) => new() { Kod = kod, Aciklama = aciklama };

    private static TarihBilgisi Tarih(int yil, int? ay, int? gun) => new() { Yil = yil, Ay = ay, Gun = gun };
}
