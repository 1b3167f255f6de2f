namespace Kps.Mernis.Tests.Fakes;

/// <summary>The system's clock with an offset tests may move; timers run in real time.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _offsetTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _offsetTicks));

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Interlocked.Read(ref _offsetTicks);
}
