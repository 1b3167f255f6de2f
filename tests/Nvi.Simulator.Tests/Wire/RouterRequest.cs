#pragma warning disable CA5350 // The contract fixes SHA-1 and HMAC-SHA1.
using System.Security.Cryptography;
using System.Text;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Tests.Wire;

/// <summary>
/// A query as a raw-XML client writes it: timestamp and SignedInfo are written in canonical form by hand, so the simulator's verifier is
/// checked against code that shares nothing with it. One property for each way to be different or wrong.
/// </summary>
internal sealed record RouterRequest(IssuedAnswer Token, DateTimeOffset Created)
{
    public string TimestampId { get; init; } = "_0";
    public string Zone { get; init; } = "Z";
    public int Minutes { get; init; } = 5;
    public string Action { get; init; } = Ns.Bilesik + "/BilesikKutukSorgulaKimlikNoServis/Sorgula";
    public string? MessageId { get; init; } = "urn:uuid:6a0f2a2e-0000-4000-8000-000000000001";
    public string Break { get; init; } = "";
    public string Prefix { get; init; } = "";
    public string? ReferenceUri { get; init; }
    public string SignatureMethod { get; init; } = Ns.HmacSha1;
    public string SignatureMethodContent { get; init; } = "";
    public string DigestMethod { get; init; } = Ns.Sha1;
    public string Canonicalization { get; init; } = Ns.ExclusiveC14n;
    public string Transforms { get; init; } = $"<Transform Algorithm=\"{Ns.ExclusiveC14n}\"></Transform>";
    public string? SecondReference { get; init; }
    public string? KeyIdentifier { get; init; }
    public string ValueType { get; init; } = Ns.SamlAssertionId;
    public bool HasTokenTypeAttribute { get; init; } = true;
    public byte[]? Key { get; init; }
    public string? Security { get; init; }
    public string ExtraHeader { get; init; } = "";
    public string Body { get; init; } = "";

    public static string Query(params long?[] numbers) =>
        $"<Sorgula xmlns=\"{Ns.Bilesik}\"><kriterListesi>"
        + string.Concat(numbers.Select(number => "<BilesikKutukSorgulaKimlikNoSorguKriteri>"
            + (number is null ? $"<KimlikNo i:nil=\"true\" xmlns:i=\"{Ns.Instance}\"/>" : $"<KimlikNo>{number}</KimlikNo>")
            + "</BilesikKutukSorgulaKimlikNoSorguKriteri>"))
        + "</kriterListesi></Sorgula>";

    public RouterRequest Asking(params long?[] numbers) => this with { Body = Query(numbers) };

    public string Write() =>
        $"<s:Envelope xmlns:s=\"{Ns.Soap12}\" xmlns:a=\"{Ns.Addressing}\"><s:Header>"
        + $"<a:Action s:mustUnderstand=\"1\">{Action}</a:Action>"
        + (MessageId is null ? "" : $"<a:MessageID>{MessageId}</a:MessageID>")
        + "<a:To s:mustUnderstand=\"1\">https://kpsv2.nvi.gov.tr/Services/RoutingService.svc</a:To>"
        + (Security ?? SecurityHeader()) + ExtraHeader
        + $"</s:Header><s:Body>{Body}</s:Body></s:Envelope>";

    public string SecurityHeader() =>
        $"<o:Security s:mustUnderstand=\"1\" xmlns:o=\"{Ns.Security}\">{Timestamp()}{Token.EncryptedData}{Signature()}</o:Security>";

    public string Timestamp() =>
        $"<u:Timestamp xmlns:u=\"{Ns.Utility}\" u:Id=\"{TimestampId}\"><u:Created>{Created:yyyy-MM-ddTHH:mm:ss}{Zone}</u:Created>"
        + $"<u:Expires>{Created.AddMinutes(Minutes):yyyy-MM-ddTHH:mm:ss}{Zone}</u:Expires></u:Timestamp>";

    public string Signature()
    {
        var info = SignedInfo();
        using var mac = new HMACSHA1(Key ?? Token.ProofKey);
        var value = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(info)));
        var p = Prefix.Length == 0 ? "" : Prefix + ":";
        var tokenType = HasTokenTypeAttribute ? $" k:TokenType=\"{Ns.SamlTokenType}\" xmlns:k=\"{Ns.Security11}\"" : "";
        return $"<{p}Signature {Declaration}>{info}<{p}SignatureValue>{value}</{p}SignatureValue><{p}KeyInfo><o:SecurityTokenReference{tokenType}>"
            + $"<o:KeyIdentifier ValueType=\"{ValueType}\">{KeyIdentifier ?? Token.AssertionId}</o:KeyIdentifier></o:SecurityTokenReference></{p}KeyInfo></{p}Signature>";
    }

    private string Declaration => Prefix.Length == 0 ? $"xmlns=\"{Ns.Signature}\"" : $"xmlns:{Prefix}=\"{Ns.Signature}\"";

    private string SignedInfo()
    {
        var digest = Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(Timestamp())));
        var text = $"<SignedInfo {Declaration}>{Break}<CanonicalizationMethod Algorithm=\"{Canonicalization}\"></CanonicalizationMethod>{Break}"
            + $"<SignatureMethod Algorithm=\"{SignatureMethod}\">{SignatureMethodContent}</SignatureMethod>{Break}"
            + $"<Reference URI=\"{ReferenceUri ?? "#" + TimestampId}\">{Break}<Transforms>{Transforms}</Transforms>{Break}"
            + $"<DigestMethod Algorithm=\"{DigestMethod}\"></DigestMethod>{Break}<DigestValue>{digest}</DigestValue>{Break}</Reference>{SecondReference}{Break}</SignedInfo>";
        return Prefix.Length == 0
            ? text
            : System.Text.RegularExpressions.Regex.Replace(text, "<(/?)(?=[A-Z])", $"<$1{Prefix}:");
    }
}
