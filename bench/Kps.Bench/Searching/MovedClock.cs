namespace Kps.Bench.Searching;

/// <summary>The log's clock while it writes months in a minute; time-outs stay those of the machine.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref _ticks, time.UtcTicks);
}
