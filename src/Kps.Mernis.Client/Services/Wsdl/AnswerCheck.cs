using System.Reflection;
using System.Xml.Linq;
using Kps.Mernis.Soap;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>
/// Holds a schema against a type answers are read into: its public properties are the members read. Order and namespaces do not matter, for reading
/// goes by local name.
/// </summary>
internal static class AnswerCheck
{
    private static readonly Dictionary<Type, string[]> TextTypes = new()
    {
        [typeof(string)] = ["string"],
        [typeof(int)] = ["int"],
        [typeof(long)] = ["long", "int"],
        [typeof(bool)] = ["boolean"],
        [typeof(DateTime)] = ["dateTime"],
    };

    /// <summary>Compares the members of an element with those of a type.</summary>
    /// <param name="schemas">Where types are looked up.</param>
    /// <param name="element">The element.</param>
    /// <param name="path">Its name for the text of a difference.</param>
    /// <param name="type">What it is read into.</param>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public static void Compare(SchemaIndex schemas, XElement element, string path, Type type)
    {
        var found = schemas.Members(element);
        foreach (var read in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (found.FirstOrDefault(member => member.Name.LocalName == read.Name) is { } member)
            {
                CompareMember(schemas, member, $"{path}/{read.Name}", read.PropertyType);
            }
            else if (read.GetCustomAttribute<SinceVersionAttribute>() is null)
            {
                throw new InvalidDataException($"{path} has no member {read.Name} there, which is read here.");
            }
        }
    }

    private static void CompareMember(SchemaIndex schemas, SchemaMember member, string path, Type type)
    {
        if (member.Repeats)
        {
            throw new InvalidDataException($"{path} may occur several times there, once here.");
        }

        if (TextTypes.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var expected))
        {
            var found = schemas.TextType(member.Declaration);
            if (!expected.Contains(found))
            {
                throw new InvalidDataException($"{path} is {(found is null ? "an element with members" : $"xs:{found}")} there, xs:{expected[0]} here.");
            }
        }
        else if (type.IsGenericType)
        {
            CompareList(schemas, member, path, type.GetGenericArguments()[0]);
        }
        else
        {
            Compare(schemas, member.Declaration, path, type);
        }
    }

    private static void CompareList(SchemaIndex schemas, SchemaMember list, string path, Type itemType)
    {
        var item = schemas.Members(list.Declaration).FirstOrDefault(item => item.Name.LocalName == itemType.Name)
            ?? throw new InvalidDataException($"{path} has no items {itemType.Name} there, which are read here.");
        if (typeof(IAnswerPart).IsAssignableFrom(itemType))
        {
            Compare(schemas, item.Declaration, $"{path}/{itemType.Name}", itemType);
        }
    }
}
