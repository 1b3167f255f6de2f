using Kps.Contracts.Ek;
using Nvi = Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Call.Queries.Ek.CuzdanBilgisiSorgula;

/// <summary>
/// NVİ's papers in the second service's shape. NVİ names one place of issue whenever the booklet was issued; until 1 June 2000 that was a maliye saymanlığı,
/// since then it is the district (requirements B.1).
/// </summary>
internal static class CuzdanMapper
{
    private const int TurnYear = 2000;
    private const int TurnMonth = 6;

    /// <summary>Maps the booklet.</summary>
    /// <param name="nvi">As NVİ gave it.</param>
    /// <param name="withheld">Is told of a place that cannot be named, because the day of issue is not known well enough to say what kind of place it is.</param>
    public static NufusCuzdani Cuzdan(Nvi.TCCuzdanBilgisi nvi, List<string> withheld)
    {
        var isYeni = IsYeni(nvi.VerilmeTarih);
        var place = nvi.VerildigiIlce.ToEk();
        if (isYeni is null && place is not null)
        {
            withheld.Add($"{nameof(CuzdanBilgisi.NufusCuzdani)}/{nameof(NufusCuzdani.VerildigiIlce)}");
        }

        return new NufusCuzdani
        {
            Ad = nvi.Ad,
            AnneAd = nvi.AnneAd,
            BabaAd = nvi.BabaAd,
            CuzdanKayitNo = nvi.CuzdanKayitNo,
            CuzdanTuru = isYeni switch { true => "Yeni", false => "Eski", null => null },
            CuzdanVerilmeNeden = nvi.CuzdanVerilmeNeden.ToEk(),
            DogumTarih = nvi.DogumTarih.ToEk(),
            DogumYer = nvi.DogumYer,
            HataBilgisi = nvi.HataBilgisi.ToEk(),
            MaliyeSaymanligi = isYeni == false ? place?.Aciklama : null,
            No = nvi.No,
            Seri = nvi.Seri,
            Soyad = nvi.Soyad,
            TCKimlikNo = nvi.TCKimlikNo,
            VerildigiIlce = isYeni == true ? place : null,
            VerilmeTarih = nvi.VerilmeTarih.ToEk(),
        };
    }

    /// <summary>Maps the chip card. NVİ's present contract no longer says why it was applied for, where it was handed over and what its record's number is: those stay nil.</summary>
    public static TCKK Tckk(Nvi.TCKK nvi) => new()
    {
        Ad = nvi.Ad,
        AnneAd = nvi.AnneAd,
        BabaAd = nvi.BabaAd,
        Cinsiyet = nvi.Cinsiyet.ToEk(),
        DogumTarih = nvi.DogumTarih.ToEk(),
        HataBilgisi = nvi.HataBilgisi.ToEk(),
        SeriNo = nvi.SeriNo,
        SonGecerlilikTarih = nvi.SonGecerlilikTarih.ToEk(),
        Soyad = nvi.Soyad,
        TCKimlikNo = nvi.TCKimlikNo,
        VerenMakam = nvi.VerenMakam,
    };

    /// <summary>On 1 June 2000 or later; null when what is known of the day does not decide it.</summary>
    private static bool? IsYeni(Nvi.TarihBilgisi? verilme) => verilme switch
    {
        { Yil: > TurnYear } => true,
        { Yil: > 0 and < TurnYear } => false,
        { Yil: TurnYear, Ay: >= TurnMonth and <= 12 } => true,
        { Yil: TurnYear, Ay: >= 1 and < TurnMonth } => false,
        _ => null,
    };
}
