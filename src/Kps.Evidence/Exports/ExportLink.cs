using Kps.Evidence.Trees;

namespace Kps.Evidence.Exports;

/// <summary>A checkpoint beyond the end of an export, and the proof that it goes on from there.</summary>
/// <param name="Checkpoint">The signed note.</param>
/// <param name="Proof">Consistency proof from the export's end to the checkpoint's size (RFC 6962 §2.1.2).</param>
public sealed record ExportLink(string Checkpoint, IReadOnlyList<TreeHash> Proof);
