namespace Kps.AuditVerify;

/// <summary>Something that does not hold.</summary>
/// <param name="Code">Which check, a word of docs/reference/export-format.md.</param>
/// <param name="Leaf">The leaf it begins at; null when it has none.</param>
/// <param name="Text">What, in a sentence.</param>
internal sealed record Finding(string Code, long? Leaf, string Text);
