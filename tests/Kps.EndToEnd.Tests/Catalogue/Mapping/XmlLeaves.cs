using System.Xml.Linq;

namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>The values of a document by their paths of local names; nil and empty ones are none.</summary>
internal static class XmlLeaves
{
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    /// <summary>True for xsi:nil.</summary>
    public static bool IsNil(XElement element) => (bool?)element.Attribute(Nil) == true;

    /// <summary>Gathers the values below an element.</summary>
    /// <param name="element">Not part of the paths.</param>
    /// <param name="lists">Local names of the elements whose children are items, numbered from 0.</param>
    public static Dictionary<string, string> Of(XElement element, IReadOnlySet<string> lists)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Gather(element, string.Empty, lists, leaves);
        return leaves;
    }

    private static void Gather(XElement element, string prefix, IReadOnlySet<string> lists, Dictionary<string, string> leaves)
    {
        var isList = lists.Contains(element.Name.LocalName);
        var position = 0;
        foreach (var member in element.Elements())
        {
            var path = prefix + member.Name.LocalName + (isList ? $"[{position++}]" : string.Empty);
            if (member.HasElements)
            {
                Gather(member, path + "/", lists, leaves);
            }
            else if (!IsNil(member) && member.Value.Length > 0)
            {
                leaves.Add(path, member.Value);
            }
        }
    }
}
