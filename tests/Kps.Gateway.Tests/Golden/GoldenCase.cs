using System.Globalization;
using System.Text;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Callers;

namespace Kps.Gateway.Tests.Golden;

/// <summary>
/// One folder under tests/golden: what a client sent and what it must get, as bytes. See tests/golden/README.md for the files.
/// </summary>
internal sealed class GoldenCase
{
    private const string RequestFile = "request.xml";
    private const string ReplyFile = "response.xml";

    private readonly string _folder;

    private GoldenCase(string folder)
    {
        _folder = folder;
        Name = Path.GetRelativePath(Root, folder).Replace('\\', '/');
        var lines = Lines("request.headers");
        Sent = new GoldenRequest
        {
            Body = File.ReadAllBytes(Path.Combine(folder, RequestFile)),
            Headers = [.. lines.Where(line => !line.StartsWith('@')).Select(Split)],
        };
        foreach (var (name, value) in lines.Where(line => line.StartsWith('@')).Select(Split))
        {
            if (name == "@token")
            {
                Token = value;
            }
            else
            {
                Sent = Direct(name, value);
            }
        }
    }

    public static string Root { get; } = FindRoot();

    public static IEnumerable<GoldenCase> All =>
        Directory.EnumerateFiles(Root, RequestFile, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new GoldenCase(Path.GetDirectoryName(file)!));

    public string Name { get; }

    public GoldenRequest Sent { get; private set; }

    /// <summary>Which of <see cref="GoldenTokens"/> stands in the request; null for none of them.</summary>
    public string? Token { get; }

    /// <summary>The contract generation of the application that asks.</summary>
    public ContractGeneration Nesil =>
        Sent.Body.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"UygulamaKodu>{GoldenRegistry.UygulamaKodu(GoldenRegistry.EarlierApplication)}<")) < 0
            ? ContractGeneration.V2021
            : ContractGeneration.V2017;

    public bool HasReply => File.Exists(Path.Combine(_folder, ReplyFile));

    /// <summary>The body that comes back.</summary>
    public string Reply => File.ReadAllText(Path.Combine(_folder, ReplyFile));

    /// <summary>The status that comes back.</summary>
    public int ReplyStatus => int.Parse(Lines("response.headers")[0], CultureInfo.InvariantCulture);

    public bool HasNotes => Lines("notes.md").Any(line => line.Trim().Length > 0);

    /// <summary>
    /// Compares, and leaves what differs beside what was expected: <c>response.actual.xml</c> for a human to look at and rename. Of an
    /// earlier run nothing stays.
    /// </summary>
    public void Check(byte[] body, string head)
    {
        var isBody = Compare(ReplyFile, "response.actual.xml", body);
        var isHead = Compare("response.headers", "response.actual.headers", Encoding.UTF8.GetBytes(head));
        Assert.Multiple(() =>
        {
            Assert.That(isHead, $"Status and headers are not those of {Name}/response.headers:\n{head}");
            Assert.That(isBody, $"The body is not that of {Name}/response.xml:\n{Encoding.UTF8.GetString(body)}");
        });
    }

    /// <summary>Compares a text with a file, and leaves what differs beside it.</summary>
    public static void CheckFile(string path, string actual) =>
        Assert.That(Compare(path, Encoding.UTF8.GetBytes(actual), Path.ChangeExtension(path, ".actual" + Path.GetExtension(path))), $"Not as in {path}.");

    /// <summary>Writes the request anew, for <see cref="GoldenTokens"/> whose form has changed.</summary>
    public void Rewrite(string request)
    {
        Sent = Sent with { Body = Encoding.UTF8.GetBytes(request) };
        File.WriteAllBytes(Path.Combine(_folder, RequestFile), Sent.Body);
    }

    /// <summary>The case's name, for the list of tests.</summary>
    public override string ToString() => Name;

    private GoldenRequest Direct(string name, string value) => (name, value) switch
    {
        ("@address", _) => Sent with { Address = value },
        ("@nvi", _) => Sent with { Nvi = value },
        ("@door", "ek") => Sent with { Door = AuditDoor.Ek },
        ("@analogy", "off") => Sent with { IsAnalogyOff = true },
        ("@door", "sts") => Sent with { Door = AuditDoor.Sts },
        ("@log", "away") => Sent with { IsLogAway = true },
        ("@keys", "away") => Sent with { AreKeysAway = true },
        ("@red", "application") => Sent with { Callers = new CallerOptions { Application = CallerPolicy.Red } },
        ("@red", "asker") => Sent with { Callers = new CallerOptions { Asker = CallerPolicy.Red } },
        _ => throw new FormatException($"{Name}: {name}: {value} is no directive."),
    };

    private bool Compare(string expectedName, string actualName, byte[] actual) =>
        Compare(Path.Combine(_folder, expectedName), actual, Path.Combine(_folder, actualName));

    private static bool Compare(string expected, byte[] actual, string seen)
    {
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
