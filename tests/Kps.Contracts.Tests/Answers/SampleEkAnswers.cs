using Kps.Contracts.Ek;
using Kps.Contracts.Tests.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.Answers;

/// <summary>One answer of each operation of the second service; all people and places are invented.</summary>
internal static class SampleEkAnswers
{
    public static EkSonucu<KimlikBilgisi> Identity() => new()
    {
        Sonuc = new KimlikBilgisi
        {
            DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(2, "Evli") },
            KayitYeriBilgisi = Place(),
            TCKimlikNo = SampleAnswers.CitizenNo,
            TemelBilgisi = Names(),
        },
    };

    public static EkSonucu<NufusKayitOrnegi> Extract() => new()
    {
        Sonuc = new NufusKayitOrnegi
        {
            Kisiler =
            [
                new NkoKisi
                {
                    DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(2, "Evli") },
                    KayitYeriBilgisi = Place(),
                    KisiOlayTarihBilgisi = new KisiOlayTarihBilgisi { EvlenmeTarih = Tarih(2010, 9, 4) },
                    TCKimlikNo = SampleAnswers.CitizenNo,
                    TemelBilgisi = Names(),
                    YakinlikKod = Kod(1, "Kendisi"),
                },
            ],
            NkoTuru = Kod(1, "Kişi Kayıt Örneği"),
            Olaylar =
            [
                new NkoOlay
                {
                    Ad = "ÖRNEK IŞIL",
                    KayitYeri = new KisiKayitYeriKodBilgisi { AileSiraNo = 77, BireySiraNo = 12, CiltKod = 34, IlceKod = 1231 },
                    OlayKayitNo = 8_000_000_003,
                    OlayTarih = Tarih(2010, 9, 4),
                    OlayTipi = Kod(5, "Evlenme"),
                    Soyad = "İĞNECİ",
                },
            ],
        },
    };

    public static EkSonucu<CuzdanBilgisi> Papers() => new()
    {
        Sonuc = new CuzdanBilgisi
        {
            KimlikNo = SampleAnswers.CitizenNo,
            NufusCuzdani = new NufusCuzdani
            {
                Ad = "ÖRNEK IŞIL",
                CuzdanTuru = "Eski",
                MaliyeSaymanligi = "ÖRNEK MALMÜDÜRLÜĞÜ",
                No = 123_456,
                Seri = "A00",
                Soyad = "İĞNECİ",
                TCKimlikNo = SampleAnswers.CitizenNo,
                VerilmeTarih = Tarih(1999, 12, 31),
            },
            TCKK = new TCKK { Ad = "ÖRNEK IŞIL", SeriNo = "A00Z00000", SonGecerlilikTarih = Tarih(2031, 5, 4), Soyad = "İĞNECİ" },
        },
    };

    public static EkSonucu<NufusOlaylari> Events() => new()
    {
        Sonuc = new NufusOlaylari
        {
            KimlikNo = SampleAnswers.CitizenNo,
            Olaylar =
            [
                new NufusOlay { Aciklama = "DOĞUM", OlayKayitNo = 8_000_000_001, OlayTarih = Tarih(1984, 2, 29), OlayTipi = Kod(1, "Doğum") },
                new NufusOlay { OlayKayitNo = 8_000_000_003, OlayTarih = Tarih(2010, 9, 4), OlayTipi = Kod(5, "Evlenme") },
            ],
        },
    };

    public static EkSonucu<List<Il>> Provinces() => new() { Sonuc = [new Il { Ad = "ÖRNEK İLİ", Kod = 91 }, new Il { Ad = "UYDURMA", Kod = 92 }] };

    public static EkSonucu<List<Ilce>> Districts() => new() { Sonuc = [new Ilce { Ad = "MERKEZ", IlKod = 91, Kod = 9101 }] };

    public static EkSonucu<List<Mahalle>> Neighbourhoods() => new() { Sonuc = [] };

    public static EkSonucu<List<Csbm>> Streets() => new()
    {
        Sonuc = [new Csbm { Ad = "IŞIK", Kod = 910_101, MahalleKod = 91_011, Tip = Kod(3, "Sokak") }],
    };

    public static EkSonucu<Istatistik> Count() => new()
    {
        Sonuc = new Istatistik
        {
            Adet = 1_234,
            BaslangicTarih = new DateTime(2025, 1, 1),
            BitisTarih = new DateTime(2025, 12, 31),
            IlKod = 91,
            Olay = IstatistikOlay.Dogum,
        },
    };

    public static EkSonucu<Dogrulama> Verified() => new() { Sonuc = new Dogrulama { Dogrulandi = true } };

    public static EkSonucu<Dogrulama> Refused() => new() { HataBilgisi = Kod(8, "Yetkiniz yoktur.") };

    private static TemelBilgisi Names() => new()
    {
        Ad = "ÖRNEK IŞIL",
        AnneAd = "GÜLÇİN",
        BabaAd = "ŞÜKRÜ",
        Cinsiyet = Kod(2, "Kadın"),
        DogumTarih = Tarih(1984, 2, 29),
        DogumYer = "ÇAĞLAYANCERİT",
        Soyad = "İĞNECİ",
    };

    private static KayitYeriBilgisi Place() => new()
    {
        AileSiraNo = 77,
        BireySiraNo = 12,
        Cilt = Kod(34, "Örnek Mahallesi"),
        Il = Kod(6, "Ankara"),
        Ilce = Kod(1231, "Çankaya"),
    };

    private static Parametre Kod(int kod, string aciklama) => new() { Kod = kod, Aciklama = aciklama };

    private static TarihBilgisi Tarih(int yil, int ay, int gun) => new() { Yil = yil, Ay = ay, Gun = gun };
}
