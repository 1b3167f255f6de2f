using System.Reflection;

namespace Kps.Gateway.Call.Entitling;

/// <summary>The access to one property.</summary>
/// <typeparam name="TOwner">The contract class.</typeparam>
/// <typeparam name="TValue">Type of the property.</typeparam>
internal sealed class FieldAccess<TOwner, TValue> : IFieldAccess
    where TOwner : class, new()
{
    private readonly Func<TOwner, TValue?> _get;
    private readonly Action<TOwner, TValue?> _set;
    private readonly bool _isCreatedWithOwner;

    /// <summary>Binds the property. Called through reflection by <see cref="FieldAccesses"/>.</summary>
    public FieldAccess(PropertyInfo property)
    {
        _get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue?>>();
        _set = property.SetMethod!.CreateDelegate<Action<TOwner, TValue?>>();
        _isCreatedWithOwner = _get(new TOwner()) is not null;
    }

    /// <inheritdoc />
    public object? Get(object owner) => _get((TOwner)owner);

    /// <inheritdoc />
    public bool IsFilled(object owner) => _get((TOwner)owner) is not null;

    /// <inheritdoc />
    public void Reset(object owner) => _set((TOwner)owner, _isCreatedWithOwner ? _get(new TOwner()) : default);
}
