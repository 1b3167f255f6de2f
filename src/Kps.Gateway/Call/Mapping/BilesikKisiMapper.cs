using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kart;
using Kps.Contracts.Kisi;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Mapping;

/// <summary>
/// NVİ's BilesikKutuk answer in the Ministry's shape (wire contracts a.5, a.10): registers and papers without a record become nil as a
/// whole, where NVİ expands everything; every other field passes unchanged. What the institution is not given is taken out afterwards
/// (<see cref="Entitling.FieldProjection"/>).
/// </summary>
internal static class BilesikKisiMapper
{
    private const int KayitYokKod = 2;

    /// <summary>Maps one answer.</summary>
    /// <param name="kimlikNo">The number asked for, echoed.</param>
    /// <param name="nvi">The answer about it.</param>
    /// <returns>Sonuc; with HataBilgisi and three nil containers when no register had the number.</returns>
    public static BilesikKisiBilgisi Map(long kimlikNo, Nvi.BilesikKutukBilgileri nvi)
    {
        var bilgi = new BilesikKisiBilgisi
        {
            KimlikNo = kimlikNo,
            MaviKartliKisiKutukleri = MaviKartli(nvi.MaviKartliKisiKutukleri),
            TCVatandasiKisiKutukleri = Vatandas(nvi.TCVatandasiKisiKutukleri),
            YabanciKisiKutukleri = Yabanci(nvi.YabanciKisiKutukleri),
        };
        if (bilgi is { MaviKartliKisiKutukleri: null, TCVatandasiKisiKutukleri: null, YabanciKisiKutukleri: null })
        {
            bilgi.HataBilgisi = WhyNobody(nvi);
        }

        return bilgi;
    }

    /// <summary>The reason no register has the number. "Not entitled" or worse in one register outranks "no record" in the others.</summary>
    private static Contracts.Ortak.Parametre? WhyNobody(Nvi.BilesikKutukBilgileri nvi)
    {
        Nvi.Parametre?[] reasons =
        [
            nvi.HataBilgisi,
            nvi.TCVatandasiKisiKutukleri?.HataBilgisi,
            nvi.TCVatandasiKisiKutukleri?.KisiBilgisi?.HataBilgisi,
            nvi.MaviKartliKisiKutukleri?.HataBilgisi,
            nvi.MaviKartliKisiKutukleri?.KisiBilgisi?.HataBilgisi,
            nvi.YabanciKisiKutukleri?.HataBilgisi,
            nvi.YabanciKisiKutukleri?.KisiBilgisi?.HataBilgisi,
        ];
        var given = reasons.Where(reason => reason is { Kod: not null }).ToList();
        return (given.Find(reason => reason!.Kod != KayitYokKod) ?? given.FirstOrDefault()).ToContract();
    }

    private static bool IsKayitYok(Nvi.Parametre? hata) => hata is { Kod: KayitYokKod };

    private static TCVatandasiKisiKutukleri? Vatandas(Nvi.TCVatandasiKisiKutukleri? nvi)
    {
        if (nvi?.KisiBilgisi is not { TCKimlikNo: not null } kisi || kisi.HataBilgisi.ToContract() is not null)
        {
            return null;
        }

        return new TCVatandasiKisiKutukleri
        {
            HataBilgisi = nvi.HataBilgisi.ToContract(),
            KisiBilgisi = KisiMapper.Vatandas(kisi),
            GeciciKimlikBilgisi = GeciciKimlik(nvi.GeciciKimlikBilgisi),
            NufusCuzdaniBilgisi = Cuzdan(nvi.NufusCuzdaniBilgisi),
            TCKKBilgisi = Tckk(nvi.TCKKBilgisi),
        };
    }

    private static MaviKartliKisiKutukleri? MaviKartli(Nvi.MaviKartKisiKutukleri? nvi)
    {
        if (nvi?.KisiBilgisi is not { KimlikNo: not null } kisi || kisi.HataBilgisi.ToContract() is not null)
        {
            return null;
        }

        return new MaviKartliKisiKutukleri
        {
            HataBilgisi = nvi.HataBilgisi.ToContract(),
            KisiBilgisi = new MaviKartKisiBilgisi
            {
                AnneTCKimlikNo = kisi.AnneTCKimlikNo,
                BabaTCKimlikNo = kisi.BabaTCKimlikNo,
                DogumYerKod = kisi.DogumYerKod,
                DurumBilgisi = new DurumBilgisi
                {
                    Durum = kisi.DurumBilgisi?.Durum.ToContract(),
                    MedeniHal = kisi.DurumBilgisi?.MedeniHal.ToContract(),
                    OlumTarih = kisi.DurumBilgisi?.OlumTarih.ToPresentDate() ?? new(),
                },
                EsTCKimlikNo = kisi.EsTCKimlikNo,
                GercekKisiKimlikNo = kisi.GercekKisiKimlikNo,
                KazanilanTCKimlikNo = kisi.KazanilanTCKimlikNo,
                KimlikNo = kisi.KimlikNo,
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
                Ulke = kisi.Ulke.ToContract(),
            },
            MaviKartBilgisi = MaviKart(nvi.MaviKartBilgisi),
        };
    }

