using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts.Tests.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.Wsdl;

internal sealed class GatewayWsdlTests
{
    private static readonly XNamespace Soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private static readonly XNamespace[] AddressingNamespaces =
    [
        "http://www.w3.org/2006/05/addressing/wsdl",
        "http://www.w3.org/2007/05/addressing/metadata",
    ];

    private static IEnumerable<string> TypeNames => PublishedTree.Types.Keys;

    private static IEnumerable<OperationDescription> Served => OperationCatalog.All.Where(operation => operation.IsServed);

    [Test]
    public void Schema_IsOneInlineQualifiedSchemaWithoutImports()
    {
        var schema = GatewayWsdl.Document.Descendants(GatewayWsdl.Xsd + "schema").Single();

        Assert.That((string?)schema.Attribute("elementFormDefault"), Is.EqualTo("qualified"));
        Assert.That((string?)schema.Attribute("targetNamespace"), Is.EqualTo(KpsNamespaces.Service));
        Assert.That((string?)GatewayWsdl.Document.Root!.Attribute("targetNamespace"), Is.EqualTo(KpsNamespaces.Service));
        Assert.That(
            GatewayWsdl.Document.Descendants().Select(element => element.Name.LocalName),
            Has.None.EqualTo("import").And.None.EqualTo("include").And.None.EqualTo("Policy"));
    }

    [Test]
    public void Schema_HasThePublishedTypesAndNoOther()
    {
        var named = GatewayWsdl.Schemas.GlobalTypes.Names.Cast<XmlQualifiedName>()
            .Where(name => name.Namespace == KpsNamespaces.Service)
            .Select(name => name.Name);

        Assert.That(named.Where(name => !name.StartsWith("KpsServisSonucu", StringComparison.Ordinal)), Is.EquivalentTo(TypeNames));
    }

