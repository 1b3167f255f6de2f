using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Kps.Mernis.Services.BilesikKutuk;

namespace Kps.Gateway.Tests.Call.Mapping;

/// <summary>Random answers of NVİ: every member of every part may be there, nil, or empty inside, in any combination.</summary>
internal static class NviTrees
{
    public static Gen<BilesikKutukBilgileri> Any { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => (BilesikKutukBilgileri)Fill(typeof(BilesikKutukBilgileri), new Random(seed)));

    /// <summary>Leaves that hold something, by the path of their members.</summary>
    public static Dictionary<string, object> Leaves(object? part, string path = "")
    {
        var leaves = new Dictionary<string, object>(StringComparer.Ordinal);
        if (part is null)
        {
            return leaves;
        }

        foreach (var member in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = path.Length == 0 ? member.Name : $"{path}/{member.Name}";
            switch (member.GetValue(part))
            {
                case null or System.Collections.IEnumerable and not string:
                    break;
                case var value when value is string || value.GetType().IsValueType:
                    leaves.Add(name, value);
                    break;
                case var inner:
                    foreach (var (key, value) in Leaves(inner, name))
                    {
                        leaves.Add(key, value);
                    }

                    break;
            }
        }

        return leaves;
    }

    private static object Fill(Type type, Random random)
    {
        var part = Activator.CreateInstance(type)!;
        foreach (var member in type.GetProperties().Where(member => member.CanWrite && random.Next(4) != 0))
        {
            var isError = member.Name == "HataBilgisi";
            if (isError && random.Next(3) != 0)
            {
                continue;
            }

            member.SetValue(part, Value(member.PropertyType, random, isError));
        }

        return part;
    }

    private static object? Value(Type type, Random random, bool isError) => Nullable.GetUnderlyingType(type) switch
    {
        { } simple when simple == typeof(long) => random.NextInt64(),
        { } simple when simple == typeof(int) => random.Next(),
        { } simple when simple == typeof(bool) => random.Next(2) == 0,
        { } simple when simple == typeof(DateTime) => DateTime.UnixEpoch.AddDays(random.Next(30_000)),
        _ when type == typeof(string) => "ğ" + random.Next(),
        _ when isError => new Parametre { Kod = random.Next(2) == 0 ? 2 : 8, Aciklama = "neden" },
        _ when type.Namespace == typeof(Parametre).Namespace && type.IsClass => Fill(type, random),
        _ => null,
    };
}
