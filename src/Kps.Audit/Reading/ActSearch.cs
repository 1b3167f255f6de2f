namespace Kps.Audit.Reading;

/// <summary>Which acts and events (kinds 4–6) to look for; everything given must hold.</summary>
public sealed record ActSearch
{
    /// <summary>Done to this user.</summary>
    public int? UserId { get; init; }

    /// <summary>Done to this institution, or to a user, range or right of its.</summary>
    public int? InstitutionId { get; init; }

    /// <summary>From this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Continues after this position (<see cref="ActPage.Next"/>).</summary>
    public AuditPosition? After { get; init; }

    /// <summary>Acts to return, 1 to <see cref="AuditSearch.MaxCount"/>.</summary>
    public int Count { get; init; } = 50;

    /// <summary>The conditions that stand in no field of the entry of a search.</summary>
    public override string ToString() =>
        Conditions.Of(("of", "acts"), ("from", From), ("to", To), ("after", After), ("count", Count));
}
