using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Responding;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Wsdl;

namespace Kps.Gateway.Tests.Wsdl;

/// <summary>The token door's WSDL says what the token door does.</summary>
internal sealed class StsContractTests
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
    private static readonly XNamespace Xsd = XmlSchema.Namespace;
    private static readonly XNamespace Trust = KpsNamespaces.Trust;

    private static readonly XDocument Document = XDocument.Parse(Encoding.UTF8.GetString(WsdlDocument.KpsSts.For("https://kps.example.gov.tr")));

    [Test]
    public void Actions_AreThoseTheDoorTakesAndAnswersWith()
    {
        var operation = Document.Descendants(Wsdl + "portType").Single().Elements(Wsdl + "operation").Single();

        Assert.That(Actions("input"), Is.EqualTo(new[] { OperationCatalog.Issue.Action, OperationCatalog.Issue.Action }));
        Assert.That(Actions("output"), Is.EqualTo(new[] { OperationCatalog.Issue.ResponseAction, OperationCatalog.Issue.ResponseAction }));
        Assert.That(Document.Descendants(Soap12 + "operation").Single().Attribute("soapAction")!.Value, Is.EqualTo(OperationCatalog.Issue.Action));

        IEnumerable<string> Actions(string direction) =>
            operation.Element(Wsdl + direction)!.Attributes().Where(one => one.Name.LocalName == "Action" && one.Name.Namespace != XNamespace.None).Select(one => one.Value);
    }

    [Test]
    public void Messages_AreTheElementsOfWsTrust()
    {
        var parts = Document.Descendants(Wsdl + "part").Select(part => part.Attribute("element")!.Value);

        Assert.That(parts, Is.EqualTo(new[] { $"trust:{OperationCatalog.Issue.Name}", $"trust:{OperationCatalog.Issue.ResponseName}" }));
        Assert.That(Document.Root!.GetNamespaceOfPrefix("trust"), Is.EqualTo(Trust));
        Assert.That(Document.Descendants(Wsdl + "part").Select(part => Schema().GlobalElements.Contains(new XmlQualifiedName(part.Attribute("element")!.Value[6..], KpsNamespaces.Trust))), Is.All.True);
    }

    [Test]
    public void Address_IsTheTokenDoors() => Assert.That(
        Document.Descendants(Soap12 + "address").Single().Attribute("location")!.Value, Is.EqualTo("https://kps.example.gov.tr" + GatewayHost.StsPath));

    [Test]
    public void Document_IsOneWithoutImports() => Assert.That(
        Document.Descendants().Select(element => element.Name.LocalName), Has.None.EqualTo("import").And.None.EqualTo("include"));

    [Test]
    public void Schema_TakesWhatTheDoorWrites()
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(bytes, new UTF8Encoding(false), ownsStream: false))
        {
            var token = new IssuedToken("_1", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:1.0:assertion\" />");
            TokenResponseWriter.Write(writer, new TokenRequest("https://kps.example.gov.tr" + GatewayHost.RouterPath, "uuid-1"), token);
        }

        Assert.That(() => Validate(Encoding.UTF8.GetString(bytes.ToArray())), Throws.Nothing);
    }

    [Test]
    public void Schema_TakesAnyRequestInWsTrust_AndNothingElse()
    {
        const string trust = $"xmlns:t=\"{KpsNamespaces.Trust}\"";

        Assert.That(() => Validate($"<t:RequestSecurityToken {trust} Context=\"c\"><t:RequestType>x</t:RequestType><b xmlns=\"urn:baska\"/></t:RequestSecurityToken>"), Throws.Nothing);
        Assert.That(() => Validate($"<t:RequestSecurityTokenResponseCollection {trust}/>"), Throws.InstanceOf<XmlSchemaException>());
    }

    private static void Validate(string xml)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schema() };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }
    }

    private static XmlSchemaSet Schema()
    {
        var set = new XmlSchemaSet();
        set.ValidationEventHandler += (_, problem) => throw problem.Exception;
        set.Add(KpsNamespaces.Trust, Document.Descendants(Xsd + "schema").Single().CreateReader());
        set.Compile();
        return set;
    }
}
