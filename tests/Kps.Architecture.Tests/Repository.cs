using System.Xml.Linq;

namespace Kps.Architecture.Tests;

/// <summary>The checkout the tests run from.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", ".git", ".kps", ".vs", ".idea", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Where KpsGateway.sln is.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that could be committed, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>C# files of what ships and of what stands in for it, tests left out.</summary>
    public static IEnumerable<string> ProductSources => Sources.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal));

    /// <summary>All C# files but the samples, which are other people's programs.</summary>
    public static IEnumerable<string> Sources =>
        Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("docs/integrators/samples/", StringComparison.Ordinal));

    /// <summary>All project files.</summary>
    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Full(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(Full(file));

    public static string[] Lines(string file) => File.ReadAllLines(Full(file));

    /// <summary>Names of the projects a project refers to.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. XDocument.Load(Full(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Walk(string directory) =>
        Directory.EnumerateFiles(directory).Concat(Directory.EnumerateDirectories(directory)
            .Where(child => !Skipped.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            .SelectMany(Walk));

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("No KpsGateway.sln above the test's own directory.");
    }
}
