namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>Events that can be counted; the numbers go out as OlayTip (by analogy, no public WSDL and no public code list).</summary>
public enum IstatistikOlay
{
    /// <summary>Births.</summary>
    Dogum = 1,

    /// <summary>Deaths.</summary>
    Olum = 2,

    /// <summary>Marriages.</summary>
    Evlenme = 3,

    /// <summary>Divorces.</summary>
    Bosanma = 4,
}
