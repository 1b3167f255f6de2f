namespace Kps.Audit.Reading;

/// <summary>A page of acts and events, newest first.</summary>
/// <param name="Acts">The entries.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record ActPage(IReadOnlyList<AuditEntry> Acts, AuditPosition? Next);
