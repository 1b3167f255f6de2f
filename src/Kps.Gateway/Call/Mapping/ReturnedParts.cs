using Kps.Contracts.Adres;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kisi;

namespace Kps.Gateway.Call.Mapping;

/// <summary>
/// Which parts of an answer leave filled, for the outcome row: <c>TCVatandasiKisiKutukleri/KisiBilgisi,TCKKBilgisi</c>, registers divided by blanks. A part leaves whole but for what the
/// row names as withheld; its values stand in the sealed result.
/// </summary>
internal static class ReturnedParts
{
    /// <summary>Of a person's record.</summary>
    /// <returns>Null when no part is filled.</returns>
    public static string? Of(BilesikKisiBilgisi bilgi)
    {
        var registers = new List<string>(1);
        if (bilgi.TCVatandasiKisiKutukleri is { } citizen)
        {
            Add(
                registers,
                nameof(bilgi.TCVatandasiKisiKutukleri),
                (citizen.KisiBilgisi is not null, nameof(citizen.KisiBilgisi)),
                (citizen.GeciciKimlikBilgisi is not null, nameof(citizen.GeciciKimlikBilgisi)),
                (citizen.NufusCuzdaniBilgisi is not null, nameof(citizen.NufusCuzdaniBilgisi)),
                (citizen.TCKKBilgisi is not null, nameof(citizen.TCKKBilgisi)));
        }

        if (bilgi.MaviKartliKisiKutukleri is { } blueCard)
        {
            Add(
                registers,
                nameof(bilgi.MaviKartliKisiKutukleri),
                (blueCard.KisiBilgisi is not null, nameof(blueCard.KisiBilgisi)),
                (blueCard.MaviKartBilgisi is not null, nameof(blueCard.MaviKartBilgisi)));
        }

        if (bilgi.YabanciKisiKutukleri is { } foreigner)
        {
            Add(registers, nameof(bilgi.YabanciKisiKutukleri), (foreigner.KisiBilgisi is not null, nameof(foreigner.KisiBilgisi)));
        }

        return registers.Count == 0 ? null : string.Join(' ', registers);
    }

    /// <summary>Of an address.</summary>
    public static string Of(KisiAdresBilgisi adres) => Filled(
        (adres.AcikAdres is not null, nameof(adres.AcikAdres)),
        (adres.AdresNo is not null, nameof(adres.AdresNo)),
        (adres.IlIlceMerkezAdresi is not null, nameof(adres.IlIlceMerkezAdresi)),
        (adres.BeldeAdresi is not null, nameof(adres.BeldeAdresi)),
        (adres.KoyAdresi is not null, nameof(adres.KoyAdresi)),
        (adres.YurtDisiAdresi is not null, nameof(adres.YurtDisiAdresi)),
        (adres.BeyandaBulunanKimlikNo is not null, nameof(adres.BeyandaBulunanKimlikNo)));

    /// <summary>Of a citizen's record.</summary>
    public static string Of(TCKisiBilgisi kisi) => Filled(
        (kisi.TCKimlikNo is not null, nameof(kisi.TCKimlikNo)),
        (kisi.TemelBilgisi is not null, nameof(kisi.TemelBilgisi)),
        (kisi.DurumBilgisi is not null, nameof(kisi.DurumBilgisi)),
        (kisi.KayitYeriBilgisi is not null, nameof(kisi.KayitYeriBilgisi)),
        (kisi.AnneTCKimlikNo is not null, nameof(kisi.AnneTCKimlikNo)),
        (kisi.BabaTCKimlikNo is not null, nameof(kisi.BabaTCKimlikNo)),
        (kisi.EsTCKimlikNo is not null, nameof(kisi.EsTCKimlikNo)));

    /// <summary>The names of the parts that are filled, divided by blanks.</summary>
    public static string Filled(params ReadOnlySpan<(bool IsFilled, string Name)> parts)
    {
        var names = new List<string>(parts.Length);
        foreach (var (isFilled, name) in parts)
        {
            if (isFilled)
            {
                names.Add(name);
            }
        }

        return string.Join(' ', names);
    }

    private static void Add(List<string> registers, string register, params ReadOnlySpan<(bool IsFilled, string Name)> parts)
    {
        var text = register;
        var divider = '/';
        foreach (var (isFilled, name) in parts)
        {
            if (isFilled)
            {
                text = text + divider + name;
                divider = ',';
            }
        }

        registers.Add(text);
    }
}