    [TestCaseSource(nameof(TypeNames))]
    public void Type_HasThePublishedMembersInWireOrder(string typeName)
    {
        var elements = Elements(typeName);

        Assert.That(elements.Select(element => (element.Name!, LetterOf(element))), Is.EqualTo(PublishedTree.Types[typeName]));
        Assert.That(elements.Select(element => element.Name!), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(elements, Has.All.Matches<XmlSchemaElement>(element => element is { MinOccurs: 0, MaxOccurs: 1, IsNillable: true }));
    }

    [Test]
    public void ResultType_IsAnEmptyExtensionOfTheGenericOne()
    {
        var result = (XmlSchemaComplexType)GatewayWsdl.Schemas.GlobalTypes[
            new XmlQualifiedName("KpsServisSonucuBilesikKisiBilgisi", KpsNamespaces.Service)]!;

        Assert.That(result.BaseXmlSchemaType!.Name, Is.EqualTo("KpsServisSonucuOfBilesikKisiBilgisiZmZ26SC9"));
        Assert.That(
            Elements("KpsServisSonucuOfBilesikKisiBilgisiZmZ26SC9").Select(element => (element.Name!, LetterOf(element))),
            Is.EqualTo([("HataBilgisi", "Parametre"), ("Sonuc", "BilesikKisiBilgisi")]));
        Assert.That(((XmlSchemaSequence)result.ContentTypeParticle).Items, Has.Count.EqualTo(2), "no member of its own");
    }

    [Test]
    public void Request_DemandsTheNumber() => Assert.That(
        () => GatewayWsdl.Validate(Request("<kimlikNo>11122233320</kimlikNo>")),
        Throws.Nothing);

    [TestCase("", Description = "missing")]
    [TestCase("<kimlikNo></kimlikNo>")]
    [TestCase("<kimlikNo>on bir</kimlikNo>")]
    [TestCase("<KimlikNo>11122233320</KimlikNo>")]
    [TestCase("<kimlikNo xmlns=''>11122233320</kimlikNo>")]
    public void Request_RefusesAnythingElse(string body) => Assert.That(
        () => GatewayWsdl.Validate(Request(body)),
        Throws.InstanceOf<XmlSchemaException>());

    [Test]
    public void PortType_HasExactlyTheServedOperationsWithBothActionAttributes()
    {
        var operations = GatewayWsdl.Document.Root!.Element(GatewayWsdl.Wsdl + "portType")!.Elements(GatewayWsdl.Wsdl + "operation").ToList();

        Assert.That(operations.Select(NameOf), Is.EqualTo(Served.Select(operation => operation.Name)));
        foreach (var (element, served) in operations.Zip(Served))
        {
            foreach (var addressing in AddressingNamespaces)
            {
                Assert.That((string?)element.Element(GatewayWsdl.Wsdl + "input")!.Attribute(addressing + "Action"), Is.EqualTo(served.Action));
                Assert.That(
                    (string?)element.Element(GatewayWsdl.Wsdl + "output")!.Attribute(addressing + "Action"),
                    Is.EqualTo(served.ResponseAction));
            }
        }
    }

    [TestCase("BasicHttpBinding_IKpsServices", false)]
    [TestCase("WSHttpBinding_IKpsServices", true)]
    public void Binding_NamesTheActionAndHasItsPort(string name, bool isSoap12)
    {
        var soap = isSoap12 ? Soap12 : Soap11;
        var binding = GatewayWsdl.Document.Root!.Elements(GatewayWsdl.Wsdl + "binding").Single(element => NameOf(element) == name);
        var port = GatewayWsdl.Document.Descendants(GatewayWsdl.Wsdl + "port").Single(element => NameOf(element) == name);

        Assert.That(
            binding.Descendants(soap + "operation").Select(element => (string?)element.Attribute("soapAction")),
            Is.EqualTo(Served.Select(operation => operation.Action)));
        Assert.That((string?)port.Attribute("binding"), Is.EqualTo("tns:" + name));
        Assert.That(
            (string?)port.Element(soap + "address")!.Attribute("location"),
            Is.EqualTo("https://kps.invalid/Router/RoutingService.svc"));
    }

    [Test]
    public void Service_IsKpsServicesWithTwoPorts()
    {
        var service = GatewayWsdl.Document.Root!.Elements(GatewayWsdl.Wsdl + "service").Single();

        Assert.That(NameOf(service), Is.EqualTo("KpsServices"));
        Assert.That(service.Elements(GatewayWsdl.Wsdl + "port").Count(), Is.EqualTo(2));
    }

    [Test]
    public void QualifiedReferences_AllResolve()
    {
        // The schema compiler has checked the types; these are the references only a toolkit would follow.
        var root = GatewayWsdl.Document.Root!;
        string[] Defined(string kind) => [.. root.Elements(GatewayWsdl.Wsdl + kind).Select(element => "tns:" + NameOf(element))];

        Assert.That(References("portType", "message"), Is.SubsetOf(Defined("message")).And.Not.Empty);
        Assert.That(root.Elements(GatewayWsdl.Wsdl + "binding").Select(b => (string?)b.Attribute("type")).Distinct(), Is.SubsetOf(Defined("portType")));
        Assert.That(References("service", "binding"), Is.SubsetOf(Defined("binding")).And.Not.Empty);
        Assert.That(
            References("message", "element").Select(name => new XmlQualifiedName(name["tns:".Length..], KpsNamespaces.Service)),
            Is.EquivalentTo(GatewayWsdl.Schemas.GlobalElements.Names));

        string[] References(string within, string attribute) =>
        [
            .. root.Elements(GatewayWsdl.Wsdl + within).Descendants().Attributes(attribute).Select(value => value.Value),
        ];
    }

    private static XmlSchemaElement[] Elements(string typeName)
    {
        var type = (XmlSchemaComplexType)GatewayWsdl.Schemas.GlobalTypes[new XmlQualifiedName(typeName, KpsNamespaces.Service)]!;
        return [.. ((XmlSchemaSequence)type.ContentTypeParticle).Items.Cast<XmlSchemaElement>()];
    }

    private static string LetterOf(XmlSchemaElement element) => element.SchemaTypeName switch
    {
        { Namespace: XmlSchema.Namespace, Name: "string" } => "s",
        { Namespace: XmlSchema.Namespace, Name: "int" } => "i",
        { Namespace: XmlSchema.Namespace, Name: "long" } => "l",
        { Namespace: XmlSchema.Namespace, Name: "dateTime" } => "dt",
        { Namespace: KpsNamespaces.Service } own => own.Name,
        var other => other.ToString(),
    };

    private static byte[] Request(string body) =>
        System.Text.Encoding.UTF8.GetBytes($"<BilesikKisiSorgula xmlns='{KpsNamespaces.Service}'>{body}</BilesikKisiSorgula>");

    private static string? NameOf(XElement element) => (string?)element.Attribute("name");
}
