namespace Kps.Gateway.Call;

/// <summary>Holds a log line back to once a second and counts what was held back. For lines that an outage would write with every call.</summary>
/// <param name="time">Measures the second.</param>
internal sealed class OncePerSecond(TimeProvider time)
{
    private long _next = long.MinValue;
    private long _untold;

    /// <summary>Whether the line is due.</summary>
    /// <param name="untold">How many were held back since the last one.</param>
    public bool IsDue(out long untold)
    {
        var now = time.GetTimestamp();
        var next = Volatile.Read(ref _next);
        if (now < next || Interlocked.CompareExchange(ref _next, now + time.TimestampFrequency, next) != next)
        {
            Interlocked.Increment(ref _untold);
            untold = 0;
            return false;
        }

        untold = Interlocked.Exchange(ref _untold, 0);
        return true;
    }
}
