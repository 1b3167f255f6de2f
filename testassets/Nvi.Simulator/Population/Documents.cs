using System.Globalization;

namespace Nvi.Simulator.Population;

/// <summary>Identity documents of a seat, in plausible shares and never older than their holder.</summary>
internal static class Documents
{
    private const int FirstBookYear = 1976;
    private const int LastBookYear = 2016;
    private const int FirstCardYear = 2017;
    private const int CardYears = 9;
    private const int ValidYears = 10;
    private const string Authority = "T.C. İÇİŞLERİ BAKANLIĞI";

    private static readonly DateOnly DistrictsGiveBooks = new(2000, 6, 1);

    private static readonly NviParametre Replaced = new(5, "Değiştirme");

    private static readonly IReadOnlyList<NviParametre> BloodGroups =
    [
        new(1, "A RH+"), new(2, "A RH-"), new(3, "B RH+"), new(4, "B RH-"), new(5, "AB RH+"), new(6, "AB RH-"), new(7, "0 RH+"), new(8, "0 RH-"),
    ];

    private static readonly IReadOnlyList<NviParametre> Statuses =
    [
        new(1, "KISA DÖNEM İKAMET"), new(2, "AİLE İKAMET"), new(3, "ÇALIŞMA İZNİ"), new(4, "GEÇİCİ KORUMA"),
    ];
    private static readonly NviParametre Migration = new(10, "GÖÇ İDARESİ");
    private static readonly NviParametre OpenEnded = new(1, "SÜRESİZ İZİN");

    /// <summary>
    /// The paper book of citizens born before 2017; one in ten old ones was lost from the register. Before 1 June 2000 a tax office
    /// (maliye saymanlığı) gave it out, and its name stands where the district does later.
    /// </summary>
    public static NufusCuzdani? Book(in Seat seat)
    {
        var birth = Vitals.BirthYear(seat);
        var last = Math.Min(LastBookYear, (Vitals.DeathYear(seat) ?? LastBookYear + 1) - 1);
        var first = Math.Max(FirstBookYear, birth + 1);
        var dice = seat.PersonDice;
        if (seat.Kind != PersonKind.Citizen || first > last || dice.Chance(Salt.BookShare, 100))
            return null;
        var issued = Day(dice, first + dice.Throw(Salt.BookYear, last - first + 1));
        if (IsBeforeCitizenship(seat, issued.Yil))
            return null;
        var district = Places.District(dice, Salt.RegisteredIl, Salt.Ilce);
        return new NufusCuzdani(
            Series(dice, Salt.BookSeries),
            dice.Throw(Salt.BookNumber, 1_000_000),
            (seat.Index * 10L) + 4_000_000_001L,
            Replaced,
            issued.FirstDay < DistrictsGiveBooks ? Places.TaxOffice(district) : district,
            issued);
    }

    /// <summary>The card of 85 in 100 citizens who live, or died after the year of its issue.</summary>
    public static KimlikKarti? Card(in Seat seat)
    {
        var dice = seat.PersonDice;
        var issued = Math.Max(FirstCardYear + dice.Throw(Salt.CardYear, CardYears), Vitals.BirthYear(seat) + 1);
        if (seat.Kind != PersonKind.Citizen || Vitals.DeathYear(seat) <= issued || !dice.Chance(Salt.CardShare, 850) || IsBeforeCitizenship(seat, issued))
            return null;
        return new KimlikKarti(
            CardNumber(dice),
            Day(dice, issued + ValidYears),
            dice.Chance(Salt.Licence, 700) ? dice.Pick(Salt.Blood, BloodGroups) : null,
            dice.Chance(Salt.Licence, 150) && Vitals.BirthYear(seat) + 18 < issued ? Day(dice, issued) : null,
            Authority);
    }

