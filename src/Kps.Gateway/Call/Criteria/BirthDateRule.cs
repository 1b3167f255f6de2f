namespace Kps.Gateway.Call.Criteria;

/// <summary>Birth dates in criteria: nobody the register can be asked for was born before 1900 or after today.</summary>
internal static class BirthDateRule
{
    /// <summary>First year that is taken.</summary>
    public const int FirstYear = 1900;

    private const int LeapYear = 2000;

    /// <summary>Checks a date that may lack its month or day, as the register's own do.</summary>
    /// <param name="yil">Year; null when nothing was sent.</param>
    /// <param name="ay">Month, 1–12.</param>
    /// <param name="gun">Day of the month; needs a month.</param>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <param name="member">The member, for the text.</param>
    /// <returns>The fault, or null.</returns>
    public static CallFault? Check(int? yil, int? ay, int? gun, DateOnly today, string member)
    {
        if (yil is null && ay is null && gun is null)
        {
            return null;
        }

        var isWhole = yil is null or (>= FirstYear and <= 9999)
            && ay is null or (>= 1 and <= 12)
            && (gun is null || (ay is { } month && gun >= 1 && gun <= DateTime.DaysInMonth(yil ?? LeapYear, month)));
        return isWhole && IsNotAhead(yil, ay, gun, today) ? null : new CallFault(FaultCode.InvalidDate, member);
    }

    /// <summary>Checks a whole date.</summary>
    public static CallFault? Check(DateOnly? date, DateOnly today, string member) => Check(date?.Year, date?.Month, date?.Day, today, member);

    private static bool IsNotAhead(int? yil, int? ay, int? gun, DateOnly today) =>
        yil is not { } year || new DateOnly(year, ay ?? 1, gun ?? 1) <= today;
}
