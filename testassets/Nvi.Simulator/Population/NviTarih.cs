namespace Nvi.Simulator.Population;

/// <summary>
/// A date of the register, <c>TarihBilgisi</c> on the wire. Old records know only the year, or the year and the month.
/// </summary>
/// <param name="Yil">Four-digit year.</param>
/// <param name="Ay">1–12, null when the register does not know it.</param>
/// <param name="Gun">1–31, null when the register does not know it; never set while <paramref name="Ay"/> is null.</param>
public sealed record NviTarih(int Yil, int? Ay = null, int? Gun = null)
{
    /// <summary>True when year, month and day are all known.</summary>
    public bool IsFull => Ay is not null && Gun is not null;

    /// <summary>The first day the date can mean: an unknown month or day is read as 1, as clients of the service read it.</summary>
    public DateOnly FirstDay => new(Yil, Ay ?? 1, Gun ?? 1);

    /// <summary>The last day the date can mean.</summary>
    internal DateOnly LastDay => Gun is not null ? FirstDay : FirstDay.AddMonths(Ay is null ? 12 : 1).AddDays(-1);

    /// <summary>Always masked: a birth date says too much about a person to stand in a log line.</summary>
    public override string ToString() => "****-**-**";

    /// <summary>A full date.</summary>
    internal static NviTarih Of(DateOnly day) => new(day.Year, day.Month, day.Day);
}
