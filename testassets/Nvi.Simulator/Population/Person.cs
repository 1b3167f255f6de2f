using Kps.Contracts;

namespace Nvi.Simulator.Population;

/// <summary>
/// One invented record of the simulated register. A natural person may have two: a blue-card or foreigner's record beside the
/// citizen's record of the number they won later. Names are upper-case by Turkish rules, as the register writes them.
/// </summary>
public sealed record Person
{
    /// <summary>Place in the population, 0 … Count−1.</summary>
    public required long Index { get; init; }

    /// <summary>The number of this record.</summary>
    public required Tckn KimlikNo { get; init; }

    /// <summary>Which register holds the record.</summary>
    public required PersonKind Kind { get; init; }

    /// <summary>Given name.</summary>
    public required string Ad { get; init; }

    /// <summary>Surname of today; a wife carries her husband's, a divorced woman her own again unless she was let keep it.</summary>
    public required string Soyad { get; init; }

    /// <summary>The surname before the present one, null when it never changed.</summary>
    public string? OncekiSoyad { get; init; }

    /// <summary>The mother's given name; equals the mother's record where one exists.</summary>
    public required string AnneAd { get; init; }

    /// <summary>The father's given name; equals the father's record where one exists.</summary>
    public required string BabaAd { get; init; }

    /// <summary>Sex.</summary>
    public required Cinsiyet Cinsiyet { get; init; }

    /// <summary>Birth date, for a few old records partial.</summary>
    public required NviTarih DogumTarih { get; init; }

    /// <summary>Date of death, null for the living, sometimes partial.</summary>
    public NviTarih? OlumTarih { get; init; }

    /// <summary>Birth place: a district, or a country for those born abroad.</summary>
    public required NviParametre DogumYer { get; init; }

    /// <summary>Marital status.</summary>
    public required MedeniHal MedeniHal { get; init; }

    /// <summary>The mother's number, null when she has no record here.</summary>
    public Tckn? AnneKimlikNo { get; init; }

    /// <summary>The father's number, null when he has no record here.</summary>
    public Tckn? BabaKimlikNo { get; init; }

    /// <summary>The (last) spouse's number, null for the never married and the divorced; always mutual.</summary>
    public Tckn? EsKimlikNo { get; init; }

    /// <summary>All marriages, oldest first; every one but the last ended in divorce.</summary>
    public IReadOnlyList<Evlilik> Evlilikler { get; init; } = [];

    /// <summary>Numbers of all records that name this one as mother or father.</summary>
    public IReadOnlyList<Tckn> Cocuklar { get; init; } = [];

    /// <summary>On a blue-card or foreigner's record: the record that stands for the same natural person today.</summary>
    public Tckn? GercekKisiKimlikNo { get; init; }

    /// <summary>On a blue-card or foreigner's record: the citizen's number won later.</summary>
    public Tckn? KazanilanTCKimlikNo { get; init; }

    /// <summary>On a citizen's record: the foreigner's number held before.</summary>
    public Tckn? OncekiYabanciKimlikNo { get; init; }

    /// <summary>Where the family is registered; citizens only.</summary>
    public KayitYeri? KayitYeri { get; init; }

    /// <summary>The day the record was made; citizens only.</summary>
    public NviTarih? TescilTarih { get; init; }

    /// <summary>Who answers for a minor or a ward, with the code of the relation; null for everybody else.</summary>
    public NviParametre? VeliVasi { get; init; }

    /// <summary>Nationality.</summary>
    public required NviParametre Uyruk { get; init; }

    /// <summary>The paper identity book; citizens born before 2017.</summary>
    public NufusCuzdani? NufusCuzdani { get; init; }

    /// <summary>The identity card; most citizens alive in 2017 or later.</summary>
    public KimlikKarti? KimlikKarti { get; init; }

    /// <summary>A temporary document, for about one in a hundred citizens and blue-card holders.</summary>
    public GeciciKimlik? GeciciKimlik { get; init; }

    /// <summary>The paper blue card; blue-card holders only.</summary>
    public MaviKart? MaviKart { get; init; }

    /// <summary>The chip blue card; about six in ten blue-card holders.</summary>
    public YeniMaviKart? YeniMaviKart { get; init; }

    /// <summary>The permit; foreigners only.</summary>
    public YabanciIzin? Izin { get; init; }

    /// <summary>True when a date of death is on record.</summary>
    public bool IsDeceased => OlumTarih is not null;

    /// <summary>The masked number and nothing else, so that a person cannot slip into a log line.</summary>
    public override string ToString() => KimlikNo.ToString();
}
