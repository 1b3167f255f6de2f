using System.Runtime.Serialization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts.Tests.Answers;

namespace Kps.Contracts.Tests.Wsdl;

/// <summary>Each published document: its schema against the published tree, its other parts against the catalogue.</summary>
[TestFixtureSource(typeof(GatewayWsdl), nameof(GatewayWsdl.All))]
internal sealed class GatewayWsdlTests(GatewayWsdl wsdl)
{
    private static readonly XNamespace Soap11 = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private static readonly XNamespace[] AddressingNamespaces =
    [
        "http://www.w3.org/2006/05/addressing/wsdl",
        "http://www.w3.org/2007/05/addressing/metadata",
    ];

    private IEnumerable<PublishedType> AllTypes => wsdl.Types.Values.Concat(wsdl.Criteria.Values);

    private IEnumerable<string> Lists => AllTypes.SelectMany(type => type.Members).Where(member => member.IsList).Select(member => member.Type)
        .Concat(wsdl.Service == KpsService.Kps ? ["Service"] : ["Il", "Ilce", "Mahalle", "Csbm"])
        .Distinct();

    private IEnumerable<string> Enums => AllTypes.SelectMany(type => type.Members).Select(member => member.Type).Where(PublishedTree.Enums.ContainsKey).Distinct();

    private IEnumerable<XmlQualifiedName> ResultTypes => AnswerKind.All
        .Where(kind => ReferenceEquals(GatewayWsdl.Of(kind), wsdl))
        .SelectMany(kind => wsdl.Service == KpsService.Kps ? new[] { kind.ResultType, kind.ResultType.BaseType! } : [kind.ResultType])
        .Select(new XsdDataContractExporter().GetSchemaTypeName)
        .Distinct();

    [Test]
    public void Schema_IsOneInlineQualifiedSchemaWithoutImports()
    {
        var schema = wsdl.Document.Descendants(GatewayWsdl.Xsd + "schema").Single();

        Assert.That((string?)schema.Attribute("elementFormDefault"), Is.EqualTo("qualified"));
        Assert.That((string?)schema.Attribute("targetNamespace"), Is.EqualTo(wsdl.Operations[0].Namespace));
        Assert.That(wsdl.Namespace, Is.EqualTo(wsdl.Operations[0].Namespace));
        Assert.That(
            wsdl.Document.Descendants().Select(element => element.Name.LocalName),
            Has.None.EqualTo("import").And.None.EqualTo("include").And.None.EqualTo("Policy"));
    }

    [Test]
    public void Schema_HasThePublishedTypesAndNoOther() => Assert.That(
        wsdl.Schemas.GlobalTypes.Names.Cast<XmlQualifiedName>().Where(name => name.Namespace == wsdl.Namespace),
        Is.EquivalentTo(AllTypes.Select(type => Own(type.Name))
            .Concat(Lists.Select(item => Own("ArrayOf" + item)))
            .Concat(Enums.Select(Own))
            .Concat(ResultTypes)));

