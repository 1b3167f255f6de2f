namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>
/// Where each value of NVİ's answer stands in ours, written down from the two contracts and not from the mappers. A line is a record:
/// <c>NVİ's path [=&gt; ours] : members</c>, with <c>.</c> for the answer itself; <c>A.P</c> is a Parametre, <c>A.T</c> a TarihBilgisi, <c>A=B</c> is called B in ours, an item of a
/// list has <c>[]</c> behind its name. <c>- path</c> is what has no place in our contract, <c>- path/**</c> with everything below it.
/// </summary>
internal sealed class MappingTable
{
    private static readonly string[] Value = [string.Empty];
    private static readonly string[] Parametre = ["/Aciklama", "/Kod"];
    private static readonly string[] TarihBilgisi = ["/Ay", "/Gun", "/Yil"];

    private readonly Dictionary<string, List<string>> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly List<string> _leftBelow = [];

    /// <summary>Reads the lines.</summary>
    public MappingTable(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                Leave(line[2..]);
            }
            else
            {
                Place(line.Split(':', StringSplitOptions.TrimEntries));
            }
        }
    }

    /// <summary>All places in our answer, items of lists without positions.</summary>
    public IEnumerable<string> Places => _places.Values.SelectMany(places => places);

    /// <summary>A path with <c>[]</c> in place of each item's position.</summary>
    public static string WithoutPositions(string path) => Split(path).Bare;

    /// <summary>The places in our answer of a value in NVİ's. Items of lists keep their positions.</summary>
    /// <param name="path">With the position of each item in brackets.</param>
    /// <returns>None for what has no place; null for what nobody has thought of.</returns>
    public IReadOnlyList<string>? PlacesOf(string path)
    {
        var (bare, positions) = Split(path);
        return _places.TryGetValue(bare, out var places) ? [.. places.Select(place => WithPositions(place, positions))]
            : _left.Contains(bare) || _leftBelow.Exists(prefix => bare.StartsWith(prefix, StringComparison.Ordinal)) ? []
            : null;
    }

    private void Place(string[] line)
    {
        var sides = line[0].Split("=>", StringSplitOptions.TrimEntries);
        foreach (var member in line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var names = member.Split('=');
            var (name, leaves) = Typed(names[0]);
            foreach (var leaf in leaves)
            {
                var from = Join(sides[0], name + leaf);
                if (!_places.TryGetValue(from, out var places))
                {
                    _places.Add(from, places = []);
                }

                places.Add(Join(sides[^1], (names.Length == 1 ? name : names[1]) + leaf));
            }
        }
    }

    private void Leave(string path)
    {
        if (path.EndsWith("/**", StringComparison.Ordinal))
        {
            _leftBelow.Add(path[..^2]);
            return;
        }

        var (name, leaves) = Typed(path);
        _left.UnionWith(leaves.Select(leaf => name + leaf));
    }

    private static (string Name, string[] Leaves) Typed(string member) => member.Split('.') switch
    {
        [var name, "P"] => (name, Parametre),
        [var name, "T"] => (name, TarihBilgisi),
        [var name] => (name, Value),
        _ => throw new FormatException(member),
    };

    private static string Join(string record, string member) => record == "." ? member : $"{record}/{member}";

    private static (string Bare, List<string> Positions) Split(string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal))
        {
            return (path, []);
        }

        var positions = new List<string>();
        var parts = path.Split('/').Select(part =>
        {
            if (part.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0)
            {
                positions.Add(part[bracket..]);
                return part[..bracket] + "[]";
            }

            return part;
        });
        return (string.Join('/', parts), positions); // joined first: the parts are what fills the positions
    }

    private static string WithPositions(string place, List<string> positions)
    {
        foreach (var position in positions)
        {
            if (place.IndexOf("[]", StringComparison.Ordinal) is var bracket and > 0)
            {
                place = place[..bracket] + position + place[(bracket + 2)..];
            }
        }

        return place;
    }
}
