using Kps.Registry.Institutions;

namespace Kps.Registry.Users;

/// <summary>A görevlendirme as the gateway keeps it in memory.</summary>
/// <param name="Institution">The other institution.</param>
/// <param name="From">First day, in Europe/Istanbul.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record RegisteredAssignment(RegisteredInstitution Institution, DateOnly From, DateOnly To);
