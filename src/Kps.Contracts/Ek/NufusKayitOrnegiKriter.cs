namespace Kps.Contracts.Ek;

/// <summary>Criteria of NufusKayitOrnegiSorgula. Exactly one of KimlikNo and KayitYeri says whose extract; the gateway refuses both and neither.</summary>
/// <remarks>The text form is the type's name: the content is personal.</remarks>
public sealed record NufusKayitOrnegiKriter
{
    /// <summary>Whether former spouses are listed, too; not said means no.</summary>
    public bool? EskiEsListele { get; init; }

    /// <summary>Place of entry of the person.</summary>
    public KayitYeri? KayitYeri { get; init; }

    /// <summary>Number of the person.</summary>
    public long? KimlikNo { get; init; }

    /// <summary>Whether the events are listed, too.</summary>
    public required bool Olayli { get; init; }

    /// <summary>Which kind of extract.</summary>
    public required NkoTip Tip { get; init; }

    /// <summary>The type's name and nothing of the content.</summary>
    public override string ToString() => nameof(NufusKayitOrnegiKriter);
}
