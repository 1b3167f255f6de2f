using System.Xml.Linq;
using Kps.Contracts.Tests.Wsdl;

namespace Kps.Contracts.Tests.Fields;

/// <summary>Paths of an operation's request and result, read from a WSDL's schema alone.</summary>
internal sealed class PublishedFields(XDocument wsdl)
{
    private static readonly XNamespace Xsd = GatewayWsdl.Xsd;

    private readonly Dictionary<string, XElement> _types = wsdl.Descendants(Xsd + "complexType")
        .Where(type => type.Attribute("name") is not null)
        .ToDictionary(type => type.Attribute("name")!.Value);

    public IEnumerable<string> ArgumentsOf(KpsOperation operation) =>
        Element(operation.ToString()).Descendants(Xsd + "element").SelectMany(member => Paths(member, string.Empty));

    public IEnumerable<string> ResultOf(KpsOperation operation)
    {
        var result = TypeOf(Element(operation + "Response").Descendants(Xsd + "element").Single())!;
        var sonuc = MembersOf(result).Single(member => Name(member) == "Sonuc");
        return MembersOf(Unlisted(TypeOf(sonuc)!)).SelectMany(member => Paths(member, string.Empty));
    }

    private static string Name(XElement element) => element.Attribute("name")!.Value;

    private XElement Element(string name) => wsdl.Descendants(Xsd + "schema").Elements(Xsd + "element").Single(element => Name(element) == name);

    private XElement? TypeOf(XElement member) => _types.GetValueOrDefault(member.Attribute("type")!.Value.Split(':')[^1]);

    /// <summary>The item of an array type; any other type as it is.</summary>
    private XElement Unlisted(XElement type) => Name(type).StartsWith("ArrayOf", StringComparison.Ordinal) ? TypeOf(MembersOf(type).Single())! : type;

    private IEnumerable<XElement> MembersOf(XElement type)
    {
        var derived = type.Descendants(Xsd + "extension").SingleOrDefault();
        var inherited = derived is null ? [] : MembersOf(_types[derived.Attribute("base")!.Value.Split(':')[^1]]);
        return inherited.Concat(type.Descendants(Xsd + "element"));
    }

    private IEnumerable<string> Paths(XElement member, string above)
    {
        var path = above.Length == 0 ? Name(member) : $"{above}/{Name(member)}";
        var type = TypeOf(member);
        return type is null || Name(type) == "Parametre" ? [path] : MembersOf(Unlisted(type)).SelectMany(child => Paths(child, path)).Prepend(path);
    }
}
