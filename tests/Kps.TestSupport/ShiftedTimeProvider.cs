namespace Kps.TestSupport;

/// <summary>The real clock, set forward by a test; timers run in real time.</summary>
public sealed class ShiftedTimeProvider : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
