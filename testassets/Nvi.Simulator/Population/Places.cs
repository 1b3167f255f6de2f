using System.Globalization;

namespace Nvi.Simulator.Population;

/// <summary>Invented provinces, districts and quarters, and countries with invented codes (only Türkiye's 9980 is known: wire contracts a.7).</summary>
internal static class Places
{
    private const int FirstIl = 101;
    private const int IlceFactor = 100;
    private const int MissionShift = 1_000;

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>Provinces; codes from 101, beyond the real 81.</summary>
    public static IReadOnlyList<NviParametre> Iller { get; } = Numbered(FirstIl,
        "Akçaova", "Bozyayla", "Çamlısu", "Dumanlıtepe", "Gökırmak", "Güneyler", "Iğdeliova", "İncirlidere", "Karaağaçlı", "Kızılçay",
        "Öreniçi", "Sarıdere", "Şahinkaya", "Taşlıburun", "Üzümbağ", "Yeşildoruk");

    /// <summary>Districts of each province, in the order of <see cref="Iller"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<NviParametre>> Ilceler { get; } =
        [.. Iller.Select((il, row) => (IReadOnlyList<NviParametre>)Numbered((il.Kod * IlceFactor) + 1,
            "Merkez", District(row, 0), District(row, 1), District(row, 2), District(row, 3)))];

    /// <summary>Quarters that name a volume.</summary>
    public static IReadOnlyList<NviParametre> Ciltler { get; } = Numbered(1,
        "Bağlarbaşı", "Cumhuriyet", "Çarşıbaşı", "Değirmenönü", "Esentepe", "Gülbahçe", "Hürriyet",
        "Işıklar", "İstasyon", "Kuşluk", "Öğretmenevleri", "Şirinler");

    /// <summary>The country of citizens.</summary>
    public static NviParametre Turkiye { get; } = new(9980, "TÜRKİYE CUMHURİYETİ");

    /// <summary>Countries of foreigners and blue-card holders.</summary>
    public static IReadOnlyList<NviParametre> Countries { get; } = Numbered(9001,
        "Almanya", "Avusturya", "Azerbaycan", "Fransa", "Gürcistan", "Hollanda", "Irak", "İran", "Özbekistan", "Suriye", "Türkmenistan", "Ukrayna");

    /// <summary>Missions in these countries, in the order of <see cref="Countries"/>.</summary>
    public static IReadOnlyList<NviParametre> Missions { get; } =
        [.. Countries.Select(country => new NviParametre(country.Kod + MissionShift, country.Aciklama + " BÜYÜKELÇİLİĞİ"))];

    /// <summary>The tax office of a district, which gave out identity books before 1 June 2000.</summary>
    public static NviParametre TaxOffice(NviParametre ilce) => ilce with { Aciklama = ilce.Aciklama + " MALİYE SAYMANLIĞI" };

    /// <summary>A district by chance.</summary>
    public static NviParametre District(in Dice dice, Salt il, Salt ilce) => dice.Pick(ilce, Ilceler[dice.Throw(il, Iller.Count)]);

    private static string District(int row, int column)
    {
        string[] stems = ["Ağaçköy", "Çiftlik", "Gölbaşı", "Ihlamurlu", "İskele", "Ördekli", "Pınarbaşı", "Söğütözü", "Şenköy", "Üçtepe", "Yenice"];
        return stems[((row * 3) + (column * 2)) % stems.Length];
    }

    private static NviParametre[] Numbered(int first, params string[] names) =>
        [.. names.Select((name, position) => new NviParametre(first + position, name.ToUpper(Turkish)))];
}
