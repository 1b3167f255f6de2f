using Kps.Contracts.Answers;
using Kps.Contracts.Tests.Wsdl;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>The bytes hospitals receive, pinned. A difference here is a change of the published contract.</summary>
internal sealed class GoldenAnswerTests
{
    private static IEnumerable<string> Names => SampleAnswers.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Answer_IsByteForByteTheGoldenOne(string name) =>
        Assert.That(
            AnswerXml.Text(AnswerXml.Response(SampleAnswers.All[name])),
            Is.EqualTo(AnswerXml.Text(EmbeddedFile.Read($"golden/{name}.xml"))));

    [TestCaseSource(nameof(Names))]
    public void GoldenAnswer_IsValidByTheWsdl(string name) =>
        Assert.That(() => GatewayWsdl.Validate(EmbeddedFile.Read($"golden/{name}.xml")), Throws.Nothing);

    [Test]
    [SetCulture("tr-TR")]
    public void Answer_IsTheSameUnderTurkishCulture() =>
        Assert.That(AnswerXml.Response(SampleAnswers.Citizen()), Is.EqualTo(EmbeddedFile.Read("golden/citizen.xml")));

    [Test]
    public void BodyWrittenLongAgo_IsStillReadable() =>
        Assert.That(
            AnswerCodec.Decode(EmbeddedFile.Read("golden/citizen.nbfx")),
            Is.EqualTo(AnswerXml.Result(SampleAnswers.Citizen())));

    [Test]
    public void BodyWrittenToday_IsStillTheSame() =>
        Assert.That(
            AnswerCodec.Encode(KpsOperation.BilesikKisiSorgula, SampleAnswers.Citizen()).ToArray(),
            Is.EqualTo(EmbeddedFile.Read("golden/citizen.nbfx")));
}
