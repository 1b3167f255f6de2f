using Kps.Evidence.Notes;

namespace Kps.Audit.Anchoring;

/// <summary>A checkpoint as it stands in the database.</summary>
internal sealed record StoredCheckpoint(long Size, int Generation, SignedNote Note, DateTimeOffset MadeAt);
