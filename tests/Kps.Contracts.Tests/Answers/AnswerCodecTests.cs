using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;
using Kps.Contracts.Tests.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.Answers;

internal sealed class AnswerCodecTests
{
    private static IEnumerable<string> Names => SampleAnswers.All.Keys;

    private static IEnumerable<AnswerKind> Kinds => AnswerKind.All;

    [TestCaseSource(nameof(Names))]
    public void Sample_ComesBackByteForByteAndIsSmaller(string name)
    {
        var answer = SampleAnswers.All[name];
        var text = AnswerXml.Result(answer);

        var body = Encode(answer);

        Assert.That(AnswerXml.Text(AnswerCodec.Decode(body)), Is.EqualTo(AnswerXml.Text(text)));
        Assert.That(body, Has.Length.LessThan(text.Length / 3));
    }

    [TestCaseSource(nameof(Kinds))]
    public void AnyTree_ComesBackByteForByte(AnswerKind kind) => AnswerTrees.ForAll(kind, tree =>
        Assert.That(AnswerXml.Text(AnswerCodec.Decode(Encode(kind, tree))), Is.EqualTo(AnswerXml.Text(AnswerXml.Result(kind, tree)))));

    [TestCaseSource(nameof(Kinds))]
    public void FullEmptyAndNilTree_ComeBackByteForByte(AnswerKind kind)
    {
        foreach (var tree in new[] { AnswerTrees.Full(kind.ResultType), AnswerTrees.Empty(kind.ResultType), AnswerTrees.Nil(kind.ResultType) })
            Assert.That(AnswerXml.Text(AnswerCodec.Decode(Encode(kind, tree))), Is.EqualTo(AnswerXml.Text(AnswerXml.Result(kind, tree))));
    }

    [TestCaseSource(nameof(Kinds))]
    public void FullTree_IsStoredWithoutSpellingOutAName(AnswerKind kind)
    {
        var tree = AnswerTrees.Full(kind.ResultType);
        var body = Encoding.Latin1.GetString(Encode(kind, tree));
        var names = XDocument.Load(new MemoryStream(AnswerXml.Result(kind, tree))).Descendants().Select(element => element.Name.LocalName).Distinct();

        Assert.That(names.Where(name => name.Length >= 4 && body.Contains(name, StringComparison.Ordinal)), Is.Empty);
        Assert.That(body, Does.Not.Contain(OperationCatalog.Find(kind.Operation)!.Namespace));
    }

    [Test]
    public void AnyTree_IsStoredWithoutSpellingOutAName() => AnswerTrees.ForAll(tree =>
    {
        var body = Encoding.UTF8.GetString(Encode(tree));

        foreach (var name in AnswerDictionary.Entries.Where(name => name.Length >= 4))
            Assert.That(body.Contains(name, StringComparison.Ordinal), Is.False, name);
    });

    [Test]
    public void LocalTime_DoesNotDependOnTheReadersTimeZone()
    {
        var answer = SampleAnswers.Foreigner(deceased: false);
        answer.Sonuc!.YabanciKisiKutukleri!.KisiBilgisi!.IzinBitisTarih = new DateTime(2027, 1, 14, 12, 0, 0, DateTimeKind.Local);

        var written = Encoding.UTF8.GetString(AnswerXml.Result(answer));
        var body = Encode(answer);

        Assert.That(Encoding.UTF8.GetString(AnswerCodec.Decode(body)), Is.EqualTo(written));
        Assert.That(Encoding.UTF8.GetString(body), Does.Contain("2027-01-14T12:00:00"), "the zone stands in the body as text");
    }

    [Test]
    public void Dictionary_IsFrozen()
    {
        // Names may be appended: then extend this prefix check by a second one. Never change the first.
        var list = string.Join('\n', AnswerDictionary.Entries.Take(124));

        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))),
            Is.EqualTo("1ca9fa422fc4b4a2a316ed852e6ae1da88e392af6011c5c95251b4d2a36715c9"));
    }

    [Test]
    public void Dictionary_IsFrozenWithTheNamesOfTheWholeCatalogue()
    {
        var list = string.Join('\n', AnswerDictionary.Entries.Take(202));

        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))),
            Is.EqualTo("973385d1627d8f166435ff2746609681fd3049e48f7396e6d1654798a81ec8c4"));
    }

    [Test]
    public void Dictionary_HasEveryNameOfTheContractOnce()
    {
        var operations = OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek));
        var members = PublishedTree.Later.Values.Concat(PublishedTree.V2017.Values).Concat(PublishedTree.Ek.Values).SelectMany(type => type.Members).ToList();
        string[] names =
        [
            .. members.Select(member => member.Name),
            .. members.Where(member => member.IsList).Select(member => member.Type),
            .. operations.Select(operation => operation.Name + "Result"),
            .. operations.Select(operation => operation.Namespace),
            "Service", "Il", "Ilce", "Mahalle", "Csbm",
            "Sonuc", "nil", "http://www.w3.org/2001/XMLSchema-instance",
        ];

        Assert.That(AnswerDictionary.Entries, Is.Unique.And.EquivalentTo(names.Distinct()));
    }

    [Test]
    public void Dictionary_KnowsNothingBeyondItsList()
    {
        Assert.That(AnswerDictionary.Version1.TryLookup(AnswerDictionary.Entries.Count, out _), Is.False);
        Assert.That(AnswerDictionary.Version1.TryLookup(-1, out _), Is.False);
        Assert.That(AnswerDictionary.Version1.TryLookup("aciklama", out _), Is.False);
    }

    [Test]
    public void TruncatedBody_IsRefusedAtEveryLength()
    {
        var body = Encode(SampleAnswers.All["no-record"]);

        for (var length = 0; length < body.Length; length++)
            Assert.That(() => AnswerCodec.Decode(body.AsMemory(0, length)), Throws.InstanceOf<XmlException>(), $"{length} bytes");
    }

    [Test]
    public void BodyFollowedByAnything_IsRefused()
    {
        var body = Encode(SampleAnswers.All["no-record"]);

        Assert.That(() => AnswerCodec.Decode((byte[])[.. body, .. body]), Throws.InstanceOf<XmlException>());
        Assert.That(() => AnswerCodec.Decode((byte[])[.. body, 0x01]), Throws.InstanceOf<XmlException>());
    }

    [Test]
    public void NodesAResultNeverHas_AreRefused()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateBinaryWriter(stream, AnswerDictionary.Version1, session: null, ownsStream: false))
        {
            writer.WriteStartElement("x");
            writer.WriteComment("not a result");
            writer.WriteEndElement();
        }

        Assert.That(() => AnswerCodec.Decode(stream.ToArray()), Throws.InstanceOf<XmlException>());
    }

    [Test]
    public void TooLargeBody_IsRefusedBothWays()
    {
        var answer = SampleAnswers.Citizen();
        answer.Sonuc!.HataBilgisi = new() { Aciklama = new string('A', AnswerCodec.MaxBytes) };

        Assert.That(() => Encode(answer), Throws.InstanceOf<InvalidDataException>());
        Assert.That(() => AnswerCodec.Decode(new byte[AnswerCodec.MaxBytes + 1]), Throws.InstanceOf<InvalidDataException>());
    }

    private static byte[] Encode(KpsServisSonucuBilesikKisiBilgisi answer) =>
        Encode(AnswerKind.Of(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021), answer);

    private static byte[] Encode(AnswerKind kind, IKpsServisSonucu answer) => AnswerCodec.Encode(kind.Operation, kind.Generation, answer).ToArray();
}
