using System.Collections.Concurrent;
using System.Reflection;
using Kps.Contracts.Fields;

namespace Kps.Gateway.Call.Entitling;

/// <summary>The accesses made so far. Members are shared by operations and by everything compiled for them.</summary>
internal static class FieldAccesses
{
    private static readonly ConcurrentDictionary<(Type Owner, string Member), IFieldAccess> Made = new();

    public static IFieldAccess Of(FieldDescription field) => Made.GetOrAdd(
        (field.Owner, field.Member.Name),
        static (_, described) => (IFieldAccess)typeof(FieldAccess<,>).MakeGenericType(described.Owner, described.Member.PropertyType)
            .GetConstructor([typeof(PropertyInfo)])!.Invoke([described.Member]),
        field);
}
