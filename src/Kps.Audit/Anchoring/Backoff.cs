namespace Kps.Audit.Anchoring;

/// <summary>Pauses after failures: each twice as long as the one before, up to a limit, a quarter more or less by chance so that nodes do not knock together.</summary>
internal sealed class Backoff(TimeProvider time, TimeSpan first, TimeSpan longest)
{
    private TimeSpan _pause;
    private long _since;

    /// <summary>Whether it may be tried again.</summary>
    public bool IsOver => _pause == TimeSpan.Zero || time.GetElapsedTime(_since) >= _pause;

    /// <summary>It worked: no pause.</summary>
    public void Worked() => _pause = TimeSpan.Zero;

    /// <summary>It failed: a pause begins.</summary>
    /// <returns>Its length.</returns>
    public TimeSpan Failed()
    {
        var next = _pause == TimeSpan.Zero ? first : TimeSpan.FromTicks(Math.Min(longest.Ticks, 2 * _pause.Ticks));
        _pause = next * (0.75 + (Random.Shared.NextDouble() / 2));
        _since = time.GetTimestamp();
        return _pause;
    }
}
