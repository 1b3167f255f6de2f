namespace Nvi.Simulator.Population.Addresses;

/// <summary>A town or village, the members <c>Koy…</c> of an address.</summary>
/// <param name="Ad">Name; invented.</param>
/// <param name="Kod">Code within the address database.</param>
/// <param name="KayitNo">Number of its entry there.</param>
public sealed record YerlesimYeri(string Ad, long Kod, long KayitNo);
