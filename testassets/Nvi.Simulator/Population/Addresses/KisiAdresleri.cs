namespace Nvi.Simulator.Population.Addresses;

/// <summary>The addresses of a person that hold today.</summary>
/// <param name="YerlesimYeri">Where they live; null for the dead, for a record given up for another, and for about three in a hundred.</param>
/// <param name="Digerleri">Further addresses; most people have none.</param>
public sealed record KisiAdresleri(Adres? YerlesimYeri, IReadOnlyList<Adres> Digerleri)
{
    /// <summary>No address at all.</summary>
    public static KisiAdresleri None { get; } = new(null, []);
}
