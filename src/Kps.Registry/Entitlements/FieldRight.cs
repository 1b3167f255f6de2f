using Kps.Contracts;

namespace Kps.Registry.Entitlements;

/// <summary>
/// Whether an institution is given one field of an operation and everything below it, with the legal ground (wire contracts a.4): one row of <c>registry.field_right</c>.
/// At most one open row speaks of a path.
/// </summary>
public sealed class FieldRight
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The institution.</summary>
    public required int InstitutionId { get; set; }

    /// <summary>The operation.</summary>
    public required KpsOperation Operation { get; set; }

    /// <summary>Of the request or of the result.</summary>
    public required FieldKind Kind { get; set; }

    /// <summary>Member names joined by <c>/</c>, as the later contract generation has them; at most 300 characters.</summary>
    public required string Path { get; set; }

    /// <summary>True: given; false: withheld.</summary>
    public required bool Izin { get; set; }

    /// <summary>Legal ground, 1 … 500 characters.</summary>
    public required string Dayanak { get; set; }

    /// <summary>Number of the decision, at most 100 characters; may be empty.</summary>
    public required string KararNo { get; set; }

    /// <summary>
    /// Last day, in Europe/Istanbul; null = no end. A row that gives counts as absent afterwards. A row that withholds goes on until an operator closes it: a date that
    /// passes overnight must not release anything.
    /// </summary>
    public DateOnly? Bitis { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the row was closed; null while it stands.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
