namespace Nvi.Simulator.Population.Events;

/// <summary>
/// Kinds of register events. The codes are invented, for NVİ's list is not public; the first four double as <c>OlayTip</c> of the statistics.
/// </summary>
public enum OlayTipi
{
    /// <summary>Birth.</summary>
    Dogum = 1,

    /// <summary>Death.</summary>
    Olum = 2,

    /// <summary>Marriage.</summary>
    Evlenme = 3,

    /// <summary>Divorce.</summary>
    Bosanma = 4,

    /// <summary>A divorced woman's return to her own surname.</summary>
    SoyadiDegisikligi = 5,

    /// <summary>Citizenship won.</summary>
    VatandaslikKazanma = 6,

    /// <summary>Citizenship left, with a blue card in its place.</summary>
    VatandaslikKaybetme = 7,

    /// <summary>A parent's entry put right by a court.</summary>
    SoybagiDuzeltme = 8,
}
