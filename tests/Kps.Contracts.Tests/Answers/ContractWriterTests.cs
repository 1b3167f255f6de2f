using System.Buffers;
using System.Runtime.Serialization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Kps.Contracts.Answers;
using Kps.Contracts.Ek;
using Kps.Contracts.Ortak;
using Kps.Contracts.Tests.BilesikKisiSorgula;
using Kps.Contracts.Tests.Wsdl;

namespace Kps.Contracts.Tests.Answers;

internal sealed class ContractWriterTests
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // From a method, because an attribute argument cannot hold an unpaired surrogate.
    private static IEnumerable<TestCaseData> IllegalTexts()
    {
        yield return Case("control character", "A\u0001B", "AB");
        yield return Case("nothing left", "\u0000", "");
        yield return Case("several", "A\u000b\u001fB", "AB");
        yield return Case("noncharacters", "A\ufffe\uffffB", "AB");
        yield return Case("high surrogate alone", "A\ud800B", "AB");
        yield return Case("low surrogate alone", "A\udc00B", "AB");
        yield return Case("high surrogate at the end", "A\ud800", "A");
        yield return Case("pair the wrong way round", "A\udc00\ud800B", "AB");
        yield return Case("a true pair stays", "A😀B", "A😀B");
        yield return Case("legal oddities stay", "A\t\u007f\u0085\ue000B", "A\t\u007f\u0085\ue000B");

        static TestCaseData Case(string name, string text, string expected) => new TestCaseData(text, expected).SetArgDisplayNames(name);
    }

    private static IEnumerable<AnswerKind> Kinds => AnswerKind.All;

    [TestCaseSource(nameof(Kinds))]
    public void AnyTree_IsValidByItsWsdl(AnswerKind kind) =>
        AnswerTrees.ForAll(kind, tree => GatewayWsdl.Of(kind).Validate(AnswerXml.Response(kind, tree)));

    [TestCaseSource(nameof(Kinds))]
    public void FullEmptyAndNilTree_AreValidByTheirWsdlToTheLastMember(AnswerKind kind)
    {
        foreach (var tree in new[] { AnswerTrees.Full(kind.ResultType), AnswerTrees.Empty(kind.ResultType), AnswerTrees.Nil(kind.ResultType) })
            Assert.That(() => GatewayWsdl.Of(kind).Validate(AnswerXml.Response(kind, tree)), Throws.Nothing);

        var full = XDocument.Parse(AnswerXml.Text(AnswerXml.Response(kind, AnswerTrees.Full(kind.ResultType))));
        Assert.That(
            full.Descendants().Where(element => element.Attribute(Xsi + "nil") is not null && element.Name.LocalName != "SubProperties"),
            Is.Empty,
            "of a full tree nothing is nil");
    }

    [TestCaseSource(nameof(Kinds))]
    public void AnyTree_IsReadBackWholeByTheFrameworksReader(AnswerKind kind) => AnswerTrees.ForAll(kind, tree =>
    {
        var operation = OperationCatalog.Find(kind.Operation)!;
        var written = AnswerXml.Result(kind, tree);
        var serializer = new DataContractSerializer(kind.ResultType, operation.Name + "Result", operation.Namespace);

        using var reader = XmlDictionaryReader.CreateTextReader(written, XmlDictionaryReaderQuotas.Max);
        var read = (IKpsServisSonucu)serializer.ReadObject(reader)!;

        Assert.That(AnswerXml.Text(AnswerXml.Result(kind, read)), Is.EqualTo(AnswerXml.Text(written)));
    });

    [TestCaseSource(nameof(Kinds))]
    public void AnyTree_HasNoPrefixNoTypeAndOneDeclarationOfTheNilNamespace(AnswerKind kind) => AnswerTrees.ForAll(kind, tree =>
    {
        var text = AnswerXml.Text(AnswerXml.Response(kind, tree));
        var result = XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!.Elements().Single();

        Assert.That(result.Attributes().Select(attribute => attribute.ToString()), Is.EqualTo([$"xmlns:i=\"{Xsi}\""]));
        foreach (var element in result.Descendants())
        {
            Assert.That(element.Name.Namespace.NamespaceName, Is.EqualTo(OperationCatalog.Find(kind.Operation)!.Namespace));
            Assert.That(element.Attributes().Select(a => (a.Name, a.Value)), Is.SubsetOf(new[] { (Xsi + "nil", "true") }));
        }

        var markup = Regex.Matches(text, "</?([^ >/]+)").Select(match => match.Groups[1].Value);
        Assert.That(markup, Has.None.Contains(":"));
    });

    [Test]
    public void TurkishLetters_AreWrittenRaw()
    {
        var text = AnswerXml.Text(AnswerXml.Response(SampleAnswers.Citizen()));

        Assert.That(text, Does.Contain("<Ad>ÖRNEK IŞIL</Ad>").And.Contain("<Soyad>İĞNECİ</Soyad>"));
        Assert.That(text, Does.Not.Contain("&#"));
    }

    [TestCaseSource(nameof(IllegalTexts))]
    public void CharactersXmlCannotCarry_NeverReachTheWire(string ad, string expected)
    {
        var answer = SampleAnswers.Citizen();
        answer.Sonuc!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad = ad;

        var utf8 = AnswerXml.Response(answer);

        var read = XDocument.Load(new MemoryStream(utf8), LoadOptions.PreserveWhitespace);
        Assert.That(read.Descendants(XName.Get("Ad", KpsNamespaces.Service)).First().Value, Is.EqualTo(expected));
        Assert.That(AnswerXml.Text(utf8), Does.Not.Contain("&#x"));
    }

    [Test]
    public void CleanText_IsNotCopied()
    {
        const string Name = "ŞÜKRÜ ÇAĞLAYAN 😀";

        Assert.That(XmlLegalText.Clean(Name), Is.SameAs(Name));
    }

    [Test]
    public void LivingForeigner_HasNoDateOfDeathButNilMaritalStatus()
    {
        var answer = SampleAnswers.Foreigner(deceased: false);

        var durum = XDocument.Parse(AnswerXml.Text(AnswerXml.Response(answer)))
            .Descendants(XName.Get("DurumBilgisi", KpsNamespaces.Service)).Single();

        Assert.That(durum.Elements().Select(element => element.Name.LocalName), Is.EqualTo(["Durum", "MedeniHal"]));
    }

    [TestCaseSource(nameof(Kinds))]
    public void AnyTree_IsByteForByteWhatTheFrameworkWrites(AnswerKind kind) => AnswerTrees.ForAll(kind, tree =>
        Assert.That(AnswerXml.Text(AnswerXml.Response(kind, tree)), Is.EqualTo(AnswerXml.Text(FrameworkWriter.Response(kind, tree)))));

    [TestCaseSource(nameof(Kinds))]
    public void FullEmptyAndNilTree_AreByteForByteWhatTheFrameworkWrites(AnswerKind kind)
    {
        foreach (var tree in new[] { AnswerTrees.Full(kind.ResultType), AnswerTrees.Empty(kind.ResultType), AnswerTrees.Nil(kind.ResultType) })
            Assert.That(AnswerXml.Text(AnswerXml.Response(kind, tree)), Is.EqualTo(AnswerXml.Text(FrameworkWriter.Response(kind, tree))));
    }

    [TestCase("a & b < c > d \" '")]
    [TestCase("satır\r\nsonu\tve\nbaşı")]
    [TestCase(" boşluk ")]
    [TestCase("")]
    public void AnyText_IsEscapedAsTheFrameworkEscapesIt(string text)
    {
        var kind = AnswerKind.Of(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021);
        var answer = SampleAnswers.Citizen();
        answer.Sonuc!.TCVatandasiKisiKutukleri!.KisiBilgisi!.TemelBilgisi!.Ad = text;

        Assert.That(AnswerXml.Text(AnswerXml.Response(answer)), Is.EqualTo(AnswerXml.Text(FrameworkWriter.Response(kind, answer))));
        Assert.That(
            AnswerXml.Text(AnswerCodec.Decode(AnswerCodec.Encode(kind.Operation, kind.Generation, answer))),
            Is.EqualTo(AnswerXml.Text(FrameworkWriter.Result(kind, answer))));
    }

    [TestCaseSource(nameof(Kinds))]
    public void AnyOtherResultType_IsRefusedBeforeAnythingIsWritten(AnswerKind kind)
    {
        var writer = new ArrayBufferWriter<byte>();
        var others = Kinds.Select(other => other.ResultType).Distinct().Where(type => type != kind.ResultType).Select(AnswerTrees.Nil);

        foreach (var other in others.Append(new OtherResult()))
        {
            Assert.That(
                () => ContractWriter.WriteResult(writer, kind.Operation, kind.Generation, other),
                Throws.ArgumentException.With.Property("ParamName").EqualTo("result"));
        }

        Assert.That(writer.WrittenCount, Is.Zero);
    }

    [TestCase(KpsOperation.None, ContractGeneration.V2021, "operation")]
    [TestCase(KpsOperation.Issue, ContractGeneration.V2021, "operation")]
    [TestCase(KpsOperation.BilesikKisiSorgula, ContractGeneration.None, "generation")]
    [TestCase(KpsOperation.BilesikKisiSorgula, (ContractGeneration)2023, "generation")]
    public void WhatIsNotOfTheContract_IsRefusedBeforeAnythingIsWritten(KpsOperation operation, ContractGeneration generation, string name)
    {
        var writer = new ArrayBufferWriter<byte>();

        Assert.That(
            () => ContractWriter.WriteResult(writer, operation, generation, SampleAnswers.Citizen()),
            Throws.ArgumentException.With.Property("ParamName").EqualTo(name));
        Assert.That(writer.WrittenCount, Is.Zero);
    }

    [Test]
    public void EveryOperation_HasAWriterInBothGenerations() => Assert.That(
        AnswerKind.All.Select(kind => (kind.Operation, kind.Generation)),
        Is.EquivalentTo(
            from operation in OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek))
            from generation in new[] { ContractGeneration.V2021, ContractGeneration.V2017 }
            select (operation.Operation, generation)));

    [Test]
    public void EventNobodyNamed_IsNoValueOfTheContract()
    {
        var result = new EkSonucu<Istatistik> { Sonuc = new Istatistik { Olay = IstatistikOlay.None } };

        Assert.That(
            () => AnswerXml.Result(AnswerKind.Of(KpsOperation.IstatistikSorgula, ContractGeneration.V2021), result),
            Throws.InstanceOf<SerializationException>());
    }

    [Test]
    public void MarkupAroundTheCleaning_IsRefused()
    {
        using var stream = new MemoryStream();
        using var inner = XmlDictionaryWriter.CreateTextWriter(stream);
        using var writer = new LegalTextWriter(inner);

        Assert.That(() => writer.WriteRaw("&#x1;"), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => writer.WriteCData("\u0001"), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => writer.WriteCharEntity('\u0001'), Throws.InstanceOf<NotSupportedException>());
        Assert.That(() => writer.WriteProcessingInstruction("php", null), Throws.InstanceOf<NotSupportedException>());
    }

    private sealed class OtherResult : IKpsServisSonucu
    {
        public Ortak.Parametre? HataBilgisi => null;
    }
}
