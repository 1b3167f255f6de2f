namespace Kps.Audit.Reading;

/// <summary>An intent or refusal as it was read, not yet joined with its outcome.</summary>
internal readonly record struct AuditRow(AuditEntry Entry, byte[]? Body);