    [Test]
    public void Types_HaveThePublishedMembersInWireOrder()
    {
        foreach (var type in wsdl.Types.Values)
        {
            var elements = Members(type.Name);

            Assert.That(elements.Select(element => (element.Name!, LetterOf(element))), Is.EqualTo(type.Members.Select(member => (member.Name, member.SchemaType))), type.Name);
            Assert.That(elements.Select(element => element.Name!), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal), type.Name);
            Assert.That(elements, Has.All.Matches<XmlSchemaElement>(element => element is { MinOccurs: 0, MaxOccurs: 1, IsNillable: true }), type.Name);
            Assert.That(Type(type.Name).BaseXmlSchemaType!.Name, Is.EqualTo(type.Base), "a base type's members come first");
        }
    }

    [Test]
    public void Lists_HoldAnyNumberOfTheirItem()
    {
        foreach (var item in Lists)
        {
            var element = Members("ArrayOf" + item).Single();

            Assert.That((element.Name, element.SchemaTypeName), Is.EqualTo((item, Own(item))));
            Assert.That(element, Is.Not.Null.And.Matches<XmlSchemaElement>(one => one is { MinOccurs: 0, MaxOccursString: "unbounded", IsNillable: true }));
        }
    }

    [Test]
    public void Criteria_DemandWhatEveryQuestionNeedsAndLetTheRestBeNil()
    {
        foreach (var type in wsdl.Criteria.Values)
        {
            var elements = Members(type.Name);

            Assert.That(elements.Select(element => (element.Name!, LetterOf(element))), Is.EqualTo(type.Members.Select(member => (member.Name, member.SchemaType))), type.Name);
            Assert.That(elements.Select(element => element.Name!), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal), type.Name);
            Assert.That(
                elements.Select(element => (element.MinOccurs, element.IsNillable)),
                Is.EqualTo(type.Members.Select(member => member.IsDemanded ? (1m, false) : (0m, true))),
                type.Name);
        }
    }

    [Test]
    public void Enums_HaveThePublishedValues()
    {
        foreach (var name in Enums)
        {
            var facets = ((XmlSchemaSimpleTypeRestriction)((XmlSchemaSimpleType)wsdl.Schemas.GlobalTypes[Own(name)]!).Content!).Facets;

            Assert.That(facets.Cast<XmlSchemaEnumerationFacet>().Select(facet => facet.Value), Is.EqualTo(PublishedTree.Enums[name]));
        }
    }

    [Test]
    public void Results_AreOfTheTypesTheWriterWrites()
    {
        var exporter = new XsdDataContractExporter();
        foreach (var kind in AnswerKind.All.Where(kind => ReferenceEquals(GatewayWsdl.Of(kind), wsdl)))
        {
            var operation = OperationCatalog.Find(kind.Operation)!;
            var result = Sequence((XmlSchemaComplexType)Element(operation.ResponseName).ElementSchemaType!).Single();
            var published = Type(result.SchemaTypeName.Name);

            Assert.That((result.Name, result.MinOccurs, result.IsNillable), Is.EqualTo((operation.Name + "Result", 0m, true)));
            Assert.That(result.SchemaTypeName, Is.EqualTo(exporter.GetSchemaTypeName(kind.ResultType)));
            Assert.That(
                Sequence(published).Select(element => (element.Name, element.MinOccurs, element.IsNillable)),
                Is.EqualTo(new[] { ("HataBilgisi", 0m, true), ("Sonuc", 0m, true) }));
            Assert.That(Sequence(published)[0].SchemaTypeName, Is.EqualTo(Own("Parametre")));
            Assert.That(Sequence(published)[1].SchemaTypeName, Is.EqualTo(exporter.GetSchemaTypeName(kind.ResultType.GetProperty("Sonuc")!.PropertyType)));
            if (wsdl.Service == KpsService.Kps)
                Assert.That(Members(published.Name!), Is.Empty, "the result type itself adds nothing to the generic one");
        }
    }

    [Test]
    public void PortType_HasExactlyTheServedOperationsWithBothActionAttributes()
    {
        var portType = wsdl.Document.Root!.Element(GatewayWsdl.Wsdl + "portType")!;
        var operations = portType.Elements(GatewayWsdl.Wsdl + "operation").ToList();

        Assert.That(NameOf(portType), Is.EqualTo(wsdl.PortType));
        Assert.That(operations.Select(NameOf), Is.EqualTo(wsdl.Operations.Where(operation => operation.IsServed).Select(operation => operation.Name)));
        foreach (var (element, served) in operations.Zip(wsdl.Operations))
        {
            Assert.That(element.Element(GatewayWsdl.Wsdl + "documentation")!.Value, Is.Not.Empty, served.Name);
            foreach (var addressing in AddressingNamespaces)
            {
                Assert.That((string?)element.Element(GatewayWsdl.Wsdl + "input")!.Attribute(addressing + "Action"), Is.EqualTo(served.Action));
                Assert.That((string?)element.Element(GatewayWsdl.Wsdl + "output")!.Attribute(addressing + "Action"), Is.EqualTo(served.ResponseAction));
            }
        }
    }

    [TestCase("BasicHttpBinding_", false)]
    [TestCase("WSHttpBinding_", true)]
    public void Binding_NamesTheActionsAndHasItsPort(string prefix, bool isSoap12)
    {
        var name = prefix + wsdl.PortType;
        var soap = isSoap12 ? Soap12 : Soap11;
        var binding = wsdl.Document.Root!.Elements(GatewayWsdl.Wsdl + "binding").Single(element => NameOf(element) == name);
        var port = wsdl.Document.Descendants(GatewayWsdl.Wsdl + "port").Single(element => NameOf(element) == name);

        Assert.That(binding.Elements(GatewayWsdl.Wsdl + "operation").Select(NameOf), Is.EqualTo(wsdl.Operations.Select(operation => operation.Name)));
        Assert.That(
            binding.Descendants(soap + "operation").Select(element => (string?)element.Attribute("soapAction")),
            Is.EqualTo(wsdl.Operations.Select(operation => operation.Action)));
        Assert.That(binding.Descendants(soap + "body").Attributes("use").Select(use => use.Value), Is.All.EqualTo("literal").And.Exactly(2 * wsdl.Operations.Count).Items);
        Assert.That((string?)port.Attribute("binding"), Is.EqualTo("tns:" + name));
        Assert.That((string?)port.Element(soap + "address")!.Attribute("location"), Is.EqualTo(wsdl.Address));
    }

    [Test]
    public void Service_IsTheOneOfTheDocumentWithTwoPorts()
    {
        var service = wsdl.Document.Root!.Elements(GatewayWsdl.Wsdl + "service").Single();

        Assert.That(NameOf(service), Is.EqualTo(wsdl.Service == KpsService.Ek ? "KpsEkServisler" : "KpsServices").And.EqualTo(NameOf(wsdl.Document.Root!)));
        Assert.That(service.Elements(GatewayWsdl.Wsdl + "port").Count(), Is.EqualTo(2));
    }

    [Test]
    public void QualifiedReferences_AllResolve()
    {
        // The schema compiler has checked the types; these are the references only a toolkit would follow.
        var root = wsdl.Document.Root!;
        string[] Defined(string kind) => [.. root.Elements(GatewayWsdl.Wsdl + kind).Select(element => "tns:" + NameOf(element))];

        Assert.That(References("portType", "message"), Is.EquivalentTo(Defined("message")).And.Not.Empty);
        Assert.That(root.Elements(GatewayWsdl.Wsdl + "binding").Select(b => (string?)b.Attribute("type")).Distinct(), Is.SubsetOf(Defined("portType")));
        Assert.That(References("service", "binding"), Is.EquivalentTo(Defined("binding")).And.Not.Empty);
        Assert.That(
            References("message", "element").Select(name => Own(name["tns:".Length..])),
            Is.EquivalentTo(wsdl.Schemas.GlobalElements.Names));

        string[] References(string within, string attribute) =>
        [
            .. root.Elements(GatewayWsdl.Wsdl + within).Descendants().Attributes(attribute).Select(value => value.Value),
        ];
    }

    private static XmlSchemaElement[] Sequence(XmlSchemaComplexType type) => type.ContentTypeParticle is XmlSchemaSequence sequence ? Elements(sequence) : [];

    private static XmlSchemaElement[] Elements(XmlSchemaSequence sequence) => [.. sequence.Items.Cast<XmlSchemaElement>()];

    /// <summary>The members a type adds to its base.</summary>
    private XmlSchemaElement[] Members(string typeName) => Type(typeName) switch
    {
        { ContentModel: XmlSchemaComplexContent { Content: XmlSchemaComplexContentExtension extension } } => Elements((XmlSchemaSequence)extension.Particle!),
        var type => Elements((XmlSchemaSequence)type.Particle!),
    };

    private XmlSchemaComplexType Type(string name) => (XmlSchemaComplexType)wsdl.Schemas.GlobalTypes[Own(name)]!;

    private XmlSchemaElement Element(string name) => (XmlSchemaElement)wsdl.Schemas.GlobalElements[Own(name)]!;

    private XmlQualifiedName Own(string name) => new(name, wsdl.Namespace);

    private string LetterOf(XmlSchemaElement element) => element.SchemaTypeName switch
    {
        { Namespace: XmlSchema.Namespace, Name: "string" } => "s",
        { Namespace: XmlSchema.Namespace, Name: "int" } => "i",
        { Namespace: XmlSchema.Namespace, Name: "long" } => "l",
        { Namespace: XmlSchema.Namespace, Name: "boolean" } => "b",
        { Namespace: XmlSchema.Namespace, Name: "dateTime" } => "dt",
        var other when other.Namespace == wsdl.Namespace => other.Name,
        var other => other.ToString(),
    };

    private static string? NameOf(XElement element) => (string?)element.Attribute("name");
}
