using System.Xml.Linq;

namespace Kps.Cli.Query;

/// <summary>An answer's elements by local name, a nil one as an absent one.</summary>
internal static class AnswerXml
{
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    /// <summary>A child that holds something.</summary>
    /// <returns>Null when it is absent or nil.</returns>
    public static XElement? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name && !child.IsNil());

    /// <summary>Whether the element says that it holds nothing.</summary>
    public static bool IsNil(this XElement element) => element.Attribute(Nil) is { Value: "true" or "1" };

    /// <summary>Whether the element is one of a contract type with no other members than these.</summary>
    public static bool IsOf(this XElement element, params ReadOnlySpan<string> members)
    {
        foreach (var child in element.Elements())
        {
            if (!members.Contains(child.Name.LocalName) || child.HasElements)
            {
                return false;
            }
        }

        return element.HasElements;
    }
}
