using System.Security;
using System.Text;
using System.Xml;

namespace Kps.Gateway.Tests.Call.Tokens;

/// <summary>Messages with an assertion in them, prefixes bound and bound again in every way the grammar allows.</summary>
internal static class RandomTree
{
    private const string Declarations = "http://www.w3.org/2000/xmlns/";
    private static readonly string[] Prefixes = ["p", "q", "r", "saml"];
    private static readonly string[] Spaces = ["urn:a", "urn:b", "urn:c&<\"'"];
    private static readonly string[] Texts = ["x", " ", "\n", "&amp;", "&lt;", "]]&gt;", "&#x131;", "ş", "<![CDATA[<&]]>", "<!-- c -->", "&#13;", "𝒳"];
    private static readonly string[] Values = ["", "1", "a b", "&quot;", "'", "&lt;", "ı", "&#x1D4B3;"];

    public static string Message(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        Element(text, random, "m", [], depth: 0);
        return text.ToString();
    }

    /// <summary>Names, namespaces, attributes and texts; prefixes mean nothing, neither do comments.</summary>
    public static string Meaning(XmlNode node)
    {
        var text = new StringBuilder();
        Meaning(text, node);
        return text.ToString();
    }

    private static void Element(StringBuilder text, Random random, string name, Dictionary<string, string> bound, int depth)
    {
        var scope = new Dictionary<string, string>(bound);
        var declared = new List<string>();
        foreach (var prefix in Prefixes.Append(string.Empty).Where(_ => random.Next(3) == 0))
        {
            var space = prefix.Length == 0 && random.Next(3) == 0 ? string.Empty : Spaces[random.Next(Spaces.Length)];
            scope[prefix] = space;
            declared.Add($" xmlns{(prefix.Length == 0 ? string.Empty : ":" + prefix)}=\"{SecurityElement.Escape(space)}\"");
        }

        var usable = scope.Keys.Where(prefix => prefix.Length > 0).Append(string.Empty).ToList();
        var own = usable[random.Next(usable.Count)];
        var attributes = new HashSet<(string, string)>();
        var written = declared.ToList();
        foreach (var prefix in usable.Where(_ => random.Next(2) == 0))
        {
            var local = "a" + random.Next(2);
            if (attributes.Add((prefix.Length == 0 ? string.Empty : scope[prefix], local)))
            {
                written.Add($" {(prefix.Length == 0 ? string.Empty : prefix + ":")}{local}=\"{Values[random.Next(Values.Length)]}\"");
            }
        }

        var qualified = own.Length == 0 ? name : own + ":" + name;
        text.Append('<').Append(qualified).AppendJoin(string.Empty, written.OrderBy(_ => random.Next()));
        var children = depth == 0 ? 1 : depth > 4 ? 0 : random.Next(4);
        if (children == 0 && random.Next(2) == 0)
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        for (var child = 0; child < children; child++)
        {
            text.Append(depth == 0 ? string.Empty : Texts[random.Next(Texts.Length)]);
            Element(text, random, depth == 0 ? "Assertion" : "e" + random.Next(3), scope, depth + 1);
        }

        text.Append(depth == 0 ? string.Empty : Texts[random.Next(Texts.Length)]);
        text.Append("</").Append(qualified).Append('>');
    }

    private static void Meaning(StringBuilder text, XmlNode node)
    {
        switch (node)
        {
            case XmlElement element:
                text.Append('{').Append(element.NamespaceURI).Append('}').Append(element.LocalName);
                foreach (var attribute in element.Attributes.Cast<XmlAttribute>().Where(one => one.NamespaceURI != Declarations)
                    .OrderBy(one => one.NamespaceURI, StringComparer.Ordinal).ThenBy(one => one.LocalName, StringComparer.Ordinal))
                {
                    text.Append(" {").Append(attribute.NamespaceURI).Append('}').Append(attribute.LocalName).Append('=').Append(attribute.Value).Append(';');
                }

                text.Append('(');
                foreach (XmlNode child in element.ChildNodes)
                {
                    Meaning(text, child);
                }

                text.Append(')');
                break;
            case XmlCharacterData and not XmlComment:
                text.Append(node.Value);
                break;
            default:
                break;
        }
    }
}
