using System.Reflection;

namespace Kps.Contracts.Fields;

/// <summary>One member of a request, as rights name it.</summary>
public sealed class ArgumentDescription
{
    private ArgumentDescription(string path, string name, Type type)
    {
        Path = path;
        Name = name;
        TypeName = ContractTypeName.Of(type);
        var criteria = type.Assembly == typeof(ArgumentDescription).Assembly && type.IsClass ? type : null;
        Members =
        [
            .. (criteria?.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [])
                .OrderBy(member => member.Name, StringComparer.Ordinal)
                .Select(member => new ArgumentDescription($"{path}/{member.Name}", member.Name, member.PropertyType)),
        ];
    }

    /// <summary>The member's name on the wire.</summary>
    public string Name { get; }

    /// <summary>Names from below the operation's element down to the member, joined by <c>/</c>: <c>kriter/AnneAdi</c>.</summary>
    public string Path { get; }

    /// <summary>Type as the WSDL names it.</summary>
    public string TypeName { get; }

    /// <summary>The members below, in the order of the wire; empty for a value.</summary>
    public IReadOnlyList<ArgumentDescription> Members { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    /// <summary>Describes a member directly below the operation's element; a class of criteria has its properties below it.</summary>
    internal static ArgumentDescription Of<T>(string name) => new(name, name, typeof(T));
}
