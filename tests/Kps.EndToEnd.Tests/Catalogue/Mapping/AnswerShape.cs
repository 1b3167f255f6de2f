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
    private static readonly HashSet<string> DemandedWithoutValues = ["Sonuc", "DurumBilgisi", "DogumTarih", "OlumTarih"];

    private readonly XmlSchemaSet _schemas = new();
    private readonly ConcurrentDictionary<XmlSchemaComplexType, IReadOnlyList<XmlSchemaElement>> _members = new();

    /// <summary>Reads the schema of a WSDL.</summary>
    public AnswerShape(byte[] wsdl)
    {
        _schemas.Add(targetNamespace: null, XDocument.Load(new MemoryStream(wsdl)).Descendants(XName.Get("schema", XmlSchema.Namespace)).Single().CreateReader());
        _schemas.Compile();
    }

    /// <summary>Checks <c>…Response</c>.</summary>
    public void Check(OperationDescription operation, XElement response, List<string> problems) =>
        Check(response, ((XmlSchemaElement)_schemas.GlobalElements[new XmlQualifiedName(operation.ResponseName, operation.Namespace)]!).ElementSchemaType!, problems);

    /// <returns>True when there is any value in the element.</returns>
    private bool Check(XElement element, XmlSchemaType type, List<string> problems)
    {
        if (type is not XmlSchemaComplexType complex || XmlLeaves.IsNil(element))
        {
            if (element.HasElements)
            {
                problems.Add($"{element.Name.LocalName} is nil and has members.");
            }

            return element.Value.Length > 0;
        }

        var members = MembersOf(complex);
        var hasValues = members is [{ MaxOccurs: > 1 } item] ? CheckItems(element, item.ElementSchemaType!, problems) : CheckMembers(element, members, problems);
        if (!hasValues && !DemandedWithoutValues.Contains(element.Name.LocalName))
        {
            problems.Add($"{element.Name.LocalName} has no values and is not nil.");
        }

        return hasValues;
    }

    private bool CheckItems(XElement list, XmlSchemaType type, List<string> problems)
    {
        var hasValues = false;
        foreach (var item in list.Elements())
        {
            hasValues |= Check(item, type, problems);
        }

        return hasValues;
    }

    private bool CheckMembers(XElement record, IReadOnlyList<XmlSchemaElement> members, List<string> problems)
    {
        var hasValues = false;
        var expected = 0;
        foreach (var member in record.Elements())
        {
            if (expected < members.Count && members[expected].Name != member.Name.LocalName && IsAbsentWhileAlive(record, members[expected]))
            {
                expected++;
            }

            if (expected == members.Count || members[expected].Name != member.Name.LocalName)
            {
                problems.Add($"{record.Name.LocalName}/{member.Name.LocalName} is not where the contract has it.");
                return true;
            }

            hasValues |= Check(member, members[expected++].ElementSchemaType!, problems);
        }

        if (expected < members.Count && !(expected == members.Count - 1 && IsAbsentWhileAlive(record, members[expected])))
        {
            problems.Add($"{record.Name.LocalName}/{members[expected].Name} is missing.");
        }

        return hasValues;
    }

    /// <summary>The one member that is left out: a living foreigner's date of death.</summary>
    private static bool IsAbsentWhileAlive(XElement record, XmlSchemaElement member) =>
        member.Name == "OlumTarih" && record.Name.LocalName == "DurumBilgisi" && record.Parent?.Parent?.Name.LocalName == "YabanciKisiKutukleri";

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
