namespace Nvi.Simulator.Population;

/// <summary>A code with its Turkish text, <c>Parametre</c> on the wire (wire contracts b.9).</summary>
/// <param name="Kod">The code; lists known from the field are in wire contracts b.8, the rest is invented.</param>
/// <param name="Aciklama">The text that goes with the code.</param>
public sealed record NviParametre(int Kod, string Aciklama);
