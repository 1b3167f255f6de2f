using System.Globalization;
using System.Text.RegularExpressions;

namespace Kps.Gateway.Tests.Clients;

/// <summary>
/// XML to objects as fast-xml-parser does it without options: names with their prefixes, attributes ignored, no entity decoded, text that looks
/// like a number made one, an element that stands once an object and one that stands twice an array.
/// </summary>
internal static partial class FastXml
{
    /// <summary>Parses a document.</summary>
    /// <returns>For an element with children a dictionary; else a string, a double or a bool; for repeated ones a list of these.</returns>
    public static Dictionary<string, object> Parse(string xml)
    {
        var stack = new Stack<Node>();
        stack.Push(new Node(string.Empty));
        foreach (Match tag in Tags().Matches(xml))
        {
            stack.Peek().Text += tag.Groups["text"].Value;
            var name = tag.Groups["name"].Value;
            if (name.Length == 0)
            {
                continue;
            }

            if (tag.Groups["close"].Success)
            {
                var ended = stack.Pop();
                stack.Peek().Add(ended.Name, ended.Value());
            }
            else if (tag.Groups["empty"].Success)
            {
                stack.Peek().Add(name, string.Empty);
            }
            else
            {
                stack.Push(new Node(name));
            }
        }

        return stack.Pop().Members;
    }

    /// <summary>A path as the client writes it; what is missing on the way ends it.</summary>
    /// <exception cref="KeyNotFoundException">Nothing there: JavaScript's "undefined" of which nothing can be read.</exception>
    public static object At(object node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            // Of a string (an empty element) JavaScript reads "undefined", and of that nothing more.
            node = node is Dictionary<string, object> members && members.TryGetValue(name, out var found) ? found : throw new KeyNotFoundException(name);
        }

        return node;
    }

    private static object Value(string text)
    {
        var trimmed = text.Trim();
        return trimmed switch
        {
            "" => string.Empty,
            "true" => true,
            "false" => false,
            _ when Number().IsMatch(trimmed) => double.Parse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => trimmed,
        };
    }

    [GeneratedRegex("""(?<text>[^<]*)<(?:\?[^>]*\?|!--.*?--|(?<close>/)?(?<name>[^\s/>?!]+)(?:\s+[^\s=>]+="[^"]*")*\s*(?<empty>/)?)>""", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("""^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$""")]
    private static partial Regex Number();

    private sealed class Node(string name)
    {
        public string Name => name;

        public string Text { get; set; } = string.Empty;

        public Dictionary<string, object> Members { get; } = new(StringComparer.Ordinal);

        public void Add(string member, object value)
        {
            if (!Members.TryGetValue(member, out var before))
            {
                Members.Add(member, value);
            }
            else if (before is List<object> list)
            {
                list.Add(value);
            }
            else
            {
                Members[member] = new List<object> { before, value };
            }
        }

        public object Value() => Members.Count > 0 ? Members : FastXml.Value(Text);
    }
}
