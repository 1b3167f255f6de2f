using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>Two numbers that belong together.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
public sealed record NumberPair(Tckn One, Tckn Other);
