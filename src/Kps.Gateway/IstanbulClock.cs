namespace Kps.Gateway;

/// <summary>The clock as the law reads it: UTC for what is stored, the day in Europe/Istanbul for what ends on a date.</summary>
/// <param name="time">Source of time.</param>
internal sealed class IstanbulClock(TimeProvider time)
{
    private static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");

    public DateTimeOffset UtcNow => time.GetUtcNow();

    public DateOnly Today => DayOf(time.GetUtcNow());

    /// <summary>The day of an instant in Europe/Istanbul.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Istanbul).DateTime);
}
