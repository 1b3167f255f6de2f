namespace Kps.Evidence.Receipts;

/// <summary>An outside stamp on a checkpoint of a receipt.</summary>
/// <param name="Token">DER, RFC 3161.</param>
/// <param name="Renewals">Newer stamps by which it outlives its certificate, oldest first.</param>
public sealed record ReceiptStamp(byte[] Token, IReadOnlyList<ReceiptRenewal> Renewals);
