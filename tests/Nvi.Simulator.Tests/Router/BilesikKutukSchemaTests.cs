using System.Xml.Linq;
using System.Xml.Schema;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>Every sort of answer, held against the schema of NVİ's own WSDL.</summary>
internal sealed class BilesikKutukSchemaTests
{
    private static readonly NviPopulation People = new();

    private XmlSchemaSet _schemas = null!;

    [OneTimeSetUp]
    public void Load() => _schemas = UpstreamSchema.Load("BilesikKutukSorgulaKimlikNoServis-2023-02-01.wsdl");

    [TestCase(false)]
    [TestCase(true)]
    public void Answer_ForHundredsOfPeopleOfEveryKindIsValid(bool isCompact)
    {
        var service = new BilesikKutukService(People, isCompact);
        var numbers = Enumerable.Range(0, 960).Select(index => People.At(index * 7L).KimlikNo.Value).ToList();
        Assert.That(numbers.Select(number => People.Find(number)!.Kind).Distinct().Count(), Is.EqualTo(3));
        foreach (var number in numbers)
        {
            var answer = Write(service, number);
            Assert.That(_schemas.Objections(answer), Is.Empty, $"person {People.Find(number)!.Index}");
        }
    }

    [Test]
    public void Answer_ForNobodyAndForNoCriterionIsValid()
    {
        var service = new BilesikKutukService(People);

        Assert.That(_schemas.Objections(Write(service, People.Samples.Unknown.Value)), Is.Empty);
        Assert.That(_schemas.Objections(Write(service, 1)), Is.Empty);
        Assert.That(_schemas.Objections(Write(service, (long?)null)), Is.Empty);
        Assert.That(_schemas.Objections(Write(service, [.. Enumerable.Range(0, 100).Select(index => (long?)People.At(index).KimlikNo.Value)])), Is.Empty);
    }

    [Test]
    public void Answer_LeavesOutNoMemberOfTheSchema()
    {
        // The schema lets every member be absent; the real service omits none. Fill a skeleton from the schema and compare names.
        var service = new BilesikKutukService(People);
        var type = (XmlSchemaComplexType)_schemas.GlobalTypes[new System.Xml.XmlQualifiedName("BilesikKutukBilgileri", Ns)]!;
        foreach (var sample in new[] { People.Samples.Citizen, People.Samples.BlueCard, People.Samples.Foreigner, People.Samples.Unknown })
            AssertComplete(type, Write(service, sample.Value).Descendants(XName.Get("BilesikKutukBilgileri", Ns)).Single());
    }

    private const string Ns = Soap.Ns.Bilesik;

    private static void AssertComplete(XmlSchemaComplexType type, XElement element)
    {
        if (element.IsNil() || type.ContentTypeParticle is not XmlSchemaSequence sequence || element.Name.LocalName == "DoluBilesenler")
            return;
        var members = sequence.Items.OfType<XmlSchemaElement>().ToList();
        Assert.That(
            element.Elements().Select(child => child.Name.ToString()),
            Is.EqualTo(members.Select(member => $"{{{member.QualifiedName.Namespace}}}{member.QualifiedName.Name}")),
            element.Name.LocalName);
        foreach (var (child, member) in element.Elements().Zip(members))
        {
            if (member.ElementSchemaType is XmlSchemaComplexType complex)
                AssertComplete(complex, child);
        }
    }

    private static XElement Write(BilesikKutukService service, params long?[] numbers)
    {
        var document = new XDocument();
        using (var writer = document.CreateWriter())
            service.Write(writer, [.. numbers.Select(number => new SorguKriteri(number, null, null, null))]);
        return document.Root!;
    }
}
