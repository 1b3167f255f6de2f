using Kps.Contracts.Ortak;

namespace Kps.Contracts.BilesikKisiSorgula;

/// <summary>
/// The answers of BilesikKisiSorgula and BilesikKisiveAdresSorgula that carry no person; the address is nil in them, too. <c>Sonuc</c> never
/// is: one client throws on a nil one instead of reading the error beside it.
/// </summary>
public static class BilesikKisiSonuclari
{
    /// <summary>The registers were asked and none has the number: <c>Sonuc/HataBilgisi</c>, a nil address, three nil containers.</summary>
    /// <param name="kimlikNo">The number asked for, echoed.</param>
    /// <param name="hata">NVİ's words for it, Kod 2.</param>
    /// <returns>A new tree the caller owns.</returns>
    public static KpsServisSonucuBilesikKisiBilgisi KayitYok(long kimlikNo, Parametre hata) =>
        new() { Sonuc = new BilesikKisiBilgisi { KimlikNo = kimlikNo, HataBilgisi = hata } };

    /// <summary>The call was not carried out (no right, invalid number, quota, NVİ silent): <c>Result/HataBilgisi</c>, three nil containers.</summary>
    /// <param name="kimlikNo">The number asked for, echoed.</param>
    /// <param name="hata">Code and Turkish text that says whose job it is and what to do.</param>
    /// <returns>A new tree the caller owns.</returns>
    public static KpsServisSonucuBilesikKisiBilgisi Reddedildi(long kimlikNo, Parametre hata) =>
        new() { HataBilgisi = hata, Sonuc = new BilesikKisiBilgisi { KimlikNo = kimlikNo } };
}
