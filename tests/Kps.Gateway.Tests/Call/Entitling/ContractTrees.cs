using System.Collections;
using System.Reflection;
using System.Runtime.Serialization;

namespace Kps.Gateway.Tests.Call.Entitling;

/// <summary>Random results of any contract type, and a look at what is in them that knows nothing of the code under test.</summary>
internal static class ContractTrees
{
    /// <summary>A result in which any member of any record may be there, nil or empty inside.</summary>
    public static object Random(Type type, Random random, int filled = 3)
    {
        if (ItemOf(type) is { } item)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            for (var count = random.Next(4); count > 0; count--)
            {
                list.Add(Random(item, random, filled));
            }

            return list;
        }

        var part = Activator.CreateInstance(type)!;
        foreach (var member in MembersOf(type).Where(_ => random.Next(filled + 1) != 0))
        {
            member.SetValue(part, Value(member.PropertyType, random, filled));
        }

        return part;
    }

    /// <summary>Everything that is not nil, by place: <c>Kisiler[1]/TemelBilgisi/Ad</c>. Coded values, records and lists have a line of their own, the latter two only saying that they are there.</summary>
    public static SortedDictionary<string, object> Lines(object root)
    {
        var lines = new SortedDictionary<string, object>(StringComparer.Ordinal);
        Add(lines, root, string.Empty);
        return lines;
    }

    /// <summary>The path of a place: the same without the numbers of the items.</summary>
    public static string PathOf(string place) => System.Text.RegularExpressions.Regex.Replace(place, @"\[\d+\]", string.Empty).TrimStart('/');

    private static void Add(SortedDictionary<string, object> lines, object value, string place)
    {
        switch (value)
        {
            case IList items when value is not byte[]:
                lines.Add(place.Length == 0 ? "[]" : place, $"{items.Count} items");
                for (var index = 0; index < items.Count; index++)
                {
                    Add(lines, items[index]!, $"{place}[{index}]");
                }

                break;
            case var record when IsRecord(record.GetType()):
                if (place.Length > 0)
                {
                    lines.Add(place, "record");
                }

                foreach (var member in MembersOf(record.GetType()))
                {
                    if (member.GetValue(record) is { } inner)
                    {
                        Add(lines, inner, place.Length == 0 ? member.Name : $"{place}/{member.Name}");
                    }
                }

                break;
            case var coded when coded.GetType().Name == "Parametre":
                lines.Add(place, string.Join('|', MembersOf(coded.GetType()).Select(member => member.GetValue(coded))));
                break;
            default:
                lines.Add(place, value);
                break;
        }
    }

    private static IEnumerable<PropertyInfo> MembersOf(Type type) => type.GetProperties().Where(member => member.IsDefined(typeof(DataMemberAttribute)));

    private static bool IsRecord(Type type) => type.IsClass && type.IsDefined(typeof(DataContractAttribute)) && type.Name != "Parametre";

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    private static object? Value(Type type, Random random, int filled) => Nullable.GetUnderlyingType(type) switch
    {
        { } simple when simple == typeof(long) => random.NextInt64(),
        { } simple when simple == typeof(int) => random.Next(1, 9999),
        { } simple when simple == typeof(bool) => random.Next(2) == 0,
        { } simple when simple == typeof(DateTime) => DateTime.UnixEpoch.AddDays(random.Next(30_000)),
        { IsEnum: true } simple => Enum.GetValues(simple).GetValue(random.Next(1, Enum.GetValues(simple).Length)),
        _ when type == typeof(string) => "ğ" + random.Next(),
        _ when type.Name == "Parametre" => Coded(type, random),
        _ => Random(type, random, filled),
    };

    private static object Coded(Type type, Random random)
    {
        var coded = Activator.CreateInstance(type)!;
        type.GetProperty("Kod")!.SetValue(coded, random.Next(1, 99));
        type.GetProperty("Aciklama")!.SetValue(coded, random.Next(2) == 0 ? "metin" : null);
        return coded;
    }
}
