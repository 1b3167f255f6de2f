using System.Reflection;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Nvi.Simulator.Tests.Router;

/// <summary>
/// The schemas of NVİ's services as lines of text: <c>type v:Nko = HataBilgisi c:Parametre; Kisiler v:ArrayOfNkoKisi; …</c>, every member optional and
/// nillable but for a trailing <c>!</c>, repeated with a <c>*</c>. Those with a public WSDL are copied from it, the others are written by analogy.
/// </summary>
internal static class SchemaFacts
{
    private const string Serialization = "http://schemas.microsoft.com/2003/10/Serialization/";
    private const string Common = "http://kps.nvi.gov.tr/2011/01/01";

    private static readonly XNamespace Xsd = XmlSchema.Namespace;

    /// <summary>The facts of a service and version, <c>NkoSorgulaTCKimlikNoServis-2021-04-01</c>.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There are no facts of {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The facts as schemas to validate with.</summary>
    public static XmlSchemaSet Compile(string facts)
    {
        var lines = facts.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var namespaces = lines.Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).Select(line => line.Split(' '))
            .ToDictionary(words => words[1], words => words[2]);
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var (prefix, ns) in namespaces)
        {
            var schema = new XElement(
                Xsd + "schema",
                new XAttribute("targetNamespace", ns),
                new XAttribute("elementFormDefault", "qualified"),
                new XAttribute(XNamespace.Xmlns + "x", XmlSchema.Namespace),
                namespaces.Select(each => new XAttribute(XNamespace.Xmlns + each.Key, each.Value)),
                namespaces.Values.Where(other => other != ns).Select(other => new XElement(Xsd + "import", new XAttribute("namespace", other))),
                lines.Select(line => Definition(line, prefix)));
            using var reader = schema.CreateReader();
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }

    /// <summary>The facts of a WSDL.</summary>
    public static string Render(XDocument wsdl)
    {
        var schemas = wsdl.Descendants(Xsd + "schema").Where(schema => Target(schema) != Serialization).ToList();
        var prefixes = schemas.ToDictionary(Target, schema => schema == schemas[0] ? "v" : Target(schema) == Common ? "c" : "t");
        var lines = schemas.Select(schema => $"namespace {prefixes[Target(schema)]} {Target(schema)}")
            .Concat(schemas.SelectMany(schema => schema.Elements().Select(each => Line(each, prefixes[Target(schema)], prefixes)).OfType<string>()));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>
    /// The WSDL of a service: in the folder that the environment variable KPS_WSDL_UPSTREAM names, else in <c>../shared/wsdl-upstream</c> beside the
    /// checkout. Null where it is not.
    /// </summary>
    public static XDocument? Wsdl(string name)
    {
        var path = Path.Combine(Folder(), name + ".wsdl");
        return File.Exists(path) ? XDocument.Load(path) : null;
    }

    private static string Target(XElement schema) => (string)schema.Attribute("targetNamespace")!;

    private static string? Line(XElement definition, string prefix, Dictionary<string, string> prefixes)
    {
        var head = $"{prefix}:{(string?)definition.Attribute("name")}";
        return definition.Name.LocalName switch
        {
            "complexType" => $"type {head} ={Members(definition, prefixes)}",
            "element" when definition.Attribute("type") is null => $"element {head} ={Members(definition, prefixes)}",
            "simpleType" => $"enum {head} = {string.Join("; ", definition.Descendants(Xsd + "enumeration").Select(value => (string)value.Attribute("value")!))}",
            _ => null,
        };
    }

    private static string Members(XElement definition, Dictionary<string, string> prefixes) => string.Join(
        ';',
        definition.Descendants(Xsd + "element").Select(member =>
        {
            Assert.That((string?)member.Attribute("minOccurs"), Is.EqualTo("0"));
            var type = ((string)member.Attribute("type")!).Split(':');
            var ns = member.GetNamespaceOfPrefix(type[0])!.NamespaceName;
            return $" {(string)member.Attribute("name")!} {(ns == XmlSchema.Namespace ? "x" : prefixes[ns])}:{type[1]}"
                + (member.Attribute("maxOccurs") is null ? "" : "*")
                + ((string?)member.Attribute("nillable") == "true" ? "" : "!");
        }));

    private static XElement? Definition(string line, string prefix)
    {
        var (kind, rest) = (line.Split(' ')[0], line[(line.IndexOf(' ') + 1)..]);
        if (!rest.StartsWith(prefix + ":", StringComparison.Ordinal))
            return null;
        var parts = rest.Split('=', 2);
        var name = new XAttribute("name", parts[0].Trim()[(prefix.Length + 1)..]);
        var members = parts[1].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return kind switch
        {
            "type" => new XElement(Xsd + "complexType", name, Sequence(members)),
            "element" => new XElement(Xsd + "element", name, new XElement(Xsd + "complexType", Sequence(members))),
            "enum" => new XElement(
                Xsd + "simpleType",
                name,
                new XElement(
                    Xsd + "restriction",
                    new XAttribute("base", "x:string"),
                    members.Select(value => new XElement(Xsd + "enumeration", new XAttribute("value", value))))),
            _ => throw new FormatException(line),
        };
    }

    private static XElement Sequence(string[] members) => new(
        Xsd + "sequence",
        members.Select(member => member.Split(' ')).Select(words => new XElement(
            Xsd + "element",
            new XAttribute("name", words[0]),
            new XAttribute("type", words[1].TrimEnd('!', '*')),
            new XAttribute("minOccurs", 0),
            words[1].Contains('*') ? new XAttribute("maxOccurs", "unbounded") : null,
            words[1].Contains('!') ? null : new XAttribute("nillable", "true"))));

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
