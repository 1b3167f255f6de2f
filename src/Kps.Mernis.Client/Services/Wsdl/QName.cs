using System.Xml.Linq;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>Names with a prefix in attributes.</summary>
internal static class QName
{
    /// <summary>Reads an attribute that holds a qualified name.</summary>
    /// <exception cref="InvalidDataException">It is missing, or its prefix is not declared.</exception>
    public static XName Of(XElement element, string attribute)
    {
        var text = ((string?)element.Attribute(attribute))?.Trim() ?? throw new InvalidDataException($"A {element.Name.LocalName} has no {attribute}.");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var ns = colon < 0 ? element.GetDefaultNamespace() : element.GetNamespaceOfPrefix(text[..colon]);
        try
        {
            return ns is null ? throw new InvalidDataException($"The prefix of {text} is not declared.") : ns + text[(colon + 1)..];
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or ArgumentException)
        {
            throw new InvalidDataException($"{text} is no name.", exception);
        }
    }
}
