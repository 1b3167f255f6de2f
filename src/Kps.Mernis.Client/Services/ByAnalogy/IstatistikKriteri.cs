namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>Which events are counted, where and when.</summary>
public sealed record IstatistikKriteri
{
    /// <summary>First day counted; goes out as a dateTime at midnight without an offset.</summary>
    public required DateOnly BaslangicTarih { get; init; }

    /// <summary>Last day counted; goes out as a dateTime at midnight without an offset.</summary>
    public required DateOnly BitisTarih { get; init; }

    public required int IlKod { get; init; }

    /// <summary>Null counts the whole province.</summary>
    public int? IlceKod { get; init; }

    public required IstatistikOlay OlayTip { get; init; }
}
