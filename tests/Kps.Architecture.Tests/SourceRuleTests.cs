using System.Text.RegularExpressions;

namespace Kps.Architecture.Tests;

/// <summary>House rules that a compiler does not check.</summary>
internal sealed partial class SourceRuleTests
{
    private const int MaxLines = 400;

    private static readonly string[] VagueFolders = ["Helpers", "Models", "Interfaces", "Utils", "Utilities", "Common", "Misc"];

    /// <summary>Files that declare no type because they are an entry point or a list of usings.</summary>
    private static readonly string[] WithoutType = ["Program.cs", "GlobalUsings.cs"];

    [Test]
    public void File_IsShortEnoughToRead() =>
        Assert.That(Repository.Sources.Where(file => Repository.Lines(file).Length > MaxLines), Is.Empty);

    [Test]
    public void File_DeclaresOneType()
    {
        var wrong = Repository.Sources
            .Select(file => (file, count: Repository.Lines(file).Count(line => TopLevelType().IsMatch(line))))
            .Where(found => found.count != (WithoutType.Contains(Path.GetFileName(found.file)) ? 0 : 1))
            .Select(found => $"{found.file}: {found.count}");

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void File_IsNamedAfterItsType()
    {
        var wrong = Repository.Sources.Where(file => !WithoutType.Contains(Path.GetFileName(file)) && !IsNamedAfterType(file));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Folder_HasANameThatSaysSomething() =>
        Assert.That(Repository.Sources.Where(file => file.Split('/').Intersect(VagueFolders, StringComparer.OrdinalIgnoreCase).Any()), Is.Empty);

    [Test]
    public void LoggerMessage_StandsInTheLogClassAlone()
    {
        var users = Repository.ProductSources.Where(file => Repository.Read(file).Contains("[LoggerMessage")).ToList();

        Assert.That(users, Is.Not.Empty);
        Assert.That(users.Where(file => Path.GetFileName(file) != "Log.cs"), Is.Empty);
        Assert.That(users.Where(file => !Repository.Read(file).Contains("internal static partial class Log")), Is.Empty);
    }

    [Test]
    public void Logger_IsNeverCalledDirectly() => NobodyWrites(RawLogCall());

    [Test]
    public void Console_BelongsToEntryPointsAlone()
    {
        var users = Repository.ProductSources
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Path.GetFileName(file) != "Program.cs")
            .Where(file => Code(file).Any(line => line.Contains("Console.")));

        Assert.That(users, Is.Empty);
    }

    [Test]
    public void Clock_IsTheTimeProvider() => NobodyWrites(AmbientClock());

    [Test]
    public void Nothing_IsLeftForLater() => NobodyWrites(Unfinished());

    [Test]
    public void Exception_IsNotSwallowed() =>
        Assert.That(Repository.ProductSources.Where(file => EmptyCatch().IsMatch(Repository.Read(file))), Is.Empty);

    [Test]
    public void EventIds_AreUniqueWithinTheirProject()
    {
        foreach (var log in Repository.ProductSources.Where(file => Path.GetFileName(file) == "Log.cs"))
        {
            var ids = EventId().Matches(Repository.Read(log)).Select(match => match.Groups[1].Value).ToList();

            Assert.That(ids, Is.Unique, log);
            Assert.That(ids, Has.None.EqualTo("0"), log);
        }
    }

    private static void NobodyWrites(Regex pattern) =>
        Assert.That(
            Repository.ProductSources.SelectMany(file => Code(file).Where(line => pattern.IsMatch(line)).Select(line => $"{file}: {line.Trim()}")),
            Is.Empty);

    private static IEnumerable<string> Code(string file) =>
        Repository.Lines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static bool IsNamedAfterType(string file)
    {
        var type = Repository.Lines(file).Select(line => TopLevelType().Match(line)).First(match => match.Success).Groups["name"].Value;
        var name = Path.GetFileName(file).Split('.')[0];
        return name == type || name == type + "OfT";
    }

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+\S+)\s+(?<name>\w+)")]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(\s*(LogLevel|""|\$""|e\b|exception\b)")]
    private static partial Regex RawLogCall();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex AmbientClock();

    [GeneratedRegex(@"\b(NotImplementedException|TODO|FIXME|HACK)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"catch\s*(\([^)]*\)\s*)?(when\s*\([^{]*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId\s*=\s*)?(\d+)")]
    private static partial Regex EventId();
}
