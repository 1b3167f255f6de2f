namespace Kps.Contracts.Ek;

/// <summary>Criteria of YabanciDogrula: is this the foreigner?</summary>
/// <remarks>The text form is the type's name: the content is personal.</remarks>
public sealed record YabanciKriter
{
    /// <summary>Given names.</summary>
    public required string Ad { get; init; }

    /// <summary>Month of birth.</summary>
    public int? DogumAy { get; init; }

    /// <summary>Day of birth.</summary>
    public int? DogumGun { get; init; }

    /// <summary>Year of birth.</summary>
    public required int DogumYil { get; init; }

    /// <summary>The number (99…, 98…).</summary>
    public required long KimlikNo { get; init; }

    /// <summary>Family name.</summary>
    public required string Soyad { get; init; }

    /// <summary>The type's name and nothing of the content.</summary>
    public override string ToString() => nameof(YabanciKriter);
}
