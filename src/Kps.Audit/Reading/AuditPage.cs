namespace Kps.Audit.Reading;

/// <summary>A page of calls, newest first. It may hold fewer than were asked for, even none, and yet not be the last: the work of a page is bounded.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Next">Where the next page begins; everything newer has been looked at. Null when this is the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditCall> Calls, AuditPosition? Next);
