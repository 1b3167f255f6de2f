using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts;

namespace Kps.Cli.Tests.Query;

/// <summary>The schemas of the published WSDLs.</summary>
internal static class RequestSchema
{
    private static readonly XmlSchemaSet Kps = Of("KpsServisleri.wsdl");
    private static readonly XmlSchemaSet Ek = Of("KpsEkServisler.wsdl");

    /// <summary>Throws when the schema of the service does not take the element.</summary>
    public static void Validate(OperationDescription operation, string request)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = operation.Service == KpsService.Ek ? Ek : Kps,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, e) => throw e.Exception;
        using var reader = XmlReader.Create(new StringReader(request), settings);
        while (reader.Read())
        {
            // Reading is checking.
        }
    }

    private static XmlSchemaSet Of(string file)
    {
        using var stream = typeof(RequestSchema).Assembly.GetManifestResourceStream($"wsdl/{file}")!;
        var schema = XDocument.Load(stream).Descendants(XName.Get("schema", XmlSchema.Namespace)).Single();
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(null, schema.CreateReader());
        set.Compile();
        return set;
    }
}
