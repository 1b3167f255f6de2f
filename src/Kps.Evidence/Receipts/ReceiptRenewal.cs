using Kps.Evidence.Stamps;

namespace Kps.Evidence.Receipts;

/// <summary>A newer stamp over a list in which the one before stands.</summary>
/// <param name="Proof">Where it stands.</param>
/// <param name="Token">The newer stamp: DER, RFC 3161.</param>
public sealed record ReceiptRenewal(ReStampProof Proof, byte[] Token);
