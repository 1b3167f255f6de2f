using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts.Tests.Answers;

namespace Kps.Contracts.Tests.Wsdl;

/// <summary>A published WSDL and its one schema, compiled, with what it has to hold.</summary>
internal sealed class GatewayWsdl
{
    public static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    public static readonly XNamespace Xsd = XmlSchema.Namespace;

    private GatewayWsdl(string file)
    {
        File = file;
        Bytes = EmbeddedFile.Read($"wsdl/{file}");
        Document = XDocument.Load(new MemoryStream(Bytes));
        Schemas = Compile();
    }

    /// <summary>The contract of the later generation: the frozen one.</summary>
    public static GatewayWsdl Kps { get; } = new("KpsServisleri.wsdl")
    {
        Service = KpsService.Kps,
        Generation = ContractGeneration.V2021,
        Types = PublishedTree.Later,
        Criteria = PublishedTree.KpsCriteria,
        PortType = "IKpsServices",
        Address = "https://kps.invalid/Router/RoutingService.svc",
    };

    /// <summary>The contract of the 2017 generation.</summary>
    public static GatewayWsdl Kps2017 { get; } = new("KpsServisleri2017.wsdl")
    {
        Service = KpsService.Kps,
        Generation = ContractGeneration.V2017,
        Types = PublishedTree.V2017,
        Criteria = PublishedTree.KpsCriteria,
        PortType = "IKpsServices",
        Address = "https://kps.invalid/Router/RoutingService.svc",
    };

    /// <summary>The second service.</summary>
    public static GatewayWsdl Ek { get; } = new("KpsEkServisler.wsdl")
    {
        Service = KpsService.Ek,
        Generation = ContractGeneration.V2021,
        Types = PublishedTree.Ek,
        Criteria = PublishedTree.EkCriteria,
        PortType = "IKpsEkServisler",
        Address = "https://kps.invalid/Router/KpsEkServisler.svc",
    };

    public static IReadOnlyList<GatewayWsdl> All { get; } = [Kps, Kps2017, Ek];

    public string File { get; }

    public byte[] Bytes { get; }

    public XDocument Document { get; }

    public XmlSchemaSet Schemas { get; }

    public required KpsService Service { get; init; }

    public required ContractGeneration Generation { get; init; }

    /// <summary>What it answers with.</summary>
    public required FrozenDictionary<string, PublishedType> Types { get; init; }

    /// <summary>What it is asked with.</summary>
    public required FrozenDictionary<string, PublishedType> Criteria { get; init; }

    public required string PortType { get; init; }

    public required string Address { get; init; }

    public string Namespace => (string)Document.Root!.Attribute("targetNamespace")!;

    public IReadOnlyList<OperationDescription> Operations => OperationCatalog.AllOf(Service);

    /// <summary>The document that describes an answer.</summary>
    public static GatewayWsdl Of(AnswerKind kind) =>
        OperationCatalog.Find(kind.Operation)!.Service == KpsService.Ek ? Ek : kind.Generation == ContractGeneration.V2017 ? Kps2017 : Kps;

    /// <summary>Validates a document; fails the test on the first departure from the schema, unknown elements included.</summary>
    public void Validate(byte[] xml)
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

    public override string ToString() => File;

    private XmlSchemaSet Compile()
    {
        var set = new XmlSchemaSet();
        set.ValidationEventHandler += (_, problem) => throw problem.Exception;
        set.Add(Namespace, Document.Descendants(Xsd + "schema").Single().CreateReader());
        set.Compile();
        return set;
    }
}
