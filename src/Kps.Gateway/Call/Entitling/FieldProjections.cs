using System.Collections.Concurrent;
using System.Collections.Frozen;
using Kps.Contracts;
using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Call.Entitling;

/// <summary>
/// The projections in use. A right to everything ordinary has one made at start; any other is made by the first call that needs it and found by those after it, whatever
/// institution they come from and however often the registry is loaded anew.
/// </summary>
internal sealed class FieldProjections
{
    // A country's institutions have a few dozen different sets. Every one of them alone and changed daily would still not be worth a cleverer rule than starting over.
    private const int MostKept = 2000;

    private readonly FrozenDictionary<KpsOperation, FieldProjection> _ordinary =
        FieldCatalog.All.ToFrozenDictionary(fields => fields.Operation, fields => new FieldProjection(fields.Result, FieldSet.Ordinary));

    private readonly ConcurrentDictionary<(KpsOperation Operation, FieldSet Given), FieldProjection> _limited = new();

    /// <summary>The projection of a call's answer.</summary>
    /// <param name="operation">The operation asked.</param>
    /// <param name="entitlement">The right it is asked under; null gives nothing.</param>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>Never null: what cannot be limited is not to be answered through here.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The operation has no fields: YetkiListesi, or none of the contract.</exception>
    public FieldProjection Of(KpsOperation operation, RegisteredEntitlement? entitlement, DateOnly today)
    {
        if (!_ordinary.TryGetValue(operation, out var ordinary))
        {
            throw new ArgumentOutOfRangeException(nameof(operation), operation, "The operation has no fields.");
        }

        return entitlement switch
        {
            { Fields: null } => ordinary,
            { Fields: { } fields } => Limited(operation, fields.On(today)),
            null => Limited(operation, FieldSet.Nothing),
        };
    }

    private FieldProjection Limited(KpsOperation operation, FieldSet given)
    {
        if (_limited.TryGetValue((operation, given), out var found))
        {
            return found;
        }

        if (_limited.Count >= MostKept)
        {
            _limited.Clear();
        }

        return _limited.GetOrAdd(
            (operation, given), static key => new FieldProjection(FieldCatalog.Find(key.Operation)!.Result, key.Given));
    }
}
