using System.Buffers;
using System.Collections.Frozen;
using System.Xml;

namespace Kps.Mernis.Soap;

/// <summary>The codes of a SOAP fault, 1.1 or 1.2. Its text is never read: it may name persons.</summary>
/// <param name="Code">Local name of the most precise code, fit for a log line.</param>
/// <param name="RefusesToken">True when one of its codes is WS-Security's word for a security header that will not do.</param>
internal sealed record SoapFault(string Code, bool RefusesToken)
{
    private const int MaxCodeLength = 64;

    // WS-Security 1.1 section 12; MessageExpired is WCF's.
    private static readonly FrozenSet<string> SecurityCodes = FrozenSet.ToFrozenSet(
        [
            "FailedAuthentication", "InvalidSecurity", "InvalidSecurityToken", "FailedCheck", "SecurityTokenUnavailable",
            "UnsupportedSecurityToken", "MessageExpired",
        ],
        StringComparer.Ordinal);

    private static readonly SearchValues<char> CodeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>Reads the fault out of a body, whatever the HTTP status.</summary>
    /// <returns>Null when the body is no envelope with a fault that has a code.</returns>
    public static SoapFault? TryRead(ArraySegment<byte> document)
    {
        try
        {
            return AnswerReader.Read(document, 0, static (reader, _) => Read(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static SoapFault? Read(AnswerReader reader)
    {
        if (reader.Root() != "Envelope" || !reader.EnterMember("Body") || !reader.EnterMember("Fault") || !reader.Enter())
        {
            return null;
        }

        var codes = new List<string>();
        while (reader.NextMember(out var name))
        {
            switch (name)
            {
                case "Code": ReadCode(reader, codes); break;
                case "faultcode": codes.Add(LocalName(reader.Text(null))); break;
                default: reader.Skip(); break;
            }
        }

        return codes.Count == 0 ? null : new SoapFault(codes[^1], codes.Exists(SecurityCodes.Contains));
    }

    private static void ReadCode(AnswerReader reader, List<string> codes)
    {
        if (!reader.Enter())
        {
            return;
        }

        while (reader.NextMember(out var name))
        {
            switch (name)
            {
                case "Value": codes.Add(LocalName(reader.Text(null))); break;
                case "Subcode": ReadCode(reader, codes); break;
                default: reader.Skip(); break;
            }
        }
    }

    private static string LocalName(string? qualified)
    {
        var name = qualified.AsSpan().Trim();
        name = name[(name.LastIndexOf(':') + 1)..];
        return name.Length is 0 or > MaxCodeLength || name.IndexOfAnyExcept(CodeCharacters) >= 0 ? "?" : name.ToString();
    }
}
