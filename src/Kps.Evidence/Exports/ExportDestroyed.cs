namespace Kps.Evidence.Exports;

/// <summary>Leaves without entries, because their month was destroyed after its term. Their hashes are in the tiles all the same.</summary>
/// <param name="FirstLeaf">The first.</param>
/// <param name="EndLeaf">The one after the last.</param>
/// <param name="Month">Month of their rows, <c>2026-11</c>.</param>
/// <param name="IslemNo">Number of the act that destroyed them.</param>
public sealed record ExportDestroyed(long FirstLeaf, long EndLeaf, string Month, string IslemNo);
