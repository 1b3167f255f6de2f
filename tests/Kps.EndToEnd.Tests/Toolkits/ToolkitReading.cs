using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>
/// Compares what a toolkit's objects show with what stood on the wire, member by member and both ways. Toolkits differ in what they make of nothing (null, no member, an object of
/// nulls, an empty list) and of a list of one (the item itself); in what they make of something they may not.
/// </summary>
internal static class ToolkitReading
{
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    /// <summary>Fails the test when they differ anywhere.</summary>
    public static void Check(XElement served, JsonNode? shown)
    {
        var differences = new List<string>();
        Compare(served, shown, served.Name.LocalName, differences);
        Assert.That(differences, Is.Empty, $"{served}\n{shown}");
    }

    /// <summary>True for anything but nothing in its many forms.</summary>
    public static bool SaysSomething(JsonNode? shown) => shown switch
    {
        null => false,
        JsonObject members => members.Any(member => member.Key != Attributes && SaysSomething(member.Value)),
        JsonArray items => items.Any(SaysSomething),
        _ => shown.ToString().Length > 0,
    };

    /// <summary>Objects as the others show them, of XML that a toolkit wrote again from what it had read.</summary>
    public static JsonNode? FromXml(XElement written)
    {
        if (!written.HasElements)
        {
            return written.Value.Length == 0 ? null : JsonValue.Create(written.Value);
        }

        var shown = new JsonObject();
        foreach (var members in written.Elements().GroupBy(member => member.Name.LocalName))
        {
            var all = members.Select(FromXml).ToArray();
            shown[members.Key] = all.Length == 1 ? all[0] : new JsonArray(all);
        }

        return shown;
    }

    // Where Node's soap keeps the attributes of an element, i:nil for one.
    private const string Attributes = "attributes";

    private static void Compare(XElement served, JsonNode? shown, string path, List<string> differences)
    {
        if (!SaysSomething(served))
        {
            if (SaysSomething(shown))
            {
                differences.Add($"{path} is empty and shown.");
            }
        }
        else if (!served.HasElements)
        {
            if (shown is not JsonValue || !IsSame(served.Value, shown.ToString()))
            {
                differences.Add($"{path} differs.");
            }
        }
        else if (shown is not JsonObject members)
        {
            differences.Add($"{path} is no object.");
        }
        else
        {
            CompareMembers(served, members, path, differences);
        }
    }

    private static void CompareMembers(XElement served, JsonObject members, string path, List<string> differences)
    {
        foreach (var group in served.Elements().GroupBy(member => member.Name.LocalName))
        {
            var (name, items) = ($"{path}/{group.Key}", group.ToList());
            IReadOnlyList<JsonNode?> shown = members[group.Key] is JsonArray array ? [.. array] : [members[group.Key]];
            if (items.Count != shown.Count && items.Exists(SaysSomething))
            {
                differences.Add($"{name} has {items.Count} items, {shown.Count} shown.");
                continue;
            }

            for (var index = 0; index < items.Count && index < shown.Count; index++)
            {
                Compare(items[index], shown[index], $"{name}[{index}]", differences);
            }
        }

        differences.AddRange(members
            .Where(member => member.Key != Attributes && SaysSomething(member.Value) && !served.Elements().Any(element => element.Name.LocalName == member.Key))
            .Select(member => $"{path}/{member.Key} was not served."));
    }

    private static bool SaysSomething(XElement served) =>
        served.HasElements ? served.Elements().Any(SaysSomething) : (bool?)served.Attribute(Nil) != true && served.Value.Length > 0;

    private static bool IsSame(string served, string shown) =>
        served == shown || (served.Contains('T') && Time(served) is { } time && Time(shown) == time);

    /// <summary>The tools run in UTC; a time without a zone is then the same in every form.</summary>
    private static DateTime? Time(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
