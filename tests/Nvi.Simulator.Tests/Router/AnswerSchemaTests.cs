using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Router.Adres;
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Router.Nko;
using Nvi.Simulator.Tests.Wire;

namespace Nvi.Simulator.Tests.Router;

/// <summary>Every service, held against its schema: NVİ's own where it is public, the one written by analogy where it is not.</summary>
internal sealed class AnswerSchemaTests
{
    private static readonly NviPopulation People = new();
    private static readonly IReadOnlyList<RouterService> Services = RouterServices.All(People);

    private static IEnumerable<TestCaseData> AllServices() => Services.Select(service => new TestCaseData(service).SetArgDisplayNames(FactsName(service)));

    private static IEnumerable<TestCaseData> ByNumber()
    {
        foreach (var isCompact in new[] { false, true })
        {
            foreach (var version in BilesikVersion.All)
                yield return Case(new BilesikKutukService(People, version, isCompact), isCompact);
            yield return Case(new AdresService(People, isCompact), isCompact);
            yield return Case(new NkoService(People, isCompact), isCompact);
        }

        static TestCaseData Case(RouterService service, bool isCompact) =>
            new TestCaseData(service).SetArgDisplayNames(FactsName(service) + (isCompact ? "_compact" : ""));
    }

    [TestCaseSource(nameof(ByNumber))]
    public void Answer_ForHundredsOfPeopleOfEveryKindIsValid(RouterService service)
    {
        var schemas = SchemaFacts.Compile(SchemaFacts.Read(FactsName(service)));
        var people = Enumerable.Range(0, 960).Select(index => People.At(index * 7L)).ToList();
        Assert.That(people.Select(person => person.Kind).Distinct().Count(), Is.EqualTo(3));
        foreach (var person in people)
            AssertValid(schemas, Sorgu.Ask(service, Members(service, person)), $"person {person.Index}");
    }

    [TestCaseSource(nameof(ByNumber))]
    public void Answer_ForNobodyAndForNoCriterionIsValid(RouterService service)
    {
        var schemas = SchemaFacts.Compile(SchemaFacts.Read(FactsName(service)));
        var name = NumberMember(service);

        AssertValid(schemas, Sorgu.Ask(service, (name, People.Samples.Unknown.Value)), "unknown");
        AssertValid(schemas, Sorgu.Ask(service, (name, 1L)), "one");
        AssertValid(schemas, Sorgu.Ask(service, (name, null)), "nil");
        var hundred = Enumerable.Range(0, CriterionForm.Most).Select(index => new (string, object?)[] { (name, People.At(index).KimlikNo.Value) });
        AssertValid(schemas, Sorgu.Answer(service, Sorgu.Body(service, [.. hundred])), "a hundred");
    }

    [TestCaseSource(nameof(AllServices))]
    public void Answer_LeavesOutNoMemberOfTheSchema(RouterService service)
    {
        // The schema lets every member be absent; the real services omit none.
        var schemas = SchemaFacts.Compile(SchemaFacts.Read(FactsName(service)));
        var samples = People.Samples;
        foreach (var number in new[] { samples.Citizen, samples.BlueCard, samples.Foreigner, samples.LargestFamily, samples.DigerAdresi, samples.YurtDisiAdresi, samples.Unknown })
        {
            var response = Sorgu.Ask(service, Members(service, People.Find(number.Value)));
            AssertValid(schemas, response, "answer");
            AssertComplete(((XmlSchemaElement)schemas.GlobalElements[new XmlQualifiedName("SorgulaResponse", service.Namespace)]!).ElementSchemaType!, response);
        }
    }

    [TestCaseSource(nameof(AllServices))]
    public void Criterion_HasTheMembersOfTheSchemaInItsOrder(RouterService service)
    {
        var schemas = SchemaFacts.Compile(SchemaFacts.Read(FactsName(service)));
        if (service.Form is not { } form)
        {
            Assert.That(SchemaFacts.Read(FactsName(service)), Does.Contain("element v:Sorgula =\n"));
            return;
        }

        var type = (XmlSchemaComplexType)schemas.GlobalTypes[new XmlQualifiedName(form.Name, service.Namespace)]!;
        Assert.That(
            form.Members.Select(member => (member.Name, TypeName(member.Kind))),
            Is.EqualTo(Sequence(type).Select(member => (member.QualifiedName.Name, member.ElementSchemaType!.QualifiedName.Name))));
        AssertValid(schemas, XElement.Parse(Sorgu.Body(service, Members(service, People.Find(People.Samples.Citizen.Value)))), "request");
    }

