namespace Nvi.Simulator.Population;

/// <summary>A temporary identity document, for citizens and blue-card holders alike.</summary>
/// <param name="BelgeNo">Number of the document.</param>
/// <param name="DuzenlenmeTarih">Day of issue.</param>
/// <param name="SonGecerlilikTarih">Last day it is good for.</param>
/// <param name="DuzenleyenIlce">Issuing district.</param>
public sealed record GeciciKimlik(string BelgeNo, NviTarih DuzenlenmeTarih, NviTarih SonGecerlilikTarih, NviParametre DuzenleyenIlce);
