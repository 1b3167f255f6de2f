using System.Text;

namespace Kps.Fuzz.Tests;

/// <summary>Every request under tests/golden, as it is sent. Directives (lines with @) are the golden tests' own and mean nothing here.</summary>
internal static class Corpus
{
    /// <summary>In the order of their names, so that a seed means the same everywhere.</summary>
    public static IReadOnlyList<FuzzInput> All { get; } = Read();

    private static List<FuzzInput> Read()
    {
        var root = Path.Combine(FuzzRun.Root(), "tests", "golden");
        return [.. Directory.EnumerateFiles(root, "request.xml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => Case(Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/'), file))];
    }

    private static FuzzInput Case(string name, string file)
    {
        var headersFile = Path.Combine(Path.GetDirectoryName(file)!, "request.headers");
        var contentType = "application/soap+xml; charset=utf-8";
        var headers = new List<(string, string)>();
        foreach (var line in File.Exists(headersFile) ? File.ReadAllLines(headersFile) : [])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[0] == '@')
            {
                continue;
            }

            var (key, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            switch (key)
            {
                case "Content-Type":
                    contentType = value;
                    break;
                case "Transfer-Encoding" or "Content-Length":
                    // Framing is the transport's; FrontDoor/ attacks it.
                    break;
                case "Authorization" when value.StartsWith("Basic ", StringComparison.Ordinal) && value.Contains(':', StringComparison.Ordinal):
                    headers.Add((key, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(value["Basic ".Length..]))));
                    break;
                default:
                    headers.Add((key, value));
                    break;
            }
        }

        return new FuzzInput(name, contentType, headers, File.ReadAllBytes(file));
    }
}
