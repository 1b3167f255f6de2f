using System.Xml.Linq;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Nesil2017;
using Kps.Contracts.Ortak;
using Kps.Contracts.Tests.Answers;
using Kps.Contracts.Tests.BilesikKisiSorgula;
using Kps.Contracts.Tests.Wsdl;
using Extract = Kps.Contracts.KimlikNoIleNufusKayitOrnegiSorgula.KpsServisSonucuGenelNufusKayitOrnegi;
using Person = Kps.Contracts.BilesikKisiSorgula.KpsServisSonucuBilesikKisiBilgisi;

namespace Kps.Contracts.Tests.Nesil2017;

/// <summary>
/// The conversion against a second description of it, made on the XML of the later shape: what each member becomes, and that nothing else
/// becomes anything.
/// </summary>
internal sealed class Nesil2017ConverterTests
{
    private static readonly XNamespace Ns = KpsNamespaces.Service;
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static IEnumerable<AnswerKind> Kinds => AnswerKind.Later;

    private static IEnumerable<AnswerKind> Unchanged => AnswerKind.Later
        .Where(kind => AnswerKind.Of(kind.Operation, ContractGeneration.V2017).ResultType == kind.ResultType);

    [TestCaseSource(nameof(Kinds))]
    public void AnyTree_BecomesTheTypeAndTheSchemaOf2017(AnswerKind kind) => AnswerTrees.ForAll(kind, tree =>
    {
        var old = AnswerKind.Of(kind.Operation, ContractGeneration.V2017);
        var converted = Nesil2017Converter.Convert(tree);

        Assert.That(converted, Is.TypeOf(old.ResultType));
        Assert.That(() => GatewayWsdl.Of(old).Validate(AnswerXml.Response(old, converted)), Throws.Nothing);
    });

    [TestCaseSource(nameof(Unchanged))]
    public void ResultOfOneShape_IsTheSameObject(AnswerKind kind)
    {
        var tree = AnswerTrees.Full(kind.ResultType);

        Assert.That(Nesil2017Converter.Convert(tree), Is.SameAs(tree));
    }

    [Test]
    public void Unchanged_AreFourOfTheSevenAndTheSecondService() =>
        Assert.That(Unchanged.Count(), Is.EqualTo(4 + OperationCatalog.AllOf(KpsService.Ek).Count));

    [Test]
    public void Person_LosesNothingThe2017ShapeCanHold() => AnswerTrees.ForAll<Person>(tree =>
        AssertSame(KpsOperation.BilesikKisiveAdresSorgula, tree, ExpectPerson));

    [Test]
    public void Extract_LosesNothingThe2017ShapeCanHold() => AnswerTrees.ForAll<Extract>(tree =>
        AssertSame(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, tree, ExpectExtract));

    [TestCase(KpsOperation.BilesikKisiveAdresSorgula)]
    [TestCase(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula)]
    public void FullTree_StaysFull(KpsOperation operation)
    {
        var old = AnswerKind.Of(operation, ContractGeneration.V2017);
        var later = AnswerKind.Of(operation, ContractGeneration.V2021);

        Assert.That(
            Shape(AnswerXml.Result(old, Nesil2017Converter.Convert(AnswerTrees.Full(later.ResultType)))),
            Is.EqualTo(Shape(AnswerXml.Result(old, AnswerTrees.Full(old.ResultType)))));

        static string[] Shape(byte[] xml) =>
            [.. XDocument.Load(new MemoryStream(xml)).Descendants().Select(element => string.Join('/', element.AncestorsAndSelf().Select(one => one.Name.LocalName).Reverse()))];
    }

    [Test]
    public void Conversion_LeavesTheLaterTreeAsItIs() => AnswerTrees.ForAll<Person>(tree =>
    {
        var before = AnswerXml.Result(tree);

        Nesil2017Converter.Convert(tree);

        Assert.That(AnswerXml.Result(tree), Is.EqualTo(before));
    });

