using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Kps.Contracts.Tests.Wsdl;

/// <summary>The published WSDL and its one schema, compiled.</summary>
internal static class GatewayWsdl
{
    public static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    public static readonly XNamespace Xsd = XmlSchema.Namespace;

    public static byte[] Bytes { get; } = EmbeddedFile.Read("wsdl/KpsServisleri.wsdl");

    public static XDocument Document { get; } = XDocument.Load(new MemoryStream(Bytes));

    public static XmlSchemaSet Schemas { get; } = Compile();

    /// <summary>Validates a document; fails the test on the first departure from the schema, unknown elements included.</summary>
    public static void Validate(byte[] xml)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = Schemas,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, problem) => throw problem.Exception;
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
        }
    }

    private static XmlSchemaSet Compile()
    {
        var set = new XmlSchemaSet();
        set.ValidationEventHandler += (_, problem) => throw problem.Exception;
        set.Add(KpsNamespaces.Service, Document.Descendants(Xsd + "schema").Single().CreateReader());
        set.Compile();
        return set;
    }
}
