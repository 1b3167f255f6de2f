using System.Text;

namespace Kps.Gateway.Tests.Golden;

/// <summary>
/// One folder under tests/golden: what a client sent and what it must get, as bytes. See tests/golden/README.md for the files.
/// </summary>
internal sealed class GoldenCase
{
    private readonly string _folder;

    private GoldenCase(string folder)
    {
        _folder = folder;
        Name = Path.GetRelativePath(Root, folder).Replace('\\', '/');
        var lines = Lines("request.headers");
        Headers = [.. lines.Where(line => !line.StartsWith('@')).Select(Split)];
        foreach (var (name, value) in lines.Where(line => line.StartsWith('@')).Select(Split))
        {
            switch (name)
            {
                case "@address":
                    Address = value;
                    break;
                case "@nvi":
                    Nvi = value;
                    break;
                case "@log":
                    IsLogAway = value == "away";
                    break;
                default:
                    throw new FormatException($"{Name}: {name} is no directive.");
            }
        }
    }

    public static string Root { get; } = FindRoot();

    public static IEnumerable<GoldenCase> All =>
        Directory.EnumerateFiles(Root, "request.xml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new GoldenCase(Path.GetDirectoryName(file)!));

    public string Name { get; }

    public byte[] Request => File.ReadAllBytes(Path.Combine(_folder, "request.xml"));

    /// <summary>Sent as they are; a credential after <c>Basic </c> in clear is encoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    /// <summary>Where the call comes from; <c>none</c> for an exchange without an address.</summary>
    public string Address { get; } = GoldenHouse.InsideAddress;

    /// <summary>A file of tests/golden/nvi without its ending, an HTTP status, or <c>lost</c>.</summary>
    public string Nvi { get; } = "citizen";

    /// <summary>The log refuses every row.</summary>
    public bool IsLogAway { get; }

    public bool HasNotes => Lines("notes.md").Any(line => line.Trim().Length > 0);

    /// <summary>
    /// Compares, and leaves what differs beside what was expected: <c>response.actual.xml</c> for a human to look at and rename. Of an
    /// earlier run nothing stays.
    /// </summary>
    public void Check(byte[] body, string head)
    {
        var isBody = Compare("response.xml", "response.actual.xml", body);
        var isHead = Compare("response.headers", "response.actual.headers", Encoding.UTF8.GetBytes(head));
        Assert.Multiple(() =>
        {
            Assert.That(isHead, $"Status and headers are not those of {Name}/response.headers:\n{head}");
            Assert.That(isBody, $"The body is not that of {Name}/response.xml:\n{Encoding.UTF8.GetString(body)}");
        });
    }

    /// <summary>The case's name, for the list of tests.</summary>
    public override string ToString() => Name;

    private bool Compare(string expectedName, string actualName, byte[] actual)
    {
        var (expected, seen) = (Path.Combine(_folder, expectedName), Path.Combine(_folder, actualName));
        var isSame = File.Exists(expected) && actual.AsSpan().SequenceEqual(File.ReadAllBytes(expected));
        File.Delete(seen);
        if (!isSame)
        {
            File.WriteAllBytes(seen, actual);
        }

        return isSame;
    }

    private string[] Lines(string file) =>
        File.Exists(Path.Combine(_folder, file)) ? [.. File.ReadAllLines(Path.Combine(_folder, file)).Where(line => line.Length > 0)] : [];

    private static (string Name, string Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return (line[..colon].Trim(), line[(colon + 1)..].TrimStart());
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "KpsGateway.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException("No KpsGateway.sln above the test's own directory."), "tests", "golden");
    }
}
