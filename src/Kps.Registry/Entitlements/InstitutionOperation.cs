using Kps.Contracts;

namespace Kps.Registry.Entitlements;

/// <summary>
/// The right of an institution to one operation, with its legal ground (requirements A-102, C-05): one row of
/// <c>registry.institution_operation</c>. An institution holds at most one open row per operation.
/// </summary>
public sealed class InstitutionOperation
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The institution.</summary>
    public required int InstitutionId { get; set; }

    /// <summary>The operation.</summary>
    public required KpsOperation Operation { get; set; }

    /// <summary>Legal ground, 1 … 500 characters.</summary>
    public required string Dayanak { get; set; }

    /// <summary>Number of the decision, at most 100 characters; may be empty.</summary>
    public required string KararNo { get; set; }

    /// <summary>How much of the answer it covers where no <see cref="FieldRight"/> says otherwise.</summary>
    public required EntitlementKapsam Kapsam { get; set; }

    /// <summary>Last day of the right, in Europe/Istanbul; null = no end.</summary>
    public DateOnly? Bitis { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the right was revoked; null while it stands.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