    private static void AssertValid(XmlSchemaSet schemas, XElement element, string what)
    {
        var objections = new List<string>();
        new XDocument(element).Validate(schemas, (_, objection) => objections.Add(objection.Message));
        Assert.That(objections, Is.Empty, what);
    }

    private static void AssertComplete(XmlSchemaType type, XElement element)
    {
        if (element.IsNil() || type is not XmlSchemaComplexType complex)
            return;
        var members = Sequence(complex);
        if (members is [{ MaxOccurs: > 1 } item])
        {
            foreach (var child in element.Elements())
                AssertComplete(item.ElementSchemaType!, child);
            return;
        }

        Assert.That(
            element.Elements().Select(child => child.Name.ToString()),
            Is.EqualTo(members.Select(member => $"{{{member.QualifiedName.Namespace}}}{member.QualifiedName.Name}")),
            element.Name.LocalName);
        foreach (var (child, member) in element.Elements().Zip(members))
            AssertComplete(member.ElementSchemaType!, child);
    }

    private static IReadOnlyList<XmlSchemaElement> Sequence(XmlSchemaComplexType type) =>
        type.ContentTypeParticle is XmlSchemaSequence sequence ? [.. sequence.Items.OfType<XmlSchemaElement>()] : [];

    private static string TypeName(CriterionKind kind) => kind switch
    {
        CriterionKind.Int => "int",
        CriterionKind.Long => "long",
        CriterionKind.Truth => "boolean",
        CriterionKind.Time => "dateTime",
        CriterionKind.NkoTur => "NkoTur",
        _ => "string",
    };

    private static string FactsName(RouterService service)
    {
        var parts = service.Action.Split('/');
        return $"{parts[^2]}-{string.Join('-', parts[^5..^2])}";
    }

    private static string NumberMember(RouterService service) => service.Form!.Members.Last(member => member.Kind == CriterionKind.Long).Name;

    /// <summary>A criterion that asks for a person, or for a place or a time of theirs, with every member the service takes.</summary>
    private static (string Name, object? Value)[] Members(RouterService service, Person? person) =>
        service.Form is null ? [] : [.. service.Form.Members.Select(member => (member.Name, Value(member.Name, person)))];

    private static object? Value(string member, Person? person) => member switch
    {
        "KimlikNo" or "TCKimlikNo" => person?.KimlikNo.Value ?? People.Samples.Unknown.Value,
        "DogumYil" => person?.DogumTarih.Yil,
        "DogumAy" => person?.DogumTarih.Ay,
        "DogumGun" => person?.DogumTarih.Gun,
        "EskiEsListele" or "Vukuatli" => true,
        "NKOTipi" => NkoKind.NufusAileKayitOrnekKardesDahil,
        "Ad" => person?.Ad ?? "YOK",
        "Soyad" => person?.Soyad ?? "YOK",
        "AnneAd" => person?.AnneAd,
        "BabaAd" => person?.BabaAd,
        "DogumYer" => person?.DogumYer.Aciklama,
        "Cinsiyet" => (int?)person?.Cinsiyet,
        "AileSiraNo" => person?.KayitYeri?.AileSiraNo ?? 1,
        "BireySiraNo" => person?.KayitYeri?.BireySiraNo ?? 1,
        "CiltKod" => person?.KayitYeri?.Cilt.Kod ?? 1,
        "IlceKod" => person?.KayitYeri?.Ilce.Kod ?? 1,
        "IlKod" => person?.KayitYeri?.Il.Kod ?? 1,
        "MahalleKod" => person?.KayitYeri is { } place ? (place.Ilce.Kod * 100) + 1 : 1,
        "BaslangicTarih" => new DateOnly(1990, 1, 1),
        "BitisTarih" => new DateOnly(1999, 12, 31),
        "OlayTip" => 1,
        _ => throw new ArgumentException(member, nameof(member)),
    };
}
