using System.Xml;

namespace Nvi.Simulator.Soap;

/// <summary>Direct children by qualified name; never a search of the document, which is what wrapping attacks live on.</summary>
internal static class XmlElementExtensions
{
    /// <summary>All direct children of that name.</summary>
    public static IEnumerable<XmlElement> Children(this XmlElement parent, string localName, string ns) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == localName && child.NamespaceURI == ns);

    /// <summary>The first direct child of that name.</summary>
    public static XmlElement? Child(this XmlElement parent, string localName, string ns) => parent.Children(localName, ns).FirstOrDefault();

    /// <summary>The direct child of that name when there is exactly one.</summary>
    public static XmlElement? OnlyChild(this XmlElement parent, string localName, string ns)
    {
        var found = parent.Children(localName, ns).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
