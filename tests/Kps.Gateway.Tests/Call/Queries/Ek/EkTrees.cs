using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>Random answers of any service of NVİ, lists too, and their leaves.</summary>
internal static class EkTrees
{
    private const string Services = "Kps.Mernis.Services";

    /// <summary>Every member may be there, nil, or empty inside, in any combination; errors are left out, for they decide what happens to the rest.</summary>
    public static Gen<T> Of<T>()
        where T : class, new() => Gen.Choose(0, int.MaxValue - 1).Select(seed => (T)Fill(typeof(T), new Random(seed)));

    /// <summary>Leaves that hold something, by the path of their members, entries of lists by number.</summary>
    public static Dictionary<string, object> Leaves(object? part)
    {
        var leaves = new Dictionary<string, object>(StringComparer.Ordinal);
        Collect(part, string.Empty, leaves);
        return leaves;
    }

    private static void Collect(object? part, string path, Dictionary<string, object> leaves)
    {
        switch (part)
        {
            case null:
                break;
            case var leaf when leaf is string || leaf.GetType().IsValueType:
                leaves.Add(path, leaf);
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var entry in list)
                {
                    Collect(entry, $"{path}/{index++}", leaves);
                }

                break;
            default:
                foreach (var member in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    Collect(member.GetValue(part), path.Length == 0 ? member.Name : $"{path}/{member.Name}", leaves);
                }

                break;
        }
    }

    private static object Fill(Type type, Random random)
    {
        var part = Activator.CreateInstance(type)!;
        foreach (var member in type.GetProperties().Where(member => member.CanWrite && member.Name != "HataBilgisi" && random.Next(4) != 0))
        {
            member.SetValue(part, Value(member.PropertyType, random));
        }

        return part;
    }

    private static object? Value(Type type, Random random)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var entry = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(entry))!;
            for (var left = entry.IsClass ? random.Next(4) : 0; left > 0; left--)
            {
                list.Add(Fill(entry, random));
            }

            return list;
        }

        return Nullable.GetUnderlyingType(type) switch
        {
            { } simple when simple == typeof(long) => random.NextInt64(),
            { } simple when simple == typeof(int) => random.Next(),
            { } simple when simple == typeof(bool) => random.Next(2) == 0,
            { } simple when simple == typeof(DateTime) => DateTime.UnixEpoch.AddDays(random.Next(30_000)),
            _ when type == typeof(string) => "ğ" + random.Next(),
            _ when type.IsClass && type.Namespace!.StartsWith(Services, StringComparison.Ordinal) => Fill(type, random),
            _ => null,
        };
    }
}
