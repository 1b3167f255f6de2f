using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace Kps.Gateway.Call.Tokens;

/// <summary>Looks at an assertion's elements and tolerates nothing that we do not write ourselves.</summary>
internal static class AssertionElements
{
    private const string Declarations = "http://www.w3.org/2000/xmlns/";

    /// <summary>The child elements.</summary>
    /// <param name="parent">Whose.</param>
    /// <param name="space">Namespace every one of them must be in.</param>
    /// <param name="children">In their order.</param>
    /// <returns>False when there is anything else than such elements and white space.</returns>
    public static bool Of(XmlElement parent, string space, out XmlElement[] children)
    {
        var found = new List<XmlElement>();
        children = [];
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is XmlElement child && string.Equals(child.NamespaceURI, space, StringComparison.Ordinal))
            {
                found.Add(child);
            }
            else if (node is not (XmlWhitespace or XmlSignificantWhitespace))
            {
                return false;
            }
        }

        children = [.. found];
        return true;
    }

    /// <summary>The text of an element that holds one text and nothing else.</summary>
    public static bool TryGetText(XmlElement element, [NotNullWhen(true)] out string? text)
    {
        text = element.FirstChild is XmlText only && only.NextSibling is null ? only.Value : null;
        return text is { Length: > 0 };
    }

    /// <summary>The values of an element's attributes, which must be these, without a namespace, and no others.</summary>
    /// <param name="element">The element.</param>
    /// <param name="names">At most eight.</param>
    /// <returns>In the order of the names; null when one is missing or there is another.</returns>
    public static string[]? Attributes(XmlElement element, params ReadOnlySpan<string> names)
    {
        if (element.Attributes.Count != DeclarationsOf(element) + names.Length)
        {
            return null;
        }

        var values = new string[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            if (element.GetAttributeNode(names[index], string.Empty) is not { } attribute)
            {
                return null;
            }

            values[index] = attribute.Value;
        }

        return values;
    }

    /// <summary>Namespace declarations among an element's attributes: they mean nothing by themselves and clients add some.</summary>
    public static int DeclarationsOf(XmlElement element)
    {
        var count = 0;
        foreach (XmlAttribute attribute in element.Attributes)
        {
            count += string.Equals(attribute.NamespaceURI, Declarations, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
