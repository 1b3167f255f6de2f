using Kps.Evidence.Trees;

namespace Kps.Evidence.Receipts;

/// <summary>A checkpoint that covers the call.</summary>
/// <param name="Note">The signed note.</param>
/// <param name="Proofs">For each entry of the receipt, in the same order, its inclusion proof, lowest hash first (RFC 6962 §2.1.1).</param>
/// <param name="Stamps">Outside stamps on it; none as long as it is not anchored.</param>
public sealed record ReceiptCheckpoint(string Note, IReadOnlyList<IReadOnlyList<TreeHash>> Proofs, IReadOnlyList<ReceiptStamp> Stamps);
