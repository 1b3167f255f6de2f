using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Kps.Audit;

namespace Kps.Fuzz.Tests.Judging;

/// <summary>
/// What a request asks, read a second way: the whole document in memory by LINQ to XML, with none of the gateway's code. If the two ever
/// disagree on the number, somebody is given another person's record.
/// </summary>
internal static partial class IndependentReading
{
    private static readonly XNamespace Service = "https://www.saglik.gov.tr/KPS/01/01/2017";
    private static readonly XNamespace Ek = "urn:kps:ek:2026-01";

    private const string IssueRequest = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Issue";
    private const string Bearer = "http://docs.oasis-open.org/ws-sx/ws-trust/200512/Bearer";
    private const string NoProofKey = "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey";

    private static readonly XNamespace Trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
    private static readonly XNamespace Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static readonly XNamespace Saml = "urn:oasis:names:tc:SAML:1.0:assertion";
    private static readonly XNamespace Ds = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly Dictionary<string, int> Genuine = FindGenuine();

    private static readonly string[] Envelopes = ["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"];

    /// <summary>The one number asked for.</summary>
    /// <returns>Null when the document does not ask for exactly one.</returns>
    public static long? KimlikNo(FuzzInput input)
    {
        if (TryLoad(input) is not { } root)
        {
            return null;
        }

        var bodies = root.Elements(root.Name.Namespace + "Body").Elements().ToList();
        var service = input.Door == AuditDoor.Ek ? Ek : Service;
        if (bodies is not [var operation] || operation.Name.Namespace != service)
        {
            return null;
        }

        var numbers = operation.Elements().Where(member => member.Name == service + "kimlikNo")
            .Concat(operation.Elements(service + "kriter").Elements().Where(member => member.Name == service + "KimlikNo" || member.Name == service + "TCKimlikNo"))
            .ToList();
        return numbers is [var only] && !only.HasElements
            && Digits().Match(only.Value) is { Success: true } match
            && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Local name of the operation, or of whatever stands in its place.</summary>
    public static string? Operation(FuzzInput input) =>
        TryLoad(input) is { } root ? root.Elements(root.Name.Namespace + "Body").Elements().FirstOrDefault()?.Name.LocalName : null;

    /// <summary>Whether the request is one WS-Trust Issue for a bearer token that says nothing twice.</summary>
    public static bool AsksForToken(FuzzInput input)
    {
        if (TryLoad(input) is not { } root)
        {
            return false;
        }

        var requests = root.Elements(root.Name.Namespace + "Body").Elements().ToList();
        return requests is [var only] && only.Name == Trust + "RequestSecurityToken"
            && only.Elements(Trust + "RequestType").Select(type => type.Value.Trim()).ToList() is [IssueRequest]
            && only.Elements(Trust + "KeyType").Select(type => type.Value.Trim()).ToList() is [] or ["" or Bearer or NoProofKey];
    }

    /// <summary>Whom the one token in the request was issued to, by its signature: only those of the corpus are genuine.</summary>
    /// <returns>Null when there is no token, more than one, or none of the corpus'.</returns>
    public static int? TokenUser(FuzzInput input)
    {
        if (TryLoad(input) is not { } root)
        {
            return null;
        }

        var tokens = root.Elements(root.Name.Namespace + "Header").Elements(Wsse + "Security").Elements(Saml + "Assertion").ToList();
        return tokens is [var only] && Genuine.TryGetValue(Proof(only), out var user) && Users(only).All(named => named == user) ? user : null;
    }

    private static Dictionary<string, int> FindGenuine()
    {
        var genuine = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var input in Corpus.All.Where(input => input.Origin.StartsWith("by-token/good-", StringComparison.Ordinal) || input.Origin.StartsWith("by-token/bound-", StringComparison.Ordinal)
            || input.Origin.Contains("-within-tolerance-", StringComparison.Ordinal) || input.Origin.StartsWith("by-token/two-", StringComparison.Ordinal)))
        {
            foreach (var token in XElement.Parse($"<all>{Corpus.Assertion(input)}</all>").Elements())
            {
                genuine[Proof(token)] = Users(token).First();
            }
        }

        return genuine;
    }

    /// <summary>Digest and signature without white space: nobody else can make the pair.</summary>
    private static string Proof(XElement token) => string.Concat(
        token.Descendants().Where(element => element.Name == Ds + "DigestValue" || element.Name == Ds + "SignatureValue").Select(element => string.Concat(element.Value.Where(letter => !char.IsWhiteSpace(letter)))));

    private static IEnumerable<int> Users(XElement token) =>
        token.Descendants(Saml + "NameIdentifier").Select(name => int.TryParse(name.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var user) ? user : -1);

    private static XElement? TryLoad(FuzzInput input)
    {
        try
        {
            var root = Load(input).Root!;
            return root.Name.LocalName == "Envelope" && Envelopes.Contains(root.Name.NamespaceName) ? root : null;
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or ArgumentException)
        {
            return null;
        }
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