    /// <summary>A temporary document of one in a hundred living citizens and one in thirty living blue-card holders.</summary>
    public static GeciciKimlik? Temporary(in Seat seat)
    {
        var dice = seat.PersonDice;
        var share = seat.Kind switch { PersonKind.Citizen => 10, PersonKind.BlueCard => 33, _ => 0 };
        if (Vitals.DeathYear(seat) is not null || !dice.Chance(Salt.TemporaryShare, share))
            return null;
        var month = 1 + dice.Throw(Salt.IssueMonth, 11);
        var day = 1 + dice.Throw(Salt.IssueDay, 28);
        return new GeciciKimlik(
            Text($"G{dice.Throw(Salt.TemporaryNumber, 100_000_000):D8}"),
            new NviTarih(Vitals.PresentYear - 1, month, day),
            new NviTarih(Vitals.PresentYear - 1, month + 1, day),
            Places.District(dice, Salt.RegisteredIl, Salt.Ilce));
    }

    /// <summary>The paper blue card of every blue-card holder old enough to have left citizenship.</summary>
    public static MaviKart? BlueCard(in Seat seat)
    {
        var dice = seat.PersonDice;
        var first = Math.Max(FirstBookYear, Vitals.BirthYear(seat) + 18);
        var last = Math.Min(LastBookYear, (Vitals.DeathYear(seat) ?? LastBookYear + 1) - 1);
        if (seat.Kind != PersonKind.BlueCard || first > last)
            return null;
        return new MaviKart(
            Series(dice, Salt.BookSeries),
            dice.Throw(Salt.BookNumber, 1_000_000),
            1000 + dice.Throw(Salt.RegisteredIlce, 900),
            (seat.Index * 10L) + 7_000_000_003L,
            Replaced,
            Day(dice, first + dice.Throw(Salt.BookYear, last - first + 1)));
    }

    /// <summary>The chip blue card of six in ten living blue-card holders.</summary>
    public static YeniMaviKart? NewBlueCard(in Seat seat)
    {
        var dice = seat.PersonDice;
        return seat.Kind == PersonKind.BlueCard && Vitals.DeathYear(seat) is null && dice.Chance(Salt.CardShare, 600)
            ? new YeniMaviKart(CardNumber(dice), Day(dice, FirstCardYear + dice.Throw(Salt.CardYear, CardYears) + ValidYears), Authority)
            : null;
    }

    /// <summary>The permit of every foreigner; one in five is open-ended.</summary>
    public static YabanciIzin? Permit(in Seat seat)
    {
        if (seat.Kind != PersonKind.Foreigner)
            return null;
        var dice = seat.PersonDice;
        var alive = Math.Min(Vitals.DeathYear(seat) ?? Vitals.PresentYear, Vitals.PresentYear);
        var year = Math.Max(alive - 1 - dice.Throw(Salt.PermitStart, 8), Vitals.BirthYear(seat));
        var start = new DateOnly(year, 1 + dice.Throw(Salt.IssueMonth, 12), 1 + dice.Throw(Salt.IssueDay, 28));
        var isOpenEnded = dice.Chance(Salt.PermitOpenEnded, 200);
        return new YabanciIzin(
            Text($"IZ{dice.Throw(Salt.PermitNumber, 100_000_000):D8}"),
            start,
            isOpenEnded ? null : start.AddYears(2),
            isOpenEnded ? OpenEnded : null,
            dice.Pick(Salt.RegisteredIl, Places.Iller),
            Migration,
            dice.Pick(Salt.Status, Statuses));
    }

    private static bool IsBeforeCitizenship(in Seat seat, int year) => seat.IsNaturalised && year <= Citizenship.Won(seat)?.Yil;

    private static NviTarih Day(in Dice dice, int year) => new(year, 1 + dice.Throw(Salt.IssueMonth, 12), 1 + dice.Throw(Salt.IssueDay, 28));

    private static string Series(in Dice dice, Salt salt) => Text($"{(char)('A' + dice.Throw(salt, 26))}{dice.Throw(salt, 100):D2}");

    private static string CardNumber(in Dice dice)
    {
        var number = dice.Throw(Salt.CardNumber, 26 * 26 * 10_000);
        return Text($"{(char)('A' + (number % 26))}{number / 26 % 100:D2}{(char)('A' + (number / 2_600 % 26))}{number % 100_000:D5}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
