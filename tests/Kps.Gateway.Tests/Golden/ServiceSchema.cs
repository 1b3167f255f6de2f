using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts;
using Kps.Gateway.Wsdl;

namespace Kps.Gateway.Tests.Golden;

/// <summary>The schema of the WSDL the gateway serves.</summary>
internal static class ServiceSchema
{
    private static readonly XmlSchemaSet Schemas = Compile();

    /// <summary>Throws on the first departure from the schema, elements it does not know included.</summary>
    public static void Validate(XElement element)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = Schemas,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, problem) => throw problem.Exception;
        using var reader = XmlReader.Create(new StringReader(element.ToString(SaveOptions.DisableFormatting)), settings);
        while (reader.Read())
        {
        }
    }

    private static XmlSchemaSet Compile()
    {
        var wsdl = XDocument.Parse(Encoding.UTF8.GetString(WsdlDocument.KpsServisleri.For("https://kps.example")));
        var set = new XmlSchemaSet();
        set.ValidationEventHandler += (_, problem) => throw problem.Exception;
        set.Add(KpsNamespaces.Service, wsdl.Descendants(XName.Get("schema", XmlSchema.Namespace)).Single().CreateReader());
        set.Compile();
        return set;
    }
}
