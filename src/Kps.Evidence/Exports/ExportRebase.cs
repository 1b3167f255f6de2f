using Kps.Evidence.Trees;

namespace Kps.Evidence.Exports;

/// <summary>A recorded loss: from here on the log has another name (evidence-format.md, "Generations").</summary>
/// <param name="Generation">The one that begins, from 2 on.</param>
/// <param name="IslemNo">Number of the act in the log.</param>
/// <param name="Size">Leaves the tree goes on from.</param>
/// <param name="Root">Root over them.</param>
/// <param name="PublishedNote">The last checkpoint of the log that ended.</param>
public sealed record ExportRebase(int Generation, string IslemNo, long Size, TreeHash Root, string PublishedNote);
