using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Tests.Call.Entitling;

/// <summary>Random rows on an operation's result, and what they mean, worked out the long way round.</summary>
internal sealed class RandomRights
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    private readonly FieldTree _tree;
    private readonly List<RegisteredFieldRight> _rows;
    private readonly EntitlementKapsam _kapsam;

    public RandomRights(FieldTree tree, Random random)
    {
        _tree = tree;
        _kapsam = random.Next(2) == 0 ? EntitlementKapsam.Tum : EntitlementKapsam.Secili;
        var paths = tree.All.Where(field => field.TakesRights).Select(field => field.Path).ToArray();
        random.Shuffle(paths);
        var special = tree.All.Where(field => field.IsSpecial && random.Next(3) == 0).Select(field => field.Path);
        _rows =
        [
            .. paths.Take(random.Next(Math.Min(12, paths.Length + 1))).Concat(special).Distinct().Select(path => new RegisteredFieldRight(
                FieldKind.Alan, path, random.Next(2) == 0, random.Next(3) == 0 ? Today.AddDays(random.Next(-2, 3)) : null)),
        ];
    }

    /// <summary>As the registry holds them.</summary>
    public FieldRights? Rights => FieldRights.Of(_kapsam, _rows);

    /// <summary>As they count today.</summary>
    public FieldSet Set => Rights?.On(Today) ?? FieldSet.Ordinary;

    /// <summary>Whether the rows and the scope give a value.</summary>
    public bool Gives(FieldDescription value)
    {
        var counting = _rows.Where(row => !(row.Izin && row.Bitis < Today)).ToList();
        if (value.IsOutside)
        {
            return false;
        }

        if (value.Name == "Din")
        {
            return counting.Exists(row => row.Path == value.Path && row.Izin);
        }

        return counting.Where(row => value.Path == row.Path || value.Path.StartsWith(row.Path + "/", StringComparison.Ordinal))
            .OrderByDescending(row => row.Path.Length)
            .Select(row => (bool?)row.Izin)
            .FirstOrDefault() ?? _kapsam == EntitlementKapsam.Tum;
    }

    /// <summary>Whether anything of a record or list is given, but for what stands in every answer.</summary>
    public bool GivesSomethingOf(FieldDescription field) => _tree.All.Any(value =>
        value.Shape == FieldShape.Value && value.TakesRights && value.Path.StartsWith(field.Path + "/", StringComparison.Ordinal) && Gives(value));

    public override string ToString() => $"{_kapsam}: {string.Join(", ", _rows)}";
}
