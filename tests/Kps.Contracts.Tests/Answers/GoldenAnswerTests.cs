using Kps.Contracts.Answers;
using Kps.Contracts.Tests.BilesikKisiSorgula;
using Kps.Contracts.Tests.Wsdl;

namespace Kps.Contracts.Tests.Answers;

/// <summary>The bytes hospitals receive, pinned. A difference here is a change of a published contract.</summary>
internal sealed class GoldenAnswerTests
{
    private static IEnumerable<GoldenAnswer> Answers => GoldenAnswer.All;

    [TestCaseSource(nameof(Answers))]
    public void Answer_IsByteForByteTheGoldenOne(GoldenAnswer answer) =>
        Assert.That(AnswerXml.Text(AnswerXml.Response(answer.Kind, answer.Result)), Is.EqualTo(AnswerXml.Text(EmbeddedFile.Read($"golden/{answer.Name}.xml"))));

    [TestCaseSource(nameof(Answers))]
    public void GoldenAnswer_IsValidByItsWsdl(GoldenAnswer answer) =>
        Assert.That(() => GatewayWsdl.Of(answer.Kind).Validate(EmbeddedFile.Read($"golden/{answer.Name}.xml")), Throws.Nothing);

    [Test]
    public void EveryOperation_HasAGoldenAnswer() => Assert.That(
        GoldenAnswer.All.Select(answer => answer.Kind.Operation).Distinct(),
        Is.EquivalentTo(AnswerKind.All.Select(kind => kind.Operation).Distinct()));

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
            AnswerCodec.Encode(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021, SampleAnswers.Citizen()).ToArray(),
            Is.EqualTo(EmbeddedFile.Read("golden/citizen.nbfx")));
}
