namespace Kps.Audit.Reading;

/// <summary>A page of calls, newest first.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditCall> Calls, AuditPosition? Next);
