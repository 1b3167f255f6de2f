namespace Kps.Audit.Entry;

/// <summary>Times and durations as entries and columns keep them: whole microseconds.</summary>
internal static class EntryTime
{
    private const long TicksTo2000 = 630_822_816_000_000_000;

    /// <summary>Cuts to whole microseconds, so that column, entry and memory say the same.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    public static long ToUnixMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The inverse of <see cref="ToUnixMicroseconds"/>.</summary>
    /// <exception cref="FormatException">Outside the years 1 to 9999.</exception>
    public static DateTimeOffset FromUnixMicroseconds(long microseconds)
    {
        var smallest = -DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMicrosecond;
        var largest = (DateTimeOffset.MaxValue.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
        return microseconds >= smallest && microseconds <= largest
            ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond)
            : throw new FormatException("Time out of range in an audit entry.");
    }

    /// <summary>timestamptz on the wire: microseconds since 2000-01-01 UTC.</summary>
    public static long ToPostgres(DateTimeOffset time) => (time.UtcTicks - TicksTo2000) / TimeSpan.TicksPerMicrosecond;

    /// <summary>A duration as 32 bits of microseconds; negative becomes 0, more than 71 minutes the largest value.</summary>
    public static uint ToMicroseconds(TimeSpan duration) =>
        (uint)Math.Clamp(duration.Ticks / TimeSpan.TicksPerMicrosecond, 0, uint.MaxValue);

    /// <summary>The inverse of <see cref="ToMicroseconds"/>.</summary>
    public static TimeSpan FromMicroseconds(uint microseconds) => new(microseconds * TimeSpan.TicksPerMicrosecond);
}
