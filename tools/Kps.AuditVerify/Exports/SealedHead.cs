using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>A checkpoint, as little of it as must be kept for each.</summary>
/// <param name="Size">Leaves.</param>
/// <param name="Root">Root over them.</param>
/// <param name="Generation">Its generation; 0 when it is another log's.</param>
internal readonly record struct SealedHead(long Size, TreeHash Root, int Generation);
