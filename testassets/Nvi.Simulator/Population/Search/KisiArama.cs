namespace Nvi.Simulator.Population.Search;

/// <summary>What is known of a citizen who is looked for. What is null is not compared; names are compared as the register writes them.</summary>
/// <param name="Ad">Given name.</param>
/// <param name="Soyad">Surname of today.</param>
public sealed record KisiArama(string Ad, string Soyad)
{
    /// <summary>The mother's given name.</summary>
    public string? AnneAd { get; init; }

    /// <summary>The father's given name.</summary>
    public string? BabaAd { get; init; }

    /// <summary>Sex.</summary>
    public Cinsiyet? Cinsiyet { get; init; }

    /// <summary>Birth place.</summary>
    public string? DogumYer { get; init; }

    /// <summary>Year of birth.</summary>
    public int? DogumYil { get; init; }

    /// <summary>Month of birth; a record that does not know it does not match.</summary>
    public int? DogumAy { get; init; }

    /// <summary>Day of birth; a record that does not know it does not match.</summary>
    public int? DogumGun { get; init; }

    /// <summary>Nothing: names of people have no place in a log line.</summary>
    public override string ToString() => nameof(KisiArama);

    /// <summary>True when a record with that name agrees with all the rest.</summary>
    internal bool Agrees(Person person) =>
        IsOrUnknown(AnneAd, person.AnneAd)
        && IsOrUnknown(BabaAd, person.BabaAd)
        && IsOrUnknown(DogumYer, person.DogumYer.Aciklama)
        && (Cinsiyet is null || Cinsiyet == person.Cinsiyet)
        && (DogumYil is null || DogumYil == person.DogumTarih.Yil)
        && (DogumAy is null || DogumAy == person.DogumTarih.Ay)
        && (DogumGun is null || DogumGun == person.DogumTarih.Gun);

    private static bool IsOrUnknown(string? wanted, string actual) => wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);
}
