using System.Globalization;

namespace Kps.Cli.Text;

/// <summary>Times as the reader's wall clock shows them: Europe/Istanbul, dd.MM.yyyy HH:mm:ss, whatever the machine is set to.</summary>
internal static class Istanbul
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");

    private static readonly string[] Readable = ["dd.MM.yyyy", "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public static string Text(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>With microseconds, as the log keeps them.</summary>
    public static string ExactText(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone).ToString("dd.MM.yyyy HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    public static string Text(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Zone).DateTime);

    /// <summary>Reads a wall-clock time, <c>14.03.2026</c> or <c>14.03.2026 10:42[:07]</c>, or the same with the year first.</summary>
    /// <returns>False when the text is neither.</returns>
    public static bool TryRead(string text, out DateTimeOffset time)
    {
        time = default;
        if (!DateTime.TryParseExact(text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        time = new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
        return true;
    }

    /// <summary>Reads a day, <c>14.03.2026</c> or <c>2026-03-14</c>.</summary>
    public static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, ["dd.MM.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
