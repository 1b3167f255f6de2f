namespace Nvi.Simulator.Population;

/// <summary>Where a citizen is registered, <c>KayitYeriBilgisi</c> on the wire.</summary>
/// <param name="Il">Province; invented.</param>
/// <param name="Ilce">District of that province; invented.</param>
/// <param name="Cilt">Volume, named after the quarter.</param>
/// <param name="AileSiraNo">Number of the family in the volume.</param>
/// <param name="BireySiraNo">Number of the person in the family.</param>
public sealed record KayitYeri(NviParametre Il, NviParametre Ilce, NviParametre Cilt, int AileSiraNo, int BireySiraNo);
