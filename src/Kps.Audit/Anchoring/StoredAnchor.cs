namespace Kps.Audit.Anchoring;

/// <summary>What the newest stamp says.</summary>
/// <param name="Size">Leaves under the stamped checkpoint.</param>
/// <param name="GenTime">The authority's time.</param>
/// <param name="Tsa">Subject of the certificate that signed.</param>
/// <param name="SignerNotAfter">When that certificate expires.</param>
/// <param name="StoredAt">When the stamp was stored, by the database's clock.</param>
public sealed record StoredAnchor(long Size, DateTimeOffset GenTime, string Tsa, DateTimeOffset SignerNotAfter, DateTimeOffset StoredAt);
