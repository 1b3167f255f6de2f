namespace Kps.Contracts.TcKimlikNoSorgula;

/// <summary>
/// Criteria of TcKimlikNoSorgula: whose number is it? As they came; which of them a question needs, and how names are written before they are
/// compared, is the gateway's to say.
/// </summary>
/// <remarks>Wire contracts a.4, a.8. Personal data: no formatter, logger or exception text gets one of these (the text form is the type's name).</remarks>
public sealed record KisiSorgulaKisiBilgileriCO
{
    /// <summary>Given names.</summary>
    public string? Adi { get; init; }

    /// <summary>Mother's name.</summary>
    public string? AnneAdi { get; init; }

    /// <summary>Father's name.</summary>
    public string? BabaAdi { get; init; }

    /// <summary>Sex; <see cref="ECinsiyet.BILINMEYEN"/> also when the member did not come.</summary>
    public ECinsiyet Cinsiyet { get; init; }

    /// <summary>Date of birth; its time of day means nothing.</summary>
    public DateTime? DogumTarihi { get; init; }

    /// <summary>Place of birth.</summary>
    public string? DogumYeri { get; init; }

    /// <summary>Family name.</summary>
    public string? Soyadi { get; init; }

    /// <summary>The type's name and nothing of the person.</summary>
    public override string ToString() => nameof(KisiSorgulaKisiBilgileriCO);
}
