using Kps.Contracts;

namespace Kps.Registry.Entitlements;

/// <summary>An open right as the gateway keeps it in memory.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Dayanak">Legal ground.</param>
/// <param name="KararNo">Number of the decision; may be empty.</param>
/// <param name="Bitis">Last day, in Europe/Istanbul; null = no end.</param>
public sealed record RegisteredEntitlement(KpsOperation Operation, string Dayanak, string KararNo, DateOnly? Bitis);
