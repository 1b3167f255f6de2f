namespace Kps.Contracts.Ek;

/// <summary>Criteria of KisiVeCuzdanDogrula: is this the person, and is this the person's card?</summary>
/// <remarks>The text form is the type's name: the content is personal.</remarks>
public sealed record KisiVeCuzdanKriter
{
    /// <summary>Given names.</summary>
    public required string Ad { get; init; }

    /// <summary>Number of the paper booklet, with CuzdanSeri.</summary>
    public int? CuzdanNo { get; init; }

    /// <summary>Series of the paper booklet, with CuzdanNo.</summary>
    public string? CuzdanSeri { get; init; }

    /// <summary>Month of birth.</summary>
    public int? DogumAy { get; init; }

    /// <summary>Day of birth.</summary>
    public int? DogumGun { get; init; }

    /// <summary>Year of birth.</summary>
    public required int DogumYil { get; init; }

    /// <summary>The number.</summary>
    public required long KimlikNo { get; init; }

    /// <summary>Family name.</summary>
    public required string Soyad { get; init; }

    /// <summary>Serial number of the chip card.</summary>
    public string? TCKKSeriNo { get; init; }

    /// <summary>The type's name and nothing of the content.</summary>
    public override string ToString() => nameof(KisiVeCuzdanKriter);
}
