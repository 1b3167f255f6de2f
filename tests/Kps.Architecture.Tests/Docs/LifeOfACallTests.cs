using System.Text.RegularExpressions;
using Kps.Gateway.Call;

namespace Kps.Architecture.Tests.Docs;

/// <summary>The prose twin of the walk cannot drift from it.</summary>
internal sealed partial class LifeOfACallTests
{
    private const string Twin = "docs/life-of-a-call.md";

    [Test]
    public void Headings_AreTheStagesInTheirOrder()
    {
        string[] stages = [.. Walks.Query.Select(NameOf), "Audit", "Respond"];
        var expected = stages.Select((name, index) => $"{index + 1}. {name}");

        Assert.That(Heading().Matches(Repository.Read(Twin)).Select(match => match.Groups[1].Value), Is.EqualTo(expected));
    }

    [Test]
    public void Step_LinksTheFolderOfItsStage()
    {
        var steps = Heading().Split(Repository.Read(Twin)).Skip(1).Where((_, index) => index % 2 == 1).ToList();

        Assert.That(steps, Has.Count.EqualTo(Walks.Query.Count + 2));
        for (var index = 0; index < Walks.Query.Count; index++)
        {
            var folder = Walks.Query[index].Namespace!.Split('.')[^1];

            Assert.That(steps[index], Does.Contain($"(../src/Kps.Gateway/Call/{folder})"), Walks.Query[index].Name);
        }
    }

    [Test]
    public void TokenDoor_IsToldToItsLastStage()
    {
        var section = Repository.Read(Twin).Split("## The token door")[1];

        Assert.That(Walks.Token.Select(stage => Walks.Query.Contains(stage) ? NameOf(stage) : stage.Name).Where(name => !section.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void LinkedFile_IsThere()
    {
        var broken = Repository.Files
            .Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(file => Link().Matches(WithoutCode(Repository.Read(file))).Select(match => (file, target: match.Groups[1].Value)))
            .Where(link => !link.target.Contains("://") && !link.target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.Full(link.file))!, link.target)))
            .Select(link => $"{link.file} → {link.target}");

        Assert.That(broken, Is.Empty);
    }

    private static string NameOf(Type stage) => stage.Name[..^"Stage".Length];

    private static string WithoutCode(string markdown) => CodeBlock().Replace(markdown, string.Empty);

    [GeneratedRegex(@"^## (\d+\. \w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
