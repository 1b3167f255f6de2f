using System.Globalization;

namespace Kps.AuditVerify.Text;

/// <summary>Times as the verifier writes them: UTC, to the second.</summary>
internal static class TimeText
{
    private const long MicrosecondsPerTick = 10;

    /// <summary>A time of an entry.</summary>
    /// <param name="microseconds">µs since 1970-01-01 UTC.</param>
    public static string Of(long microseconds) => TryTime(microseconds, out var time) ? Of(time) : "?";

    /// <summary>A time.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>µs since 1970-01-01 UTC.</summary>
    public static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / MicrosecondsPerTick;

    /// <summary>The time a number stands for; false when none does.</summary>
    public static bool TryTime(long microseconds, out DateTimeOffset time)
    {
        var isTime = microseconds is > -62_135_596_800_000_000 and < 253_402_300_800_000_000;
        time = isTime ? DateTimeOffset.UnixEpoch.AddTicks(microseconds * MicrosecondsPerTick) : default;
        return isTime;
    }
}
