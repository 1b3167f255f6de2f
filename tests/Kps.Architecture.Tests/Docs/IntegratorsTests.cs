using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.Ek;
using Kps.Contracts.TcKimlikNoSorgula;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Responding;

namespace Kps.Architecture.Tests.Docs;

/// <summary>What integrators are told is what the gateway does.</summary>
internal sealed partial class IntegratorsTests
{
    private const string Faults = "docs/integrators/faults.md";
    private const string Answers = "docs/integrators/sample-answers.md";
    private const string Operations = "docs/integrators/operations.md";

    /// <summary>A Kod told in both forms would need two rows; there is none.</summary>
    [Test]
    public void Faults_HasARowForEveryKodInItsForm()
    {
        var told = Enum.GetValues<FaultCode>().Where(code => code != FaultCode.None).Select(FaultTexts.Of)
            .Select(text => $"{text.Kod} {(text.Shape == FaultShape.HataBilgisi ? "HataBilgisi" : "fault")}").Distinct();

        Assert.That(FaultRow().Matches(Repository.Read(Faults)).Select(row => $"{row.Groups["kod"].Value} {row.Groups["form"].Value}"), Is.EquivalentTo(told));
    }

    /// <summary>A query that nobody is told of is not used; one that is told of twice is told differently.</summary>
    [Test]
    public void Operations_HasARowForEveryQuery()
    {
        var told = QueryRow().Matches(Repository.Read(Operations)).Select(row => row.Groups["name"].Value);

        Assert.That(told, Is.EquivalentTo(OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Name)));
    }

    [TestCase("EAileSorguTipi", typeof(EAileSorguTipi))]
    [TestCase("ECinsiyet", typeof(ECinsiyet))]
    [TestCase("NkoTip", typeof(NkoTip))]
    [TestCase("IstatistikOlay", typeof(IstatistikOlay))]
    public void Codes_HasEveryWordOfTheContracts(string name, Type words)
    {
        var codes = Repository.Read("docs/integrators/codes.md");

        // None is our fail-closed default and no word of a contract.
        Assert.That(Enum.GetNames(words).Where(word => word != nameof(NkoTip.None) && !codes.Contains($"`{word}`", StringComparison.Ordinal)), Is.Empty, name);
    }

    [Test]
    public void SampleAnswers_HaveOneOfEveryQuery()
    {
        var headings = Heading().Matches(Repository.Read(Answers)).Select(heading => heading.Groups["name"].Value);

        Assert.That(OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Name), Is.SubsetOf(headings));
    }

    /// <summary>Whole but for what a sentence says is one part of it.</summary>
    [Test]
    public void SampleAnswers_AreTheGoldenOnes()
    {
        var text = Repository.Read(Answers);

        Assert.That(GoldenSample().Count(text), Is.EqualTo(Heading().Count(text)), "Every section has one golden answer.");
        WrittenFile.Check(Answers, GoldenSample().Replace(text, sample =>
        {
            XNode golden = XDocument.Parse(Repository.Read($"tests/golden/{sample.Groups["case"].Value}/response.xml"));
            if (Part().Match(sample.Groups["before"].Value) is { Success: true } part)
            {
                golden = ((XDocument)golden).Descendants().Single(element =>
                    element.Name.LocalName == part.Groups["element"].Value && element.Elements().Any(member => member.Name.LocalName == "Name" && member.Value == part.Groups["name"].Value));
            }

            return $"{sample.Groups["before"].Value}```xml\n{golden.ToString().ReplaceLineEndings("\n")}\n```";
        }));
    }

    [GeneratedRegex(@"^\| (?<kod>\d+) \| (?<form>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex FaultRow();

    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex QueryRow();

    [GeneratedRegex(@"^## (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("one `(?<element>[A-Za-z]+)` of it, that of `(?<name>[A-Za-z]+)`")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<before>\]\(\.\./\.\./tests/golden/(?<case>[a-z0-9/-]+)\)[^\n]*\n\n)```xml\n.*?```", RegexOptions.Singleline)]
    private static partial Regex GoldenSample();
}
