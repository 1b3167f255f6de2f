namespace Kps.Audit.Vault;

/// <summary>A data key of the log, as a list shows it.</summary>
/// <param name="Id">Its number, as it stands in entries and bodies.</param>
/// <param name="IsBodyKey">Seals the bodies of a month; otherwise it hashes the persons of a year.</param>
/// <param name="Period">First day of the month or year.</param>
/// <param name="MasterKeyId">The master key it is wrapped under, or was last.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="DestroyedAt">When it was destroyed; null while it lives.</param>
public sealed record KeyListing(short Id, bool IsBodyKey, DateOnly Period, string MasterKeyId, DateTimeOffset MadeAt, DateTimeOffset? DestroyedAt);
