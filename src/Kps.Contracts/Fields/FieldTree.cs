using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Serialization;

namespace Kps.Contracts.Fields;

/// <summary>
/// Every member of a result by its path, read once from the contract types themselves, so that a new member has a path, a place in <c>YetkiListesi</c> and a way to be
/// withheld from the day it is written.
/// </summary>
/// <remarks>Wire contracts a.4: the Ministry's <c>YetkiListesi</c> describes authority down to the returned property. Immutable.</remarks>
public sealed class FieldTree
{
    /// <summary>Name of the member that says what went wrong; it is in nearly every record and never withheld.</summary>
    public const string ErrorMember = "HataBilgisi";

    private const string CodedType = "Parametre";
    private const string SpecialMember = "Din";

    // Nil in one of these places means "not in this register" to clients, or breaks them where they read on without looking (wire contracts a.5).
    private static readonly FrozenSet<string> KeptRecords = FrozenSet.Create(
        StringComparer.Ordinal, "TCVatandasiKisiKutukleri", "MaviKartliKisiKutukleri", "YabanciKisiKutukleri", "KisiBilgisi", "TemelBilgisi", "DurumBilgisi");

    private readonly FrozenDictionary<string, FieldDescription> _byPath;
    private readonly List<FieldDescription> _all = [];
    private readonly FieldTreeRules _rules;

    /// <summary>Reads the members of a result.</summary>
    /// <param name="result">Type of Sonuc: a contract class, or an array or list of one.</param>
    /// <param name="rules">What the types do not say themselves.</param>
    /// <exception cref="InvalidOperationException">
    /// A type contains itself, a member cannot be nil or cannot be set, or no rule of <paramref name="rules"/> hits a member: such a result could not be limited.
    /// </exception>
    public FieldTree(Type result, FieldTreeRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        _rules = rules ?? FieldTreeRules.None;
        Result = result;
        Item = ItemOf(result) ?? result;
        IsList = Item != result;
        Fields = Read(Item, string.Empty, isOutside: false, [Item]);
        _byPath = _all.ToFrozenDictionary(field => field.Path, StringComparer.Ordinal);
        foreach (var path in _rules.Echoes.Concat(_rules.Outside).Where(path => !_byPath.ContainsKey(path)))
        {
            throw new InvalidOperationException($"{result.Name} has no member {path}.");
        }
    }

    /// <summary>Type of Sonuc.</summary>
    public Type Result { get; }

    /// <summary>The contract class whose members <see cref="Fields"/> are: <see cref="Result"/>, or what it is a list of.</summary>
    public Type Item { get; }

    /// <summary>Whether Sonuc is a list.</summary>
    public bool IsList { get; }

    /// <summary>The members directly below Sonuc, in the order of the wire.</summary>
    public IReadOnlyList<FieldDescription> Fields { get; }

    /// <summary>Every member, a record before its own members.</summary>
    public IReadOnlyList<FieldDescription> All => _all;

    /// <summary>Finds a member by its path.</summary>
    /// <param name="path">Compared ordinally.</param>
    /// <returns>Null when the result has no such member.</returns>
    public FieldDescription? Find(string path) => _byPath.GetValueOrDefault(path);

    private static Type? ItemOf(Type type) =>
        type == typeof(string) || type == typeof(byte[])
            ? null
            : type.GetInterfaces().Append(type)
                .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                .Select(face => face.GetGenericArguments()[0])
                .FirstOrDefault(IsContract);

    private static bool IsContract(Type type) => type.IsClass && type.IsDefined(typeof(DataContractAttribute), inherit: false);

    private static bool CanBeNil(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static string NameOf(Type type) => ItemOf(type) is { } item ? item.Name + "[]" : ContractTypeName.Of(type);

    /// <summary>As DataContractSerializer orders them: base type first, then by name.</summary>
    private static IEnumerable<(PropertyInfo Property, string Name)> MembersOf(Type type)
    {
        var levels = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels.SelectMany(level => level.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => (property, member: property.GetCustomAttribute<DataMemberAttribute>()))
            .Where(found => found.member is not null)
            .Select(found => (found.property, found.member!.Name ?? found.property.Name))
            .OrderBy(found => found.Item2, StringComparer.Ordinal));
    }

    private List<FieldDescription> Read(Type owner, string above, bool isOutside, IReadOnlyList<Type> stack)
    {
        var fields = new List<FieldDescription>();
        foreach (var (property, name) in MembersOf(owner))
        {
            var path = above.Length == 0 ? name : $"{above}/{name}";
            var type = property.PropertyType;
            if (!CanBeNil(type) || property.SetMethod is not { IsPublic: true })
            {
                throw new InvalidOperationException($"{owner.Name}.{name} cannot be nil, so it could not be withheld.");
            }

            var item = ItemOf(type);
            var part = item ?? (IsContract(type) && type.Name != CodedType ? type : null);
            var isError = name == ErrorMember;
            var isOut = isOutside || _rules.Outside.Contains(path, StringComparer.Ordinal);
            var place = _all.Count;
            var field = new FieldDescription(property, owner, path)
            {
                TypeName = NameOf(type),
                Shape = part is null || isError ? FieldShape.Value : item is null ? FieldShape.Record : FieldShape.List,
                IsSpecial = name == SpecialMember,
                IsStructural = isError || _rules.Echoes.Contains(path, StringComparer.Ordinal) || (part is not null && item is null && KeptRecords.Contains(name)),
                IsDemanded = _rules.Demanded.Any(end => path.EndsWith(end, StringComparison.Ordinal)),
                IsOutside = isOut,
                Children = part is null || isError ? [] : Below(part, path, isOut, stack),
            };
            _all.Insert(place, field);
            fields.Add(field);
        }

        return fields;
    }

    private List<FieldDescription> Below(Type part, string path, bool isOutside, IReadOnlyList<Type> stack) =>
        stack.Contains(part)
            ? throw new InvalidOperationException($"{part.Name} contains itself at {path}; its members could not be named.")
            : Read(part, path, isOutside, [.. stack, part]);
}
