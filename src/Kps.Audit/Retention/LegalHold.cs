namespace Kps.Audit.Retention;

/// <summary>A legal hold: months that must not be destroyed, whatever their term, until it is lifted.</summary>
/// <param name="Id">Its number.</param>
/// <param name="First">First day of its first month.</param>
/// <param name="Last">First day of its last month.</param>
/// <param name="Reason">Why it was placed.</param>
/// <param name="FileNo">The letter or file that asks for it; null when none was named.</param>
/// <param name="PlacedBy">Number of the act that placed it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="LiftedAt">When it was lifted; null while it holds.</param>
/// <param name="LiftedReason">Why it was lifted.</param>
public sealed record LegalHold(
    int Id, DateOnly First, DateOnly Last, string Reason, string? FileNo, IslemNo PlacedBy, DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt, string? LiftedReason);
