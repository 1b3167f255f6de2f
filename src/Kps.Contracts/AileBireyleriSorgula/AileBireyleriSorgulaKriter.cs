namespace Kps.Contracts.AileBireyleriSorgula;

/// <summary>Criteria of AileBireyleriSorgula.</summary>
/// <remarks>Wire contracts a.4, a.8. The text form is the type's name: the number is personal.</remarks>
public sealed record AileBireyleriSorgulaKriter
{
    /// <summary>Number of the person whose family is asked for.</summary>
    public required long TCKimlikNo { get; init; }

    /// <summary>How much of the family.</summary>
    public required EAileSorguTipi Tip { get; init; }

    /// <summary>The type's name and nothing of the person.</summary>
    public override string ToString() => nameof(AileBireyleriSorgulaKriter);
}
