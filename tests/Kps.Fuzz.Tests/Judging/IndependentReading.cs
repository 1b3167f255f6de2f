using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Kps.Fuzz.Tests.Judging;

/// <summary>
/// What a request asks, read a second way: the whole document in memory by LINQ to XML, with none of the gateway's code. If the two ever
/// disagree on the number, somebody is given another person's record.
/// </summary>
internal static partial class IndependentReading
{
    private static readonly XNamespace Service = "https://www.saglik.gov.tr/KPS/01/01/2017";

    private static readonly string[] Envelopes = ["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"];

    /// <summary>The one number asked for.</summary>
    /// <returns>Null when the document does not ask for exactly one.</returns>
    public static long? KimlikNo(FuzzInput input)
    {
        XDocument document;
        try
        {
            document = Load(input);
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or ArgumentException)
        {
            return null;
        }

        var root = document.Root!;
        if (root.Name.LocalName != "Envelope" || !Envelopes.Contains(root.Name.NamespaceName))
        {
            return null;
        }

        var numbers = root.Elements(root.Name.Namespace + "Body").Elements().Elements().ToList();
        return numbers is [var only] && only.Name == Service + "kimlikNo" && only.Parent!.Name == Service + "BilesikKisiSorgula" && !only.HasElements
            && Digits().Match(only.Value) is { Success: true } match
            && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static XDocument Load(FuzzInput input)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = new MemoryStream(input.Body, writable: false);
        var charset = Charset().Match(input.ContentType ?? string.Empty);
        if (!charset.Success && !input.Body.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            using var byDeclaration = XmlReader.Create(stream, settings);
            return XDocument.Load(byDeclaration);
        }

        // A byte order mark goes before what HTTP says, and that before what the document says (RFC 7303, 3.3 and 3).
        var name = input.Body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? "utf-8" : charset.Groups[1].Value.ToLowerInvariant() switch { "utf8" or "us-ascii" => "utf-8", var other => other };
        var encoding = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: name == "utf-8");
        using var reader = XmlReader.Create(text, settings);
        return XDocument.Load(reader);
    }

    [GeneratedRegex(@"^\s*([+-]?[0-9]{1,19})\s*$")]
    private static partial Regex Digits();

    [GeneratedRegex("""charset\s*=\s*"?([^\s";]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
