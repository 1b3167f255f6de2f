using Kps.Contracts;

namespace Kps.Registry.Entitlements;

/// <summary>An open right as the gateway keeps it in memory.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Dayanak">Legal ground.</param>
/// <param name="KararNo">Number of the decision; may be empty.</param>
/// <param name="Bitis">Last day, in Europe/Istanbul; null = no end.</param>
/// <param name="Fields">What it covers of request and result; null for everything ordinary, as nearly all rights are.</param>
public sealed record RegisteredEntitlement(KpsOperation Operation, string Dayanak, string KararNo, DateOnly? Bitis, FieldRights? Fields = null)
{
    /// <summary>How much it covers where no row says otherwise.</summary>
    public EntitlementKapsam Kapsam => Fields?.Kapsam ?? EntitlementKapsam.Tum;

    /// <summary>Whether its last day has passed.</summary>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>False for a right without end.</returns>
    public bool IsLapsedOn(DateOnly today) => Bitis < today;
}
