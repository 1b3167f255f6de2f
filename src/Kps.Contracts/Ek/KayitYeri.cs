namespace Kps.Contracts.Ek;

/// <summary>A place of entry in the register of citizens, as a criterion.</summary>
/// <remarks>The text form is the type's name: the content is personal.</remarks>
public sealed record KayitYeri
{
    /// <summary>Number of the family in the volume.</summary>
    public required int AileSiraNo { get; init; }

    /// <summary>Number of the person in the family.</summary>
    public required int BireySiraNo { get; init; }

    /// <summary>Code of the volume.</summary>
    public required int CiltKod { get; init; }

    /// <summary>Code of the district.</summary>
    public required int IlceKod { get; init; }

    /// <summary>The type's name and nothing of the content.</summary>
    public override string ToString() => nameof(KayitYeri);
}
