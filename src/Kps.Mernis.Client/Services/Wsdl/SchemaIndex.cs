using System.Xml.Linq;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>
/// The schemas that stand in one WSDL. Imports are followed within the file only: their schemaLocation is never looked at. Known are sequences, all, choices,
/// extensions and references, which is what NVİ's and other data contract services use.
/// </summary>
internal sealed class SchemaIndex
{
    private const string SchemaNamespace = "http://www.w3.org/2001/XMLSchema";
    private const int MaxDepth = 32;

    private static readonly XNamespace Xs = SchemaNamespace;

    private readonly Dictionary<XName, XElement> _elements = [];
    private readonly Dictionary<XName, XElement> _types = [];

    private SchemaIndex()
    {
    }

    /// <summary>Takes stock of the schemas.</summary>
    public static SchemaIndex Of(IEnumerable<XElement> types)
    {
        var index = new SchemaIndex();
        foreach (var schema in types.Elements(Xs + "schema"))
        {
            var ns = XNamespace.Get((string?)schema.Attribute("targetNamespace") ?? string.Empty);
            foreach (var global in schema.Elements())
            {
                if ((string?)global.Attribute("name") is { Length: > 0 } name)
                {
                    var known = global.Name == Xs + "element" ? index._elements
                        : global.Name == Xs + "complexType" || global.Name == Xs + "simpleType" ? index._types
                        : null;
                    known?.TryAdd(ns + System.Xml.XmlConvert.VerifyNCName(name), global);
                }
            }
        }

        return index;
    }

    /// <summary>The declaration of a global element.</summary>
    public XElement Element(XName name) => _elements.GetValueOrDefault(name) ?? throw Absent("element", name);

    /// <summary>The members of an element's complex type, those of base types first.</summary>
    public IReadOnlyList<SchemaMember> Members(XElement element)
    {
        var members = new List<SchemaMember>();
        if (TypeOf(element) is { } type && type.Name == Xs + "complexType")
        {
            AddType(members, type, 0);
        }

        return members;
    }

    /// <summary>Local name of the built-in type an element's text has; null when it has members.</summary>
    public string? TextType(XElement element)
    {
        if (BuiltIn(element, "type") is { } direct)
        {
            return direct;
        }

        var type = TypeOf(element);
        for (var depth = 0; type is not null && type.Name == Xs + "simpleType"; depth++)
        {
            Within(depth);
            if (type.Element(Xs + "restriction") is not { } restriction)
            {
                return "anySimpleType";
            }

            if (BuiltIn(restriction, "base") is { } found)
            {
                return found;
            }

            type = restriction.Attribute("base") is null ? restriction.Element(Xs + "simpleType") : Type(QName.Of(restriction, "base"));
        }

        return null;
    }

    /// <summary>The texts an enumeration allows; null when the type is none.</summary>
    public IReadOnlyList<string>? Values(XElement element)
    {
        var values = BuiltIn(element, "type") is null ? TypeOf(element)?.Elements(Xs + "restriction").Elements(Xs + "enumeration").Attributes("value") : null;
        return values?.Select(value => value.Value).ToList() is { Count: > 0 } found ? found : null;
    }

    private static string? BuiltIn(XElement element, string attribute)
    {
        var name = element.Attribute(attribute) is null ? null : QName.Of(element, attribute);
        return name?.NamespaceName == SchemaNamespace ? name.LocalName : null;
    }

    private static InvalidDataException Absent(string what, XName name) =>
        new($"The {what} {name.LocalName} of {name.NamespaceName} is not in the file; schemas elsewhere are not fetched, supply the WSDL as a single file.");

    private static void Within(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException("Its types are nested without end.");
        }
    }

    private XElement Type(XName name) => _types.GetValueOrDefault(name) ?? throw Absent("type", name);

    private XElement? TypeOf(XElement element) =>
        element.Attribute("type") is null ? element.Element(Xs + "complexType") ?? element.Element(Xs + "simpleType")
        : BuiltIn(element, "type") is not null ? null
        : Type(QName.Of(element, "type"));

    private void AddType(List<SchemaMember> members, XElement type, int depth)
    {
        Within(depth);
        var content = type;
        if (type.Element(Xs + "complexContent") is { } complex)
        {
            if (complex.Element(Xs + "extension") is { } extension)
            {
                if (BuiltIn(extension, "base") is null)
                {
                    AddType(members, Type(QName.Of(extension, "base")), depth + 1);
                }

                content = extension;
            }
            else
            {
                content = complex.Element(Xs + "restriction") ?? complex;
            }
        }

        AddParticles(members, content, isRequired: true, isOrdered: true, repeats: false, depth + 1);
    }

    private void AddParticles(List<SchemaMember> members, XElement parent, bool isRequired, bool isOrdered, bool repeats, int depth)
    {
        Within(depth);
        foreach (var particle in parent.Elements().Where(particle => particle.Name.Namespace == Xs))
        {
            var mustBe = isRequired && (string?)particle.Attribute("minOccurs") != "0";
            var mayRepeat = repeats || (string?)particle.Attribute("maxOccurs") is not (null or "0" or "1");
            switch (particle.Name.LocalName)
            {
                case "element": members.Add(MemberOf(particle) with { IsRequired = mustBe, Repeats = mayRepeat, IsOrdered = isOrdered }); break;
                case "sequence": AddParticles(members, particle, mustBe, isOrdered, mayRepeat, depth + 1); break;
                case "all": AddParticles(members, particle, mustBe, isOrdered: false, mayRepeat, depth + 1); break;
                case "choice": AddParticles(members, particle, isRequired: false, isOrdered, mayRepeat, depth + 1); break;
                case "group": throw new InvalidDataException("It uses xs:group, which is not understood here.");
                default: break;
            }
        }
    }

    private SchemaMember MemberOf(XElement element)
    {
        if (element.Attribute("ref") is not null)
        {
            var name = QName.Of(element, "ref");
            return new SchemaMember(name, Element(name));
        }

        var schema = element.Ancestors(Xs + "schema").First();
        var isQualified = (string?)(element.Attribute("form") ?? schema.Attribute("elementFormDefault")) == "qualified";
        var local = (string?)element.Attribute("name") ?? throw new InvalidDataException("An element has no name.");
        return new SchemaMember(XName.Get(local, isQualified ? (string?)schema.Attribute("targetNamespace") ?? string.Empty : string.Empty), element);
    }
}
