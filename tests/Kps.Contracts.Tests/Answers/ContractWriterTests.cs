using System.Runtime.Serialization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Kisi;
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

    [Test]
    public void AnyTree_IsValidByTheWsdl() =>
        AnswerTrees.ForAll(tree => GatewayWsdl.Validate(AnswerXml.Response(tree)));

    [Test]
    public void AnyTree_IsReadBackWholeByTheFrameworksReader() => AnswerTrees.ForAll(tree =>
    {
        var written = AnswerXml.Result(tree);
        var serializer = new DataContractSerializer(
            typeof(KpsServisSonucuBilesikKisiBilgisi), "BilesikKisiSorgulaResult", KpsNamespaces.Service);

        using var reader = XmlDictionaryReader.CreateTextReader(written, XmlDictionaryReaderQuotas.Max);
        var read = (KpsServisSonucuBilesikKisiBilgisi)serializer.ReadObject(reader)!;

        Assert.That(AnswerXml.Text(AnswerXml.Result(read)), Is.EqualTo(AnswerXml.Text(written)));
    });

    [Test]
    public void AnyTree_HasNoPrefixNoTypeAndOneDeclarationOfTheNilNamespace() => AnswerTrees.ForAll(tree =>
    {
        var result = XDocument.Parse(AnswerXml.Text(AnswerXml.Response(tree)), LoadOptions.PreserveWhitespace).Root!.Elements().Single();

        Assert.That(result.Attributes().Select(attribute => attribute.ToString()), Is.EqualTo([$"xmlns:i=\"{Xsi}\""]));
        foreach (var element in result.Descendants())
        {
            Assert.That(element.Name.Namespace.NamespaceName, Is.EqualTo(KpsNamespaces.Service));
            Assert.That(element.Attributes().Select(a => (a.Name, a.Value)), Is.SubsetOf(new[] { (Xsi + "nil", "true") }));
        }

        var markup = Regex.Matches(AnswerXml.Text(AnswerXml.Response(tree)), "</?([^ >/]+)").Select(match => match.Groups[1].Value);
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
            .Descendants(XName.Get(nameof(DurumBilgisi), KpsNamespaces.Service)).Single();

        Assert.That(durum.Elements().Select(element => element.Name.LocalName), Is.EqualTo(["Durum", "MedeniHal"]));
    }

    [Test]
    public void Writer_StaysOpenForTheEnvelope()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, new UTF8Encoding(false), ownsStream: false))
        {
            writer.WriteStartElement("Response", KpsNamespaces.Service);
            ContractWriter.WriteResult(writer, KpsOperation.BilesikKisiSorgula, SampleAnswers.Citizen());
            Assert.That(writer.WriteState, Is.Not.EqualTo(WriteState.Closed).And.Not.EqualTo(WriteState.Error));
            writer.WriteEndElement();
        }

        Assert.That(AnswerXml.Text(stream.ToArray()), Does.EndWith("</BilesikKisiSorgulaResult></Response>"));
    }

    [Test]
    public void ForeignResultType_IsRefusedBeforeAnythingIsWritten()
    {
        using var stream = new MemoryStream();
        using var writer = XmlDictionaryWriter.CreateTextWriter(stream);

        Assert.That(
            () => ContractWriter.WriteResult(writer, KpsOperation.BilesikKisiSorgula, new OtherResult()),
            Throws.ArgumentException);
        Assert.That(
            () => ContractWriter.WriteResult(writer, KpsOperation.None, SampleAnswers.Citizen()),
            Throws.ArgumentException);
        Assert.That(writer.WriteState, Is.EqualTo(WriteState.Start));
    }

    [Test]
    public void EveryServedOperation_HasAWriter()
    {
        using var writer = XmlDictionaryWriter.CreateTextWriter(Stream.Null);
        foreach (var operation in OperationCatalog.All)
        {
            Assert.That(
                () => ContractWriter.WriteResult(writer, operation.Operation, new OtherResult()),
                Throws.ArgumentException.With.Property("ParamName").EqualTo(operation.IsServed ? "result" : "operation"));
        }
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
        public Parametre? HataBilgisi => null;
    }
}
