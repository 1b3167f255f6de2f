using Kps.Evidence.Notes;

namespace Kps.Audit.Reading;

/// <summary>A row's place in the tree.</summary>
/// <param name="Index">Index of its leaf, from 0.</param>
/// <param name="Checkpoint">The first checkpoint over it, as signed.</param>
/// <param name="MadeAt">When that was made.</param>
public sealed record SealedLeaf(long Index, SignedNote Checkpoint, DateTimeOffset MadeAt);
