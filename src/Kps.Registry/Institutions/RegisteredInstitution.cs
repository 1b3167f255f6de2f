using Kps.Contracts;
using Kps.Registry.Addresses;
using Kps.Registry.Entitlements;

namespace Kps.Registry.Institutions;

/// <summary>An institution as the gateway keeps it in memory. Immutable.</summary>
public sealed class RegisteredInstitution
{
    private readonly Dictionary<KpsOperation, RegisteredEntitlement> _entitlements;

    /// <summary>Builds the in-memory form.</summary>
    /// <param name="entitlements">The open rights; the last of two for the same operation counts.</param>
    public RegisteredInstitution(IEnumerable<RegisteredEntitlement> entitlements)
    {
        ArgumentNullException.ThrowIfNull(entitlements);
        _entitlements = [];
        foreach (var entitlement in entitlements)
        {
            _entitlements[entitlement.Operation] = entitlement;
        }
    }

    /// <summary>Key in the registry.</summary>
    public required int Id { get; init; }

    /// <summary>The Ministry's institution number.</summary>
    public required int KurumKodu { get; init; }

    /// <summary>Name.</summary>
    public required string Ad { get; init; }

    /// <summary>State. A closed institution keeps its ranges, so that its users can be told why; it holds no operation.</summary>
    public required InstitutionDurum Durum { get; init; }

    /// <summary>Where its calls may come from.</summary>
    public required AddressRanges Ranges { get; init; }

    /// <summary>The open rights, in the order of the contract, lapsed ones included: ask <see cref="Holds"/> before acting on one.</summary>
    public IEnumerable<RegisteredEntitlement> Entitlements => _entitlements.Values.OrderBy(entitlement => entitlement.Operation);

    /// <summary>Whether the institution may ask an operation today.</summary>
    /// <param name="operation">The operation asked.</param>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>False for a closed institution, an absent right and one whose last day has passed.</returns>
    public bool Holds(KpsOperation operation, DateOnly today) => FindEntitlement(operation) is { } entitlement && !entitlement.IsLapsedOn(today);

    /// <summary>The open right to an operation.</summary>
    /// <param name="operation">The operation asked.</param>
    /// <returns>The right, lapsed or not; null for a closed institution and an absent right.</returns>
    public RegisteredEntitlement? FindEntitlement(KpsOperation operation) =>
        Durum == InstitutionDurum.Aktif ? _entitlements.GetValueOrDefault(operation) : null;
}
