namespace Nvi.Simulator.Population;

/// <summary>Birth and death of a seat, by arithmetic, so that a spouse's or parent's dates can be had without composing them.</summary>
internal static class Vitals
{
    /// <summary>No record is born or dies in or after this year, whatever the clock says: the population must not change between runs.</summary>
    public const int PresentYear = 2026;

    private const int ElderYears = 1;
    private const int YoungestYears = 76;

    /// <summary>True for the first generation, whose records are of the old days.</summary>
    public static bool IsElder(in Seat seat) => seat.Natural.Role.Years <= ElderYears;

    /// <summary>Year of birth.</summary>
    public static int BirthYear(in Seat seat)
    {
        var natural = seat.Natural;
        return natural.BaseYear + natural.Role.Years + seat.BirthDice.Throw(Salt.YearOffset, 2);
    }

    /// <summary>Year of death, null for the living. Nobody dies at an age at which a child of theirs is still to be born.</summary>
    public static int? DeathYear(in Seat seat)
    {
        var natural = seat.Natural;
        var dice = natural.PersonDice;
        var early = dice.Throw(Salt.EarlyDeath, 1000);
        var years = natural.Role.Years;
        int? age = years switch
        {
            <= ElderYears => 55 + dice.Throw(Salt.Lifespan, 40),
            >= YoungestYears => early < 10 ? 1 + dice.Throw(Salt.Lifespan, 20) : null,
            _ => early < 60 ? 41 + dice.Throw(Salt.Lifespan, 20) : 62 + dice.Throw(Salt.Lifespan, 36),
        };
        return age is { } drawn && BirthYear(seat) + Math.Max(drawn, natural.Role.LeastAge) is var year && year < PresentYear ? year : null;
    }

    /// <summary>The last year a seat was alive through, for events other than death; never the present one.</summary>
    public static int LastWholeYear(in Seat seat) => (DeathYear(seat) ?? PresentYear) - 1;

    /// <summary>Birth date with the precision the register has.</summary>
    public static NviTarih Birth(in Seat seat)
    {
        var dice = seat.BirthDice;
        var chance = dice.Throw(Salt.BirthPrecision, 1000);
        var (yearOnly, yearAndMonth) = seat.Natural.Role.Years <= ElderYears ? (100, 150)
            : seat.Natural.Kind == PersonKind.Foreigner ? (50, 60)
            : (5, 8);
        return Date(BirthYear(seat), dice.Throw(Salt.Month, 12), dice.Throw(Salt.Day, 28), chance, yearOnly, yearAndMonth);
    }

    /// <summary>Date of death with the precision the register has, null for the living.</summary>
    public static NviTarih? Death(in Seat seat)
    {
        if (DeathYear(seat) is not { } year)
            return null;
        var dice = seat.PersonDice;
        return Date(year, dice.Throw(Salt.DeathMonth, 12), dice.Throw(Salt.DeathDay, 28), dice.Throw(Salt.DeathPrecision, 1000), 80, 120);
    }

    private static NviTarih Date(int year, int month, int day, int chance, int yearOnly, int yearAndMonth) =>
        chance < yearOnly ? new NviTarih(year)
        : chance < yearAndMonth ? new NviTarih(year, month + 1)
        : new NviTarih(year, month + 1, day + 1);
}
