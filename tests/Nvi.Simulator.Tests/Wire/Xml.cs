using System.Xml.Linq;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Tests.Wire;

/// <summary>Names used over and over when reading answers.</summary>
internal static class Xml
{
    public static readonly XNamespace S = Ns.Soap12;
    public static readonly XNamespace A = Ns.Addressing;
    public static readonly XNamespace O = Ns.Security;
    public static readonly XNamespace U = Ns.Utility;
    public static readonly XNamespace T = Ns.Trust;
    public static readonly XNamespace E = Ns.Encryption;
    public static readonly XNamespace D = Ns.Signature;
    public static readonly XNamespace V = Ns.Bilesik;
    public static readonly XNamespace B = Ns.Common;
    public static readonly XNamespace I = Ns.Instance;

    /// <summary>The one element at the end of a path of local names, below any element.</summary>
    public static XElement At(this XContainer parent, params string[] path)
    {
        var element = parent is XDocument document ? document.Root! : (XElement)parent;
        foreach (var name in path)
            element = element.Elements().Single(child => child.Name.LocalName == name);
        return element;
    }

    /// <summary>True when the element says i:nil.</summary>
    public static bool IsNil(this XElement element) => (bool?)element.Attribute(I + "nil") == true;
}
