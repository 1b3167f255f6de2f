using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>The one schema of a WSDL as the running gateway serves it. Every success reply of the suite is held against the one of its door.</summary>
internal sealed class ServedSchema
{
    private readonly XmlSchemaSet _schemas = new();

    public ServedSchema(byte[] wsdl)
    {
        _schemas.ValidationEventHandler += (_, problem) => throw problem.Exception;
        _schemas.Add(targetNamespace: null, XDocument.Load(new MemoryStream(wsdl)).Descendants(XName.Get("schema", XmlSchema.Namespace)).Single().CreateReader());
        _schemas.Compile();
    }

    /// <summary>Fails the test when Body holds anything but one element the schema knows to the last member.</summary>
    public void Check(SoapReply reply)
    {
        var content = reply.Envelope.Element(reply.Envelope.Name.Namespace + "Body")!.Elements().Single();
        var problems = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = _schemas,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, problem) => problems.Add(problem.Message);
        using var reader = XmlReader.Create(content.CreateReader(), settings);
        while (reader.Read())
        {
        }

        Assert.That(problems, Is.Empty, reply.Text);
    }
}
