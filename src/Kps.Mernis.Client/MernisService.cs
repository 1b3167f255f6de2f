namespace Kps.Mernis;

/// <summary>
/// NVİ's services this client knows. The names are those of the wire (wire contracts b.7). The population listing is not among them: it is never called.
/// </summary>
public enum MernisService
{
    /// <summary>The three population registers, one number.</summary>
    BilesikKutukSorgulaKimlikNoServis = 1,

    /// <summary>Addresses of one number.</summary>
    KimlikNoSorgulaAdresServis = 2,

    /// <summary>Extract of the family register for one number.</summary>
    NkoSorgulaTCKimlikNoServis = 3,

    /// <summary>Citizens by name, birth and parents. By analogy.</summary>
    KisiSorgulaKisiBilgileriServis = 4,

    /// <summary>A citizen by the place in the family register. By analogy.</summary>
    KisiSorgulaKayitYeriServis = 5,

    /// <summary>All provinces. By analogy.</summary>
    AksOkuTumIlServis = 6,

    /// <summary>The districts of a province. By analogy.</summary>
    AksOkuTumIleBagliIlceServis = 7,

    /// <summary>The quarters of a district. By analogy.</summary>
    AksOkuTumIlceyeBagliMahalleServis = 8,

    /// <summary>The streets of a quarter. By analogy.</summary>
    AksOkuTumMahalleyeBagliCsbmServis = 9,

    /// <summary>Counts of events. By analogy.</summary>
    NufusIstatistikServis = 10,
}
