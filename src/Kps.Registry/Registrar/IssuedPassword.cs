using Kps.Contracts;

namespace Kps.Registry.Registrar;

/// <summary>A password that was set.</summary>
/// <param name="Generated">The drawn password, shown this once; null when the person chose it.</param>
/// <param name="Version">The user's new password version.</param>
/// <param name="ExpiresAt">When it expires; null = never.</param>
public sealed record IssuedPassword(Secret? Generated, int Version, DateTimeOffset? ExpiresAt);
