using Kps.Contracts.BilesikKisiSorgula;

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
