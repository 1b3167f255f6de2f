namespace Kps.Audit.Reading;

/// <summary>Where a page ended: calls go by time, then number, newest first.</summary>
/// <param name="RecordedAt">Time of the last call shown.</param>
/// <param name="IslemNo">Its number.</param>
public readonly record struct AuditPosition(DateTimeOffset RecordedAt, IslemNo IslemNo);
