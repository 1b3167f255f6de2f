using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts;
using Kps.Gateway.Wsdl;

namespace Kps.Gateway.Tests.Golden;

/// <summary>The schemas of the WSDLs the gateway serves.</summary>
internal static class ServiceSchema
{
    private static readonly XmlSchemaSet Later = Compile(WsdlDocument.KpsServisleri, KpsNamespaces.Service);
    private static readonly XmlSchemaSet Earlier = Compile(WsdlDocument.KpsServisleri2017, KpsNamespaces.Service);
    private static readonly XmlSchemaSet Ek = Compile(WsdlDocument.KpsEkServisler, KpsNamespaces.Ek);

    /// <summary>Throws on the first departure from the schema of the element's service, elements it does not know included.</summary>
    /// <param name="element">The response element.</param>
    /// <param name="nesil">Generation of the first service's schema; the second has one alone.</param>
    public static void Validate(XElement element, ContractGeneration nesil = ContractGeneration.V2021)
    {
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = element.Name.NamespaceName == KpsNamespaces.Ek ? Ek : nesil == ContractGeneration.V2017 ? Earlier : Later,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, problem) => throw problem.Exception;
        using var reader = XmlReader.Create(new StringReader(element.ToString(SaveOptions.DisableFormatting)), settings);
        while (reader.Read())
        {
        }
    }

    private static XmlSchemaSet Compile(WsdlDocument document, string ns)
    {
        var wsdl = XDocument.Parse(Encoding.UTF8.GetString(document.For("https://kps.example")));
        var set = new XmlSchemaSet();
        set.ValidationEventHandler += (_, problem) => throw problem.Exception;
        set.Add(ns, wsdl.Descendants(XName.Get("schema", XmlSchema.Namespace)).Single().CreateReader());
        set.Compile();
        return set;
    }
}
