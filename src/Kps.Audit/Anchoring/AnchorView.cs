namespace Kps.Audit.Anchoring;

/// <summary>Where the stamps stand.</summary>
/// <param name="Newest">The newest checkpoint; null when there is none.</param>
/// <param name="Last">The newest stamp; null when there is none.</param>
/// <param name="WaitingSince">When the first checkpoint beyond that stamp was made; null when there is none.</param>
internal sealed record AnchorView(StoredCheckpoint? Newest, StoredAnchor? Last, DateTimeOffset? WaitingSince);
