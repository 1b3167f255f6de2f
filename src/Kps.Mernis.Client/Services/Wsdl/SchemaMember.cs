using System.Xml.Linq;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>An element inside a complex type.</summary>
/// <param name="Name">Its name on the wire; without namespace when its schema leaves local elements unqualified.</param>
/// <param name="Declaration">Where its type stands.</param>
internal sealed record SchemaMember(XName Name, XElement Declaration)
{
    /// <summary>True when it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when it may be there more than once.</summary>
    public bool Repeats { get; init; }

    /// <summary>False within xs:all.</summary>
    public bool IsOrdered { get; init; }
}
