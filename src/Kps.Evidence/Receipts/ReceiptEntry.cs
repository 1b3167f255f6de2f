namespace Kps.Evidence.Receipts;

/// <summary>A row of the call.</summary>
/// <param name="Leaf">Index of its leaf, from 0.</param>
/// <param name="Entry">Its canonical bytes.</param>
public sealed record ReceiptEntry(long Leaf, byte[] Entry);
