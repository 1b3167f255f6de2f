using Kps.Gateway.Call.Mapping;
using Kps.Mernis.Services.BilesikKutuk;
using Ortak = Kps.Contracts.Ortak;

namespace Kps.Gateway.Call.Queries.Ek;

/// <summary>Which of the three registers has a number. NVİ expands all of them whatever it knows; a record is one with the person's number and no error on it.</summary>
internal static class KutukKayitlari
{
    /// <summary>The citizen with his papers; null when the register of citizens does not have the number.</summary>
    public static TCVatandasiKisiKutukleri? Vatandas(BilesikKutukBilgileri bilgi) =>
        bilgi.TCVatandasiKisiKutukleri is { KisiBilgisi: { TCKimlikNo: not null } kisi } kayit && kisi.HataBilgisi.ToContract() is null ? kayit : null;

    /// <summary>The foreigner; null when their register does not have the number.</summary>
    public static YabanciKisiBilgisi? Yabanci(BilesikKutukBilgileri bilgi) =>
        bilgi.YabanciKisiKutukleri?.KisiBilgisi is { KimlikNo: not null } kisi && kisi.HataBilgisi.ToContract() is null ? kisi : null;

    /// <summary>True when any register has the number.</summary>
    public static bool HasAnybody(BilesikKutukBilgileri bilgi) =>
        Vatandas(bilgi) is not null
        || Yabanci(bilgi) is not null
        || (bilgi.MaviKartliKisiKutukleri?.KisiBilgisi is { KimlikNo: not null } kisi && kisi.HataBilgisi.ToContract() is null);

    /// <summary>Why no register has the number. Any other reason outranks "no record": the record may be there and not be told.</summary>
    /// <returns>Null when NVİ gave no reason.</returns>
    public static Ortak.Parametre? WhyNobody(BilesikKutukBilgileri bilgi)
    {
        Parametre?[] reasons =
        [
            bilgi.HataBilgisi,
            bilgi.TCVatandasiKisiKutukleri?.HataBilgisi,
            bilgi.TCVatandasiKisiKutukleri?.KisiBilgisi?.HataBilgisi,
            bilgi.MaviKartliKisiKutukleri?.HataBilgisi,
            bilgi.MaviKartliKisiKutukleri?.KisiBilgisi?.HataBilgisi,
            bilgi.YabanciKisiKutukleri?.HataBilgisi,
            bilgi.YabanciKisiKutukleri?.KisiBilgisi?.HataBilgisi,
        ];
        return Weightiest(reasons);
    }

    /// <summary>The first reason that is not "no record", else the first there is.</summary>
    public static Ortak.Parametre? Weightiest(params ReadOnlySpan<Parametre?> reasons)
    {
        Ortak.Parametre? weightiest = null;
        foreach (var reason in reasons)
        {
            if (reason.ToContract() is { Kod: { } kod } given && (weightiest is null || (weightiest.Kod == NviHata.KayitYokKod && kod != NviHata.KayitYokKod)))
            {
                weightiest = given;
            }
        }

        return weightiest;
    }
}
