using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>A marriage on a person's record.</summary>
/// <param name="EsKimlikNo">The other's number.</param>
/// <param name="EvlenmeTarih">Day of the marriage.</param>
/// <param name="BosanmaTarih">Day of the divorce, null when there was none.</param>
public sealed record Evlilik(Tckn EsKimlikNo, NviTarih EvlenmeTarih, NviTarih? BosanmaTarih)
{
    /// <summary>The masked number and nothing else.</summary>
    public override string ToString() => EsKimlikNo.ToString();
}
