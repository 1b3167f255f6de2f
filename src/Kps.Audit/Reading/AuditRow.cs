namespace Kps.Audit.Reading;

/// <summary>An intent, refusal or issue as it was read, not yet joined with its outcome.</summary>
internal readonly record struct AuditRow(AuditEntry Entry, byte[]? Body);
