using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Kps.Contracts;

namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>
/// The form of an answer where it has no values (wire contracts a.5): every member of the contract is there, a record without any value is nil as a whole. What clients demand to
/// find is there with nil members; what they demand not to find is not.
/// </summary>
internal sealed class AnswerShape
{
    /// <summary>Absent while a foreigner lives.</summary>
    private const string OlumOfForeigner = "YabanciKisiKutukleri/KisiBilgisi/DurumBilgisi/OlumTarih";

    private static readonly HashSet<string> DemandedWithoutValues = ["Sonuc", "DurumBilgisi", "DogumTarih", "OlumTarih"];

    private readonly XmlSchemaSet _schemas = new();
    private readonly ConcurrentDictionary<XmlSchemaComplexType, IReadOnlyList<XmlSchemaElement>> _members = new();

    /// <summary>Reads the schema of a WSDL.</summary>
    public AnswerShape(byte[] wsdl)
    {
        _schemas.Add(targetNamespace: null, XDocument.Load(new MemoryStream(wsdl)).Descendants(XName.Get("schema", XmlSchema.Namespace)).Single().CreateReader());
        _schemas.Compile();
    }

    /// <summary>Checks the content of <c>…Response</c>.</summary>
    public void Check(OperationDescription operation, XElement response, List<string> problems) =>
        Check(response, ((XmlSchemaElement)_schemas.GlobalElements[new XmlQualifiedName(operation.ResponseName, operation.Namespace)]!).ElementSchemaType!, string.Empty, problems);

    private void Check(XElement element, XmlSchemaType type, string path, List<string> problems)
    {
        if (type is not XmlSchemaComplexType complex || XmlLeaves.IsNil(element))
        {
            if (element.HasElements)
            {
                problems.Add($"{path} is nil and has members.");
            }

            return;
        }

        var members = MembersOf(complex);
        if (members is [{ MaxOccurs: > 1 } item])
        {
            foreach (var one in element.Elements())
            {
                Check(one, item.ElementSchemaType!, $"{path}/{one.Name.LocalName}", problems);
            }

            return;
        }

        if (!DemandedWithoutValues.Contains(element.Name.LocalName) && !element.Descendants().Any(below => !below.HasElements && below.Value.Length > 0))
        {
            problems.Add($"{path} has no values and is not nil.");
        }

        var expected = members.Where(member => element.Elements().Any(found => found.Name.LocalName == member.Name) || !$"{path}/{member.Name}".EndsWith(OlumOfForeigner, StringComparison.Ordinal));
        if (!expected.Select(member => member.Name).SequenceEqual(element.Elements().Select(member => member.Name.LocalName)))
        {
            problems.Add($"{path} has other members than the contract.");
            return;
        }

        foreach (var member in element.Elements())
        {
            Check(member, members.First(one => one.Name == member.Name.LocalName).ElementSchemaType!, $"{path}/{member.Name.LocalName}", problems);
        }
    }

    private IReadOnlyList<XmlSchemaElement> MembersOf(XmlSchemaComplexType type) => _members.GetOrAdd(
        type,
        static type => type.ContentTypeParticle is XmlSchemaSequence sequence ? [.. sequence.Items.Cast<XmlSchemaObject>().SelectMany(Elements)] : []);

    private static IEnumerable<XmlSchemaElement> Elements(XmlSchemaObject particle) => particle switch
    {
        XmlSchemaElement element => [element],
        XmlSchemaSequence inner => inner.Items.Cast<XmlSchemaObject>().SelectMany(Elements),
        _ => [],
    };
}
