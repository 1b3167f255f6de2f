namespace Kps.Audit.Sequencing;

/// <summary>A change of the key that signs checkpoints, as auditors are told of it.</summary>
/// <param name="VerifierKey">The successor, in the form verifiers take; under the log's present origin.</param>
/// <param name="FormerVerifierKey">The key before it, in the same form.</param>
/// <param name="Size">Checkpoints of up to so many leaves are the former key's; the first of the successor ends its time.</param>
/// <param name="IslemNo">The act.</param>
/// <param name="At">When it was recorded.</param>
public sealed record SealingKeyChange(string VerifierKey, string FormerVerifierKey, long Size, IslemNo IslemNo, DateTimeOffset At);
