namespace Kps.Contracts.Ek;

/// <summary>Criteria of IstatistikSorgula.</summary>
/// <remarks>The text form is the type's name, as of all criteria.</remarks>
public sealed record IstatistikKriter
{
    /// <summary>First day counted; its time of day means nothing.</summary>
    public required DateTime BaslangicTarih { get; init; }

    /// <summary>Last day counted; its time of day means nothing.</summary>
    public required DateTime BitisTarih { get; init; }

    /// <summary>Province.</summary>
    public required int IlKod { get; init; }

    /// <summary>District; not said means the whole province.</summary>
    public int? IlceKod { get; init; }

    /// <summary>Kind of event.</summary>
    public required IstatistikOlay Olay { get; init; }

    /// <summary>The type's name and nothing of the content.</summary>
    public override string ToString() => nameof(IstatistikKriter);
}
