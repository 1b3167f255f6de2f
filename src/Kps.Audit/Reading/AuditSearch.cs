using Kps.Contracts;

namespace Kps.Audit.Reading;

/// <summary>What to look for; everything given must hold.</summary>
public sealed record AuditSearch
{
    /// <summary>Largest page.</summary>
    public const int MaxCount = 1000;

    /// <summary>Calls of this user.</summary>
    public int? UserId { get; init; }

    /// <summary>Calls of this institution's users.</summary>
    public int? InstitutionId { get; init; }

    /// <summary>Calls about this person; needs a vault.</summary>
    public Tckn? Subject { get; init; }

    /// <summary>From this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Continues after this position (<see cref="AuditPage.Next"/>).</summary>
    public AuditPosition? After { get; init; }

    /// <summary>Calls to return, 1 to <see cref="MaxCount"/>.</summary>
    public int Count { get; init; } = 50;

    /// <summary>Opens criteria and results; needs a vault.</summary>
    public bool Unseal { get; init; }

    /// <summary>Says nothing of whom it looks for.</summary>
    public override string ToString() => $"AuditSearch({From:O} – {To:O}, {Count})";
}
