namespace Kps.Registry.Tokens;

/// <summary>The times of one key in a <see cref="TokenKeySchedule"/>.</summary>
/// <param name="Id">Number of the key.</param>
/// <param name="SignsFrom">From when it signs.</param>
/// <param name="SucceededAt">When its successor begins; it signs no more from then on. Null while it has none.</param>
/// <param name="WithdrawnAt">When an operator withdrew it; null = not withdrawn.</param>
public sealed record TokenKeyTerm(int Id, DateTimeOffset SignsFrom, DateTimeOffset? SucceededAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>When its tokens cease to count; null while neither a successor nor a withdrawal is known.</summary>
    public DateTimeOffset? AcceptedUntil => (SucceededAt + RegisteredTokenKey.Overlap, WithdrawnAt) switch
    {
        ({ } end, { } withdrawn) => end < withdrawn ? end : withdrawn,
        var (end, withdrawn) => end ?? withdrawn,
    };

    /// <summary>
    /// Whether its tokens count. A withdrawal counts as soon as it is known, whatever the clocks say. A key whose time to sign is still ahead is
    /// accepted: the clock of the node that signed may be ahead of ours.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <returns>True when they do.</returns>
    public bool IsAccepted(DateTimeOffset now) => WithdrawnAt is null && !(SucceededAt + RegisteredTokenKey.Overlap <= now);

    internal bool IsRetired(DateTimeOffset now) => WithdrawnAt is not null || SucceededAt <= now;
}