    /// <summary>
    /// NVİ keeps a foreigner's birth and death dates on KisiBilgisi; clients read them from TemelBilgisi and DurumBilgisi (wire contracts
    /// a.5). DurumBilgisi/OlumTarih is absent for the living.
    /// </summary>
    private static YabanciKisiKutukleri? Yabanci(Nvi.YabanciKisiKutukleri? nvi)
    {
        if (nvi?.KisiBilgisi is not { KimlikNo: not null } kisi || kisi.HataBilgisi.ToContract() is not null)
        {
            return null;
        }

        return new YabanciKisiKutukleri
        {
            HataBilgisi = nvi.HataBilgisi.ToContract(),
            KisiBilgisi = new YabanciKisiBilgisi
            {
                AnneKimlikNo = kisi.AnneKimlikNo,
                BabaKimlikNo = kisi.BabaKimlikNo,
                BitisTarihiBelirsizOlmaNeden = kisi.BitisTarihiBelirsizOlmaNeden.ToContract(),
                DogumTarih = kisi.DogumTarih.ToPresentDate(),
                DogumYerKod = kisi.DogumYerKod,
                DurumBilgisi = new YabanciKisiDurumBilgisi
                {
                    Durum = kisi.DurumBilgisi?.Durum.ToContract(),
                    MedeniHal = kisi.DurumBilgisi?.MedeniHal.ToContract(),
                    OlumTarih = kisi.OlumTarih.ToDateOrNil(),
                },
                EsKimlikNo = kisi.EsKimlikNo,
                GercekKisiKimlikNo = kisi.GercekKisiKimlikNo,
                IzinBaslangicTarih = kisi.IzinBaslangicTarih,
                IzinBitisTarih = kisi.IzinBitisTarih,
                IzinDuzenlenenIl = kisi.IzinDuzenlenenIl.ToContract(),
                IzinNo = kisi.IzinNo,
                KaynakBirim = kisi.KaynakBirim.ToContract(),
                KazanilanTCKimlikNo = kisi.KazanilanTCKimlikNo,
                KimlikNo = kisi.KimlikNo,
                OlumTarih = kisi.OlumTarih.ToDateOrNil(),
                TemelBilgisi = new TemelBilgisi
                {
                    Ad = kisi.TemelBilgisi?.Ad,
                    AnneAd = kisi.TemelBilgisi?.AnneAd,
                    BabaAd = kisi.TemelBilgisi?.BabaAd,
                    Cinsiyet = kisi.TemelBilgisi?.Cinsiyet.ToContract(),
                    DogumTarih = kisi.DogumTarih.ToPresentDate(),
                    DogumYer = kisi.TemelBilgisi?.DogumYer,
                    Soyad = kisi.TemelBilgisi?.Soyad,
                },
                Uyruk = kisi.Uyruk.ToContract(),
            },
        };
    }

    private static TCCuzdanBilgisi? Cuzdan(Nvi.TCCuzdanBilgisi? nvi) => nvi is null || IsKayitYok(nvi.HataBilgisi) ? null : new TCCuzdanBilgisi
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        CuzdanKayitNo = nvi.CuzdanKayitNo,
        CuzdanVerilmeNeden = nvi.CuzdanVerilmeNeden.ToContract(),
        DogumTarih = nvi.DogumTarih.ToDateOrNil(),
        DogumYer = nvi.DogumYer,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        No = nvi.No,
        Seri = nvi.Seri,
        Soyad = nvi.Soyad,
        TCKimlikNo = nvi.TCKimlikNo,
        VerildigiIlce = nvi.VerildigiIlce.ToContract(),
        VerilmeTarih = nvi.VerilmeTarih.ToDateOrNil(),
    };

    private static TCKK? Tckk(Nvi.TCKK? nvi) => nvi is null || IsKayitYok(nvi.HataBilgisi) ? null : new TCKK
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        Cinsiyet = nvi.Cinsiyet.ToContract(),
        DogumTarih = nvi.DogumTarih.ToDateOrNil(),
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        SeriNo = nvi.SeriNo,
        SonGecerlilikTarih = nvi.SonGecerlilikTarih.ToDateOrNil(),
        Soyad = nvi.Soyad,
        TCKimlikNo = nvi.TCKimlikNo,
        VerenMakam = nvi.VerenMakam,
    };

    private static TCGeciciKimlikBilgisi? GeciciKimlik(Nvi.TCGeciciKimlikBilgisi? nvi) => nvi is null || IsKayitYok(nvi.HataBilgisi) ? null : new TCGeciciKimlikBilgisi
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        BelgeNo = nvi.BelgeNo,
        Cinsiyet = nvi.Cinsiyet.ToContract(),
        DogumTarih = nvi.DogumTarih.ToDateOrNil(),
        DuzenlenmeTarih = nvi.DuzenlenmeTarih.ToDateOrNil(),
        DuzenleyenIlce = nvi.DuzenleyenIlce.ToContract(),
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        OncekiSoyad = nvi.OncekiSoyad,
        SonGecerlilikTarih = nvi.SonGecerlilikTarih.ToDateOrNil(),
        Soyad = nvi.Soyad,
        TCKimlikNo = nvi.TCKimlikNo,
    };

    private static MaviKartBilgisi? MaviKart(Nvi.MaviKartBilgi? nvi) => nvi is null || IsKayitYok(nvi.HataBilgisi) ? null : new MaviKartBilgisi
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        Birim = nvi.Birim,
        Cinsiyet = nvi.Cinsiyet.ToContract(),
        DogumTarih = nvi.DogumTarih.ToDateOrNil(),
        DogumYer = nvi.DogumYer,
        DogumYerKod = nvi.DogumYerKod,
        HataBilgisi = nvi.HataBilgisi.ToContract(),
        KartKayitNo = nvi.KartKayitNo,
        KimlikNo = nvi.KimlikNo,
        MedeniHal = nvi.MedeniHal.ToContract(),
        No = nvi.No,
        OncekiSoyad = nvi.OncekiSoyad,
        Seri = nvi.Seri,
        Soyad = nvi.Soyad,
        Uyruk = nvi.Uyruk.ToContract(),
        VerilisNeden = nvi.VerilisNeden.ToContract(),
        VerilmeTarih = nvi.VerilmeTarih.ToDateOrNil(),
    };
}
