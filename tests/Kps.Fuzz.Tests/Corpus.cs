using System.Text;
using Kps.Audit;

namespace Kps.Fuzz.Tests;

/// <summary>Every request under tests/golden, as it is sent. Of the directives (lines with @) the door counts; the others are the golden tests' own.</summary>
internal static class Corpus
{
    /// <summary>In the order of their names, so that a seed means the same everywhere.</summary>
    public static IReadOnlyList<FuzzInput> All { get; } = Read();

    /// <summary>A token the house honours, as it stands in a request.</summary>
    public static string Token { get; } = Assertion(All.Single(input => input.Origin == "by-token/good-soap12"));

    /// <summary>The assertion of a request; from its start to the end of the last.</summary>
    public static string Assertion(FuzzInput input)
    {
        var text = Encoding.UTF8.GetString(input.Body);
        const string End = "</saml:Assertion>";
        var (start, end) = (text.IndexOf("<saml:Assertion", StringComparison.Ordinal), text.LastIndexOf(End, StringComparison.Ordinal));
        return start < 0 || end < start ? string.Empty : text[start..(end + End.Length)];
    }

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
        var door = AuditDoor.Router;
        foreach (var line in File.Exists(headersFile) ? File.ReadAllLines(headersFile) : [])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[0] == '@')
            {
                door = line switch { "@door: sts" => AuditDoor.Sts, "@door: ek" => AuditDoor.Ek, _ => door };
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

        return new FuzzInput(name, contentType, headers, File.ReadAllBytes(file)) { Door = door };
    }
}
