using System.Globalization;
using System.Xml.Linq;

namespace Kps.Cli.Query;

/// <summary>
/// Any result as lines, by the names of the contract: members indented, codes as <c>Açıklama (Kod)</c>, dates as dd.MM.yyyy with ?? for what the register
/// does not know, lists numbered. What is nil or holds nothing but nil members is left out.
/// </summary>
internal static class AnswerText
{
    // The contracts' deepest tree is far below; an answer beyond it is none of theirs.
    private const int DeepestLevel = 32;
    private const int Step = 2;

    /// <summary>The lines of a result's <c>Sonuc</c>.</summary>
    /// <param name="sonuc">The element.</param>
    /// <returns>Empty when everything is nil.</returns>
    /// <exception cref="CommandException">It is deeper than any answer of the contracts.</exception>
    public static IReadOnlyList<string> Lines(XElement sonuc)
    {
        if (sonuc.Child("Dogrulandi") is { } verified)
        {
            return [IsTrue(verified) ? "Doğrulandı" : "Doğrulanmadı"];
        }

        var lines = new List<string>();
        AddMembers(lines, sonuc, 0, 0);
        return lines;
    }

    /// <summary>Whether the answer says that the details asked about are not right.</summary>
    public static bool IsNo(XElement sonuc) => sonuc.Child("Dogrulandi") is { } verified && !IsTrue(verified);

    /// <summary>A code with its text.</summary>
    public static string? Parametre(XElement element) => (element.Child("Aciklama")?.Value, element.Child("Kod")?.Value) switch
    {
        ({ Length: > 0 } text, { Length: > 0 } code) => $"{Clean(text)} ({code})",
        ({ Length: > 0 } text, _) => Clean(text),
        (_, { Length: > 0 } code) => $"({code})",
        _ => null,
    };

    private static void AddMembers(List<string> lines, XElement parent, int indent, int level)
    {
        if (level > DeepestLevel)
        {
            throw new CommandException(QueryEnvelope.Unreadable);
        }

        if (IsList(parent))
        {
            AddItems(lines, parent, indent, level);
            return;
        }

        foreach (var member in parent.Elements())
        {
            if (Value(member) is not null)
            {
                lines.Add(Blanks(indent) + Line(member));
            }
            else
            {
                AddBelow(lines, member, member.Name.LocalName, indent, indent + Step, level);
            }
        }
    }

    private static void AddItems(List<string> lines, XElement list, int indent, int level)
    {
        var number = 0;
        foreach (var item in list.Elements())
        {
            number++;
            var place = string.Create(CultureInfo.InvariantCulture, $"{number}. ");
            if (item.Elements().Any(member => Value(member) is null && HoldsAnything(member)))
            {
                AddBelow(lines, item, place + item.Name.LocalName, indent, indent + place.Length, level);
            }
            else if (string.Join(" · ", item.Elements().Where(member => Value(member) is not null).Select(Line)) is { Length: > 0 } members)
            {
                lines.Add(Blanks(indent) + place + members);
            }
        }
    }

    // A heading stands only above what it heads.
    private static void AddBelow(List<string> lines, XElement element, string heading, int indent, int inner, int level)
    {
        if (!element.HasElements)
        {
            return;
        }

        var before = lines.Count;
        lines.Add(Blanks(indent) + heading);
        AddMembers(lines, element, inner, level + 1);
        if (lines.Count == before + 1)
        {
            lines.RemoveAt(before);
        }
    }

    // Objects of the contracts have members of different names, and an item is never a mere text.
    private static bool IsList(XElement element) =>
        element.FirstNode is XElement first
        && element.Elements().All(child => child.Name == first.Name && (child.IsNil() || (child.HasElements && !IsValue(child))));

    private static bool IsValue(XElement element) => element.IsOf("Aciklama", "Kod") || element.IsOf("Ay", "Gun", "Yil");

    private static string Line(XElement member) => $"{member.Name.LocalName}: {Value(member)}";

    private static bool HoldsAnything(XElement element) => element.DescendantsAndSelf().Any(one => !one.HasElements && !one.IsNil() && one.Value.Length > 0);

    private static string? Value(XElement element)
    {
        if (element.IsNil())
        {
            return null;
        }

        if (!element.HasElements)
        {
            return element.Value is { Length: > 0 } text ? Text(text) : null;
        }

        return element.IsOf("Ay", "Gun", "Yil") ? Date(element) : element.IsOf("Aciklama", "Kod") ? Parametre(element) : null;
    }

    private static string? Date(XElement element)
    {
        string? Part(string name, int digits) => element.Child(name) is { Value.Length: > 0 } part ? Clean(part.Value).PadLeft(digits, '0') : null;
        return (Part("Gun", 2), Part("Ay", 2), Part("Yil", 4)) switch
        {
            (null, null, null) => null,
            var (day, month, year) => $"{day ?? "??"}.{month ?? "??"}.{year ?? "????"}",
        };
    }

    private static string Text(string text) => text switch
    {
        "true" => "evet",
        "false" => "hayır",
        _ when DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) =>
            time.ToString(time.TimeOfDay == TimeSpan.Zero ? "dd.MM.yyyy" : "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Clean(text),
    };

    // A line stays a line, and a terminal is told nothing.
    private static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static bool IsTrue(XElement element) => element.Value is "true" or "1";

    private static string Blanks(int count) => new(' ', count);
}
