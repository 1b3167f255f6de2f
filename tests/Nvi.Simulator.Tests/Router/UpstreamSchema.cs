using System.Xml.Linq;
using System.Xml.Schema;

namespace Nvi.Simulator.Tests.Router;

/// <summary>
/// The schemas of NVİ's own WSDLs, read from outside the repository: environment variable KPS_WSDL_UPSTREAM, else
/// <c>../shared/wsdl-upstream</c> beside the checkout. Tests that need them are skipped where they are absent.
/// </summary>
internal static class UpstreamSchema
{
    private static readonly XNamespace Xsd = XmlSchema.Namespace;

    public static XmlSchemaSet Load(string file)
    {
        var path = Path.Combine(Folder(), file);
        if (!File.Exists(path))
            Assert.Ignore("NVİ's WSDLs are not here; set KPS_WSDL_UPSTREAM to their folder.");
        var schemas = XDocument.Load(path).Descendants(Xsd + "schema").ToList();
        var namespaces = schemas.Select(schema => (string)schema.Attribute("targetNamespace")!).ToList();
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in schemas)
        {
            // The WSDL declares prefixes above its schemas and refers across them without xsd:import.
            var copy = new XElement(schema);
            foreach (var declaration in schema.Ancestors().Attributes().Where(attribute =>
                attribute.IsNamespaceDeclaration && copy.Attribute(attribute.Name) is null))
                copy.Add(new XAttribute(declaration));
            foreach (var other in namespaces.Where(ns => ns != (string)schema.Attribute("targetNamespace")!))
                copy.AddFirst(new XElement(Xsd + "import", new XAttribute("namespace", other)));
            using var reader = copy.CreateReader();
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }

    /// <summary>Everything the schema has against an element.</summary>
    public static IReadOnlyList<string> Objections(this XmlSchemaSet schemas, XElement element)
    {
        var objections = new List<string>();
        new XDocument(element).Validate(schemas, (_, objection) => objections.Add(objection.Message));
        return objections;
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("KPS_WSDL_UPSTREAM") is { Length: > 0 } folder)
            return folder;
        var checkout = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName, "KpsGateway.sln")))
            checkout = checkout.Parent;
        return Path.Combine(checkout?.Parent?.FullName ?? ".", "shared", "wsdl-upstream");
    }
}
