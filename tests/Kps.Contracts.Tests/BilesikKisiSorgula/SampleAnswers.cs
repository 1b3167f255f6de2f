using Kps.Contracts.Adres;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>Invented persons, one per kind of answer. Every number is generated.</summary>
internal static class SampleAnswers
{
    public static readonly long CitizenNo = Tckn.FromFirstNine(111_222_333).Value;
    public static readonly long BlueCardNo = Tckn.FromFirstNine(222_333_444).Value;
    public static readonly long ForeignerNo = Tckn.FromFirstNine(999_111_222).Value;
    private static readonly long MotherNo = Tckn.FromFirstNine(111_222_334).Value;
    private static readonly long FatherNo = Tckn.FromFirstNine(111_222_335).Value;

    /// <summary>Name of the golden file → answer.</summary>
    public static IReadOnlyDictionary<string, KpsServisSonucuBilesikKisiBilgisi> All { get; } =
        new Dictionary<string, KpsServisSonucuBilesikKisiBilgisi>
        {
            ["citizen"] = Citizen(),
            ["citizen-deceased-year-only"] = DeceasedCitizen(),
            ["blue-card"] = BlueCard(),
            ["foreigner-living"] = Foreigner(deceased: false),
            ["foreigner-deceased"] = Foreigner(deceased: true),
            ["no-record"] = BilesikKisiSonuclari.KayitYok(CitizenNo, Kod(2, "Aradığınız kriterlere uygun kayıt bulunamadı.")),
            ["refused"] = BilesikKisiSonuclari.Reddedildi(CitizenNo, Kod(8, "Yetkiniz yoktur.")),
        };

    public static KpsServisSonucuBilesikKisiBilgisi Citizen() => new()
    {
        Sonuc = new BilesikKisiBilgisi
        {
            KimlikNo = CitizenNo,
            TCVatandasiKisiKutukleri = new TCVatandasiKisiKutukleri
            {
                KisiBilgisi = new TCKisiBilgisi
                {
                    AnneTCKimlikNo = MotherNo,
                    BabaTCKimlikNo = FatherNo,
                    DogumYerKod = 1183,
                    DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık"), MedeniHal = Kod(1, "Bekar") },
                    KayitYeriBilgisi = new KayitYeriBilgisi
                    {
                        AileSiraNo = 77,
                        BireySiraNo = 12,
                        Cilt = Kod(34, "Örnek Mahallesi"),
                        Il = Kod(6, "Ankara"),
                        Ilce = Kod(1231, "Çankaya"),
                    },
                    TCKimlikNo = CitizenNo,
                    TemelBilgisi = Names("ÖRNEK IŞIL", "İĞNECİ", 2, Tarih(1984, 2, 29)),
                },
                TCKKBilgisi = new TCKK
                {
                    Ad = "ÖRNEK IŞIL",
                    AnneAd = "GÜLÇİN",
                    BabaAd = "ŞÜKRÜ",
                    BasvuruNeden = Kod(2, "Yenileme"),
                    Cinsiyet = Kod(2, "Kadın"),
                    DogumTarih = Tarih(1984, 2, 29),
                    KayitNo = 5_000_000_123,
                    SeriNo = "A00Z00000",
                    SonGecerlilikTarih = Tarih(2031, 5, 4),
                    Soyad = "İĞNECİ",
                    TCKimlikNo = CitizenNo,
                    TeslimTarih = Tarih(2021, 5, 11),
                    VerenMakam = "T.C. İçişleri Bakanlığı",
                },
                NufusCuzdaniBilgisi = new TCCuzdanBilgisi { HataBilgisi = Kod(2, "Kayıt bulunamadı.") },
            },
        },
    };