    [Test]
    public void DateOfDeath_ThatStandsInTheStatusOnly_IsNotLost()
    {
        var answer = SampleAnswers.Foreigner(deceased: true);
        answer.Sonuc!.YabanciKisiKutukleri!.KisiBilgisi!.OlumTarih = new TarihBilgisi();

        Assert.That(Nesil2017Converter.Convert(answer).Sonuc!.YabanciKisiKutukleri!.KisiBilgisi!.OlumTarih!.Yil, Is.EqualTo(2023));
    }

    [Test]
    public void NoRecord_HasNoContainerForTheSakeOfAnAddress()
    {
        var answer = BilesikKisiSonuclari.KayitYok(SampleAnswers.CitizenNo, new Parametre { Kod = 2 });
        answer.Sonuc!.AdresBilgisi = SampleAnswers.CitizenWithAddress().Sonuc!.AdresBilgisi;

        var converted = Nesil2017Converter.Convert(answer).Sonuc!;

        Assert.That(converted.HataBilgisi!.Kod, Is.EqualTo(2));
        Assert.That(new object?[] { converted.MaviKartliKisiKutukleri, converted.TCVatandasiKisiKutukleri, converted.YabanciKisiKutukleri }, Is.All.Null);
    }

    [Test]
    public void Nothing_IsConvertedFromNothing()
    {
        Assert.That(() => Nesil2017Converter.Convert((Person)null!), Throws.ArgumentNullException);
        Assert.That(() => Nesil2017Converter.Convert((Extract)null!), Throws.ArgumentNullException);
    }

    private static void AssertSame(KpsOperation operation, IKpsServisSonucu tree, Action<XElement> expect)
    {
        var old = AnswerKind.Of(operation, ContractGeneration.V2017);
        var expected = XDocument.Load(
            new MemoryStream(AnswerXml.Result(AnswerKind.Of(operation, ContractGeneration.V2021), tree)), LoadOptions.PreserveWhitespace).Root!;
        if (expected.Element(Ns + "Sonuc") is { } sonuc && !IsNil(sonuc))
            expect(sonuc);

        var converted = XDocument.Load(new MemoryStream(AnswerXml.Result(old, Nesil2017Converter.Convert(tree))), LoadOptions.PreserveWhitespace).Root!;

        Assert.That(Lines(converted), Is.EqualTo(Lines(expected)));
    }

    private static void ExpectPerson(XElement sonuc)
    {
        var adres = sonuc.Element(Ns + "AdresBilgisi")!;
        adres.Remove();
        foreach (var container in sonuc.Elements().Where(element => element.Name.LocalName.EndsWith("KisiKutukleri", StringComparison.Ordinal) && !IsNil(element)))
            container.AddFirst(new XElement(adres));
        if (sonuc.Descendants(Ns + "NufusCuzdaniBilgisi").SingleOrDefault()?.Element(Ns + "AnneAd") is { } anneAd)
            anneAd.Name = Ns + "AnaAd";
        if (sonuc.Element(Ns + "YabanciKisiKutukleri")!.Element(Ns + "KisiBilgisi")?.Element(Ns + "DurumBilgisi") is not { } durum)
            return;

        var olum = durum.Parent!.Element(Ns + "OlumTarih")!;
        if (durum.Element(Ns + "OlumTarih") is { } told && olum.Elements().All(IsNil))
            olum.ReplaceWith(told);
        durum.Remove();
    }

    private static void ExpectExtract(XElement sonuc)
    {
        foreach (var person in sonuc.Descendants(Ns + "NkoKisi"))
        {
            person.Element(Ns + "KisiOlayTarihBilgisi")!.Remove();
            person.Element(Ns + "YakinlikKod")!.Name = Ns + "Yakinlik";
            person.Name = Ns + "KisiBilgisi";
        }
    }

    private static bool IsNil(XElement element) => (string?)element.Attribute(Xsi + "nil") == "true";

    /// <summary>Path and text of every element, in order: a difference is told by its place.</summary>
    private static string[] Lines(XElement root) =>
    [
        .. root.DescendantsAndSelf().Select(element =>
            $"{string.Join('/', element.AncestorsAndSelf().Select(one => one.Name.LocalName).Reverse())} {(IsNil(element) ? "nil" : element.HasElements ? "" : $"'{element.Value}'")}"),
    ];
}
