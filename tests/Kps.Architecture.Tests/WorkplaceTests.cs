using System.Text;
using System.Text.RegularExpressions;

namespace Kps.Architecture.Tests;

/// <summary>Nothing in the tree speaks of the machine it was written on, and no key or real number has slipped in.</summary>
internal sealed partial class WorkplaceTests
{
    private static readonly string[] Text =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".json", ".xml", ".wsdl", ".sql", ".sh", ".txt", ".yml", ".headers", ".config", ".php", ".py", ".js", ".java", ".cpp"];

    private static IEnumerable<string> TextFiles =>
        Repository.Files.Where(file => Text.Contains(Path.GetExtension(file), StringComparer.Ordinal) || !Path.GetFileName(file).Contains('.'));

    [Test]
    public void File_NamesNoPathOfThisMachine()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        List<string> words = [Repository.Root + "/", "/" + "work/", "/" + "farm/", "file:///" + "home"];
        if (home.Count(character => character == '/') > 1)
        {
            words.Add(home + "/");
        }

        Assert.That(FilesWith(line => words.Exists(word => IsAbsolute(line, word))), Is.Empty);
    }

    [Test]
    public void PackageSources_AreThePublicOne()
    {
        var sources = Repository.Files
            .Where(file => Path.GetFileName(file).Equals("nuget.config", StringComparison.OrdinalIgnoreCase))
            .SelectMany(file => Url().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value));

        Assert.That(sources, Is.All.EqualTo("api.nuget.org"));
    }

    [Test]
    public void File_HoldsNoPrivateKey() =>
        Assert.That(FilesWith(line => line.StartsWith("-----BEGIN ", StringComparison.Ordinal) && line.Contains("PRIVATE KEY-----")), Is.Empty);

    [Test]
    public void Script_AndSourceAreUtf8WithoutMark() =>
        Assert.That(
            TextFiles.Where(file => File.ReadAllBytes(Repository.Full(file)).AsSpan().StartsWith(Encoding.UTF8.Preamble) && !file.EndsWith(".sln", StringComparison.Ordinal)
                && !file.StartsWith("tests/golden/", StringComparison.Ordinal)),
            Is.Empty);

    private static IEnumerable<string> FilesWith(Func<string, bool> isWrong) =>
        TextFiles.SelectMany(file => Repository.Lines(file).Where(isWrong).Select(line => $"{file}: {line.Trim()}"));

    private static bool IsAbsolute(string line, string word)
    {
        for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '.' or '-' or '_' or '}' or ')'))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("https?://([^/\"<\\s]+)")]
    private static partial Regex Url();
}
