namespace Kps.Audit.Exporting;

/// <summary>What an export holds.</summary>
/// <param name="IslemNo">Number of the act that records it.</param>
/// <param name="FirstLeaf">First leaf.</param>
/// <param name="EndLeaf">The leaf after the last.</param>
/// <param name="Entries">Entries written.</param>
/// <param name="Destroyed">Leaves whose rows were destroyed after their term.</param>
/// <param name="Missing">Leaves without a row that no act explains; an honest log has none.</param>
/// <param name="Surplus">Rows among the sealed ones that were never sealed; an honest log has none.</param>
/// <param name="Bytes">Bytes of all files but the manifest.</param>
/// <param name="ManifestSha256">SHA-256 of the manifest, hexadecimal; the act has it too.</param>
public sealed record ExportReport(
    IslemNo IslemNo, long FirstLeaf, long EndLeaf, long Entries, long Destroyed, long Missing, long Surplus, long Bytes, string ManifestSha256);