    public static KpsServisSonucuBilesikKisiBilgisi DeceasedCitizen()
    {
        var answer = Citizen();
        var person = answer.Sonuc!.TCVatandasiKisiKutukleri!.KisiBilgisi!;
        person.DurumBilgisi = new DurumBilgisi { Durum = Kod(3, "Ölüm"), OlumTarih = Tarih(2019, null, null) };
        person.TemelBilgisi!.DogumTarih = Tarih(1930, null, null);
        return answer;
    }

    public static KpsServisSonucuBilesikKisiBilgisi BlueCard() => new()
    {
        Sonuc = new BilesikKisiBilgisi
        {
            KimlikNo = BlueCardNo,
            MaviKartliKisiKutukleri = new MaviKartliKisiKutukleri
            {
                KisiBilgisi = new MaviKartKisiBilgisi
                {
                    DurumBilgisi = new DurumBilgisi { Durum = Kod(1, "Açık") },
                    KimlikNo = BlueCardNo,
                    TemelBilgisi = Names("UYDURMA", "MAVİ", 1, Tarih(1970, 7, 1)),
                    Ulke = Kod(9001, "Örnekistan"),
                },
                MaviKartBilgisi = new MaviKartBilgisi { Ad = "UYDURMA", KimlikNo = BlueCardNo, No = 42, Seri = "M00", Soyad = "MAVİ" },
            },
        },
    };

    public static KpsServisSonucuBilesikKisiBilgisi Foreigner(bool deceased) => new()
    {
        Sonuc = new BilesikKisiBilgisi
        {
            KimlikNo = ForeignerNo,
            YabanciKisiKutukleri = new YabanciKisiKutukleri
            {
                KisiBilgisi = new YabanciKisiBilgisi
                {
                    DogumTarih = Tarih(1991, 12, 3),
                    DurumBilgisi = new YabanciKisiDurumBilgisi
                    {
                        Durum = deceased ? Kod(3, "Ölüm") : Kod(1, "Açık"),
                        OlumTarih = deceased ? Tarih(2023, 2, 6) : null,
                    },
                    IzinBaslangicTarih = new DateTime(2020, 1, 15),
                    IzinBitisTarih = new DateTime(2027, 1, 14),
                    IzinNo = "TR-0000",
                    KimlikNo = ForeignerNo,
                    OlumTarih = deceased ? Tarih(2023, 2, 6) : new TarihBilgisi(),
                    TemelBilgisi = Names("SAMPLE & <NAME>", "O'PERSON", 1, Tarih(1991, 12, 3)),
                    Uyruk = Kod(9001, "Örnekistan"),
                },
            },
        },
    };

    /// <summary>With an address: the shape of …veAdresSorgula, whose types this contract already has.</summary>
    public static KpsServisSonucuBilesikKisiBilgisi CitizenWithAddress()
    {
        var answer = Citizen();
        answer.Sonuc!.AdresBilgisi = new KisiAdresBilgisi
        {
            AcikAdres = "ÖRNEK MAH. DENEME SK. NO: 1/A",
            AdresTip = Kod(1, "İl/İlçe Merkezi"),
            IlIlceMerkezAdresi = new IlIlceMerkezAdresi { Il = "Ankara", IlKodu = 6, DisKapiNo = "1/A", BinaKodu = 7_000_000_001 },
        };
        return answer;
    }

    private static TemelBilgisi Names(string ad, string soyad, int cinsiyet, TarihBilgisi dogum) => new()
    {
        Ad = ad,
        AnneAd = "GÜLÇİN",
        BabaAd = "ŞÜKRÜ",
        Cinsiyet = Kod(cinsiyet, cinsiyet == 1 ? "Erkek" : "Kadın"),
        DogumTarih = dogum,
        DogumYer = "ÇAĞLAYANCERİT",
        Soyad = soyad,
    };

    private static Parametre Kod(int kod, string aciklama) => new() { Kod = kod, Aciklama = aciklama };

    private static TarihBilgisi Tarih(int yil, int? ay, int? gun) => new() { Yil = yil, Ay = ay, Gun = gun };
}
