using System.Net;
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

    /// <summary>Calls from this network; a single address is one of 32 or 128 bits.</summary>
    public IPNetwork? Network { get; init; }

    /// <summary>Calls of this operation.</summary>
    public KpsOperation? Operation { get; init; }

    /// <summary>Calls that ended like this.</summary>
    public AuditCallState? State { get; init; }

    /// <summary>Calls that ended with this code: 0, fault code or Kod.</summary>
    public int? Code { get; init; }

    /// <summary>From this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Continues after this position (<see cref="AuditPage.Next"/>).</summary>
    public AuditPosition? After { get; init; }

    /// <summary>Calls to return, 1 to <see cref="MaxCount"/>.</summary>
    public int Count { get; init; } = 50;

    /// <summary>
    /// The conditions that stand in no field of the entry of a search. User, institution and person have fields; of the person nothing is said here but that one was given.
    /// </summary>
    public override string ToString() => Conditions.Of(
        ("of", "calls"),
        ("network", Network),
        ("operation", Operation),
        ("state", State),
        ("code", Code),
        ("from", From),
        ("to", To),
        ("after", After),
        ("count", Count),
        ("person", Subject is null ? null : "given"));
}
