namespace Nvi.Simulator.Population;

/// <summary>
/// Marriages and divorces of a seat, by arithmetic. Married at eighteen or later and before the first child, divorced after the last, both in years
/// the two were alive through; a second marriage follows the divorce.
/// </summary>
internal static class Unions
{
    private const int AdultYears = 18;
    private const int SaltsOfUnion = 8;

    // What each of a union's eight salts decides.
    private const int MarriageYear = 0;
    private const int MarriageMonth = 1;
    private const int MarriageDay = 2;
    private const int Divorce = 3;
    private const int DivorceYear = 4;
    private const int DivorceMonth = 5;
    private const int DivorceDay = 6;
    private const int Remarriage = 7;

    /// <summary>All marriages of a seat, oldest first.</summary>
    /// <param name="seat">Whose.</param>
    /// <param name="count">Size of the population: a marriage with somebody beyond it was not made.</param>
    public static IReadOnlyList<Marriage> Of(in Seat seat, long count)
    {
        var numbers = seat.Kin.UnionsOf(seat.Number);
        if (numbers.Count == 0)
            return [];
        var made = new List<Marriage>(numbers.Count);
        foreach (var number in numbers)
        {
            if (Resolve(seat, number) is { } marriage && marriage.Husband.Index < count && marriage.Wife.Index < count)
                made.Add(marriage);
        }

        return made;
    }

    /// <summary>The spouse of today, when both live.</summary>
    public static Seat? LivingSpouse(in Seat seat, long count) =>
        Of(seat, count) is [.., { Divorced: null } last] && Vitals.DeathYear(seat) is null && last.Partner(seat) is var partner && Vitals.DeathYear(partner) is null
            ? partner
            : null;

    /// <summary>One union of a seat's kin.</summary>
    /// <param name="seat">Any seat of the kin.</param>
    /// <param name="number">Number of the union in the template.</param>
    /// <returns>Null when the two never married.</returns>
    public static Marriage? Resolve(in Seat seat, int number)
    {
        var union = seat.Kin.Unions[number];
        var (husband, wife) = (seat.At(union.Husband), seat.At(union.Wife));
        var dice = seat.BlockDice;
        var salt = Salt.Union + (number * SaltsOfUnion);
        var end = Math.Min(Vitals.LastWholeYear(husband), Vitals.LastWholeYear(wife));
        var (firstChild, lastChild) = ChildYears(seat, number);
        if (YearMarried(seat, union, dice, salt, firstChild) is not { } married || married > end)
            return null;
        var divorced = YearDivorced(seat, union, dice, salt, Math.Max(married, lastChild ?? married) + 1, end);
        return new Marriage(
            number,
            husband,
            wife,
            Date(dice, married, salt + MarriageMonth, salt + MarriageDay),
            divorced is { } year ? Date(dice, year, salt + DivorceMonth, salt + DivorceDay) : null);
    }

    private static int? YearMarried(in Seat seat, KinUnion union, in Dice dice, Salt salt, int? firstChild)
    {
        if (union.Married is { } years)
            return seat.BaseYear + years;
        var adult = Math.Max(Vitals.BirthYear(seat.At(union.Husband)), Vitals.BirthYear(seat.At(union.Wife))) + AdultYears;
        if (union.After < 0)
        {
            return firstChild is { } born
                ? Math.Max(adult, born - 1 - dice.Throw(salt + MarriageYear, 4))
                : adult + dice.Throw(salt + MarriageYear, 12);
        }

        return Resolve(seat, union.After) is { Divorced: { } freed } && dice.Chance(salt + Remarriage, union.RemarryPerThousand)
            ? Math.Max(adult, freed.Yil + 1) + dice.Throw(salt + MarriageYear, 6)
            : null;
    }

    private static int? YearDivorced(in Seat seat, KinUnion union, in Dice dice, Salt salt, int from, int end)
    {
        if (union.Divorced is { } years)
            return seat.BaseYear + years;
        return from <= end && dice.Chance(salt + Divorce, union.DivorcePerThousand)
            ? from + dice.Throw(salt + DivorceYear, Math.Min(end - from + 1, 15))
            : null;
    }

    private static (int? First, int? Last) ChildYears(in Seat seat, int union)
    {
        int? first = null, last = null;
        foreach (var number in seat.Kin.ChildrenOfUnion[union])
        {
            // The seat of a naturalised wife's former record is nobody's child.
            if (seat.At(number) is not { Father: >= 0 } child)
                continue;
            var born = Vitals.BirthYear(child);
            first = Math.Min(first ?? born, born);
            last = Math.Max(last ?? born, born);
        }

        return (first, last);
    }

    private static NviTarih Date(in Dice dice, int year, Salt month, Salt day) => new(year, 1 + dice.Throw(month, 12), 1 + dice.Throw(day, 28));
}
