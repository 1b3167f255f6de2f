namespace Nvi.Simulator.Population.Events;

/// <summary>One event (vukuat) on a person's record.</summary>
/// <param name="Tip">What happened.</param>
/// <param name="Tarih">When; of old births and of some deaths only the year is known.</param>
/// <param name="KayitNo">Number of the entry; a marriage and a divorce have one number on both records.</param>
/// <param name="Aciklama">What happened, in words; names nobody.</param>
/// <param name="Dusunce">On what ground, null when it goes without saying.</param>
public sealed record NufusOlayi(OlayTipi Tip, NviTarih Tarih, long KayitNo, string Aciklama, string? Dusunce)
{
    /// <summary>The kind and nothing else.</summary>
    public override string ToString() => Tip.ToString();
}
