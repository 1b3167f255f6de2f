using System.Reflection;
using System.Runtime.Serialization;
using System.Xml;

namespace Kps.Contracts.Answers.Plans;

/// <summary>
/// Makes plans from the attributes the framework's serializer reads, by the rules of data contracts: members of base types first, on each level in
/// ordinal order of their names; lists by the name of their items' type.
/// </summary>
internal static class PlanBuilder
{
    private static readonly MethodInfo ObjectMemberMethod = Method(nameof(ObjectMember));
    private static readonly MethodInfo ListMemberMethod = Method(nameof(ListMember));
    private static readonly MethodInfo EnumMemberMethod = Method(nameof(EnumMember));

    /// <summary>The members of a type in order.</summary>
    /// <exception cref="NotSupportedException">A member is of a type that no contract has had so far.</exception>
    public static MemberPlan<T>[] MembersOf<T>()
    {
        var levels = new Stack<Type>();
        for (var level = typeof(T); level != typeof(object); level = level.BaseType!)
        {
            levels.Push(level);
        }

        return [.. levels.SelectMany(MembersOfLevel).Select(Plan<T>)];
    }

    private static IEnumerable<(PropertyInfo Property, DataMemberAttribute Member)> MembersOfLevel(Type level) =>
        level.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => (Property: property, Member: property.GetCustomAttribute<DataMemberAttribute>()!))
            .Where(one => one.Member is not null)
            .OrderBy(one => NameOf(one.Property, one.Member), StringComparer.Ordinal);

    private static string NameOf(PropertyInfo property, DataMemberAttribute member) => member.Name ?? property.Name;

    private static string NameOf(Type contract) => contract.GetCustomAttribute<DataContractAttribute>()?.Name ?? contract.Name;

    private static MemberPlan<T> Plan<T>((PropertyInfo Property, DataMemberAttribute Member) one)
    {
        var type = one.Property.PropertyType;
        var name = new ElementName(NameOf(one.Property, one.Member));
        var isLeftOutWhenNull = !one.Member.EmitDefaultValue;
        if (isLeftOutWhenNull && !type.IsDefined(typeof(DataContractAttribute)))
        {
            throw new NotSupportedException($"{typeof(T)}.{one.Property.Name}: only objects can be left out.");
        }

        return type switch
        {
            _ when type == typeof(string) => new TextMember<T>(name, Getter<T, string?>(one.Property)),
            _ when type == typeof(int?) => new Int32Member<T>(name, Getter<T, int?>(one.Property)),
            _ when type == typeof(long?) => new Int64Member<T>(name, Getter<T, long?>(one.Property)),
            _ when type == typeof(bool?) => new BooleanMember<T>(name, Getter<T, bool?>(one.Property)),
            _ when type == typeof(DateTime?) => DateTimeMember<T>(name, one.Property),
            _ when Nullable.GetUnderlyingType(type) is { IsEnum: true } values => (MemberPlan<T>)EnumMemberMethod.MakeGenericMethod(typeof(T), values).Invoke(null, [name, one.Property])!,
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) =>
                (MemberPlan<T>)ListMemberMethod.MakeGenericMethod(typeof(T), type.GenericTypeArguments[0]).Invoke(null, [name, one.Property])!,
            _ when type.IsDefined(typeof(DataContractAttribute)) && type.IsClass =>
                (MemberPlan<T>)ObjectMemberMethod.MakeGenericMethod(typeof(T), type).Invoke(null, [name, one.Property, isLeftOutWhenNull])!,
            _ => throw new NotSupportedException($"{typeof(T)}.{one.Property.Name} is a {type}."),
        };
    }

    private static ObjectMember<TOwner, TValue> ObjectMember<TOwner, TValue>(ElementName name, PropertyInfo property, bool isLeftOutWhenNull)
        where TValue : class => new(name, Getter<TOwner, TValue?>(property), isLeftOutWhenNull, TypePlan<TValue>.Instance);

    private static ListMember<TOwner, TItem> ListMember<TOwner, TItem>(ElementName name, PropertyInfo property)
        where TItem : class => new(name, new ElementName(NameOf(typeof(TItem))), Getter<TOwner, List<TItem>?>(property), TypePlan<TItem>.Instance);

    /// <summary>Always as it was read: a local time would read differently in another time zone.</summary>
    private static TextMember<TOwner> DateTimeMember<TOwner>(ElementName name, PropertyInfo property)
    {
        var get = Getter<TOwner, DateTime?>(property);
        return new TextMember<TOwner>(name, owner => get(owner) is { } time ? XmlConvert.ToString(time, XmlDateTimeSerializationMode.RoundtripKind) : null);
    }

    private static TextMember<TOwner> EnumMember<TOwner, TEnum>(ElementName name, PropertyInfo property)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>()
            .Select(value => (Value: value, Field: typeof(TEnum).GetField(value.ToString())!))
            .Where(one => one.Field.IsDefined(typeof(EnumMemberAttribute)))
            .ToDictionary(one => one.Value, one => one.Field.GetCustomAttribute<EnumMemberAttribute>()!.Value ?? one.Field.Name);
        var get = Getter<TOwner, TEnum?>(property);
        return new TextMember<TOwner>(
            name,
            owner => get(owner) is not { } value ? null
                : names.TryGetValue(value, out var text) ? text
                : throw new SerializationException($"{value} is no value of the contract."));
    }

    private static Func<TOwner, TValue> Getter<TOwner, TValue>(PropertyInfo property) => property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();

    private static MethodInfo Method(string name) => typeof(PlanBuilder).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
