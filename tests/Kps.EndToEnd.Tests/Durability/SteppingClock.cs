namespace Kps.EndToEnd.Tests.Durability;

/// <summary>A wall clock somebody sets while it runs; what is measured with it goes on evenly, as on a real machine.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _offsetTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks));

    public void Step(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);
}
