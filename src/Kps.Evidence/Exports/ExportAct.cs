using Kps.Evidence.Trees;

namespace Kps.Evidence.Exports;

/// <summary>An entry that may lie outside the export, with the proof that it is in the log.</summary>
/// <param name="Leaf">Its leaf.</param>
/// <param name="Entry">Its canonical bytes.</param>
/// <param name="Proof">Its inclusion proof under the newest checkpoint of the export.</param>
public sealed record ExportAct(long Leaf, byte[] Entry, IReadOnlyList<TreeHash> Proof);
