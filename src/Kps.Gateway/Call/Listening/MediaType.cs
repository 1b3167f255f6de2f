using System.Text;
using Kps.Gateway.Call.Parsing;
using Microsoft.Net.Http.Headers;

namespace Kps.Gateway.Call.Listening;

/// <summary>What the Content-Type header says of a SOAP request.</summary>
/// <param name="Version">SOAP 1.1 for text/xml, SOAP 1.2 for application/soap+xml; the envelope has the last word.</param>
/// <param name="Encoding">The charset, when one is named.</param>
/// <param name="Action">The <c>action</c> parameter of SOAP 1.2, when there is one.</param>
internal readonly record struct MediaType(SoapVersion Version, Encoding? Encoding, string? Action)
{
    /// <summary>
    /// The charsets taken: UTF-8 and its subset, and the two Turkish single-byte ones old clients declare. UTF-7 and the wide ones are not:
    /// they hide markup from whoever looks at the bytes.
    /// </summary>
    private static readonly Dictionary<string, Encoding> Charsets = CreateCharsets();

    /// <summary>Reads a header as tolerantly as real clients need: a blank before the semicolon, quotes, any case.</summary>
    /// <param name="header">Value of Content-Type; may be null.</param>
    /// <param name="mediaType">What it says.</param>
    /// <returns>A fault code, or null when it will do.</returns>
    public static FaultCode? Read(string? header, out MediaType mediaType)
    {
        mediaType = default;
        if (!MediaTypeHeaderValue.TryParse(header, out var parsed))
        {
            return FaultCode.UnsupportedMediaType;
        }

        SoapVersion version;
        if (parsed.MediaType.Equals("application/soap+xml", StringComparison.OrdinalIgnoreCase))
        {
            version = SoapVersion.Soap12;
        }
        else if (parsed.MediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
            || parsed.MediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase))
        {
            version = SoapVersion.Soap11;
        }
        else
        {
            return FaultCode.UnsupportedMediaType;
        }

        Encoding? encoding = null;
        var charset = HeaderUtilities.RemoveQuotes(parsed.Charset);
        if (charset.Length > 0 && !Charsets.TryGetValue(charset.ToString(), out encoding))
        {
            mediaType = new MediaType(version, null, null);
            return FaultCode.UnsupportedCharset;
        }

        var action = parsed.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("action", StringComparison.OrdinalIgnoreCase));
        mediaType = new MediaType(version, encoding, action is null ? null : HeaderUtilities.RemoveQuotes(action.Value).ToString());
        return null;
    }

    /// <summary>Whether a charset named in an XML declaration is one of those taken.</summary>
    public static bool IsCharsetTaken(string name) => Charsets.ContainsKey(name);

    private static Dictionary<string, Encoding> CreateCharsets()
    {
        Encoding utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var provider = CodePagesEncodingProvider.Instance;
        return new Dictionary<string, Encoding>(StringComparer.OrdinalIgnoreCase)
        {
            ["utf-8"] = utf8,
            ["utf8"] = utf8,
            ["us-ascii"] = utf8,
            ["iso-8859-9"] = provider.GetEncoding("iso-8859-9")!,
            ["windows-1254"] = provider.GetEncoding(1254)!,
        };
    }
}
