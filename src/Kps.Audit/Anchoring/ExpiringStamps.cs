using Kps.Evidence.Trees;

namespace Kps.Audit.Anchoring;

/// <summary>Stamps whose certificates expire soon and over which no newer stamp stands yet.</summary>
/// <param name="Ids">Their ids, ascending.</param>
/// <param name="Leaves">Their leaves, in the same order.</param>
/// <param name="Until">When the first of the certificates expires.</param>
internal sealed record ExpiringStamps(IReadOnlyList<long> Ids, IReadOnlyList<TreeHash> Leaves, DateTimeOffset Until);
