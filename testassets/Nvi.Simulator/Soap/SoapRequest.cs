using System.Xml;

namespace Nvi.Simulator.Soap;

/// <summary>A request envelope opened far enough for both doors; elements keep their white space, which signatures need.</summary>
/// <param name="Action">Text of wsa:Action, empty when absent.</param>
/// <param name="MessageId">Text of wsa:MessageID, null when absent; duplicates are no concern here.</param>
/// <param name="Sorgulayan">Text of the optional Sorgulayan header.</param>
/// <param name="Security">The one wsse:Security header for us, null when there is none or more than one.</param>
/// <param name="Body">First element of the body, null when the body is empty.</param>
/// <param name="HasUnknownMandatoryHeader">True when a header we do not know carries mustUnderstand.</param>
internal sealed record SoapRequest(
    string Action, string? MessageId, string? Sorgulayan, XmlElement? Security, XmlElement? Body, bool HasUnknownMandatoryHeader)
{
    private const int MaxDepth = 64;

    private static readonly string[] AddressingHeaders = ["Action", "MessageID", "To", "ReplyTo", "FaultTo", "From", "RelatesTo"];

    /// <summary>Opens an envelope.</summary>
    /// <param name="content">The whole body of the HTTP request.</param>
    /// <returns>Null when it is no SOAP 1.2 envelope; IIS answers 400 then.</returns>
    public static SoapRequest? Open(byte[] content)
    {
        var document = Load(content);
        if (document?.DocumentElement is not { LocalName: "Envelope", NamespaceURI: Ns.Soap12 } envelope)
            return null;
        var header = envelope.Child("Header", Ns.Soap12);
        var body = envelope.Child("Body", Ns.Soap12);
        if (body is null)
            return null;
        var security = header?.Children("Security", Ns.Security).Where(IsForUs).ToList() ?? [];
        return new SoapRequest(
            header?.Child("Action", Ns.Addressing)?.InnerText.Trim() ?? string.Empty,
            header?.Child("MessageID", Ns.Addressing)?.InnerText.Trim(),
            header?.Child("Sorgulayan", Ns.Sorgulayan)?.InnerText.Trim(),
            security.Count == 1 ? security[0] : null,
            body.ChildNodes.OfType<XmlElement>().FirstOrDefault(),
            header?.ChildNodes.OfType<XmlElement>().Any(IsUnknownAndMandatory) ?? false);
    }

    private static XmlDocument? Load(byte[] content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            // The canonicaliser recurses, so depth is bounded before any tree is built.
            using (var probe = XmlReader.Create(new MemoryStream(content), settings))
            {
                while (probe.Read())
                {
                    if (probe.Depth > MaxDepth)
                        return null;
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(content), settings);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsForUs(XmlElement header) =>
        header.GetAttribute("role", Ns.Soap12) is "" or Ns.Soap12 + "/role/next" or Ns.Soap12 + "/role/ultimateReceiver";

    private static bool IsUnknownAndMandatory(XmlElement header) =>
        header.GetAttribute("mustUnderstand", Ns.Soap12) is "1" or "true"
        && IsForUs(header)
        && !(header.NamespaceURI == Ns.Addressing && AddressingHeaders.Contains(header.LocalName, StringComparer.Ordinal))
        && !(header is { LocalName: "Security", NamespaceURI: Ns.Security } or { LocalName: "Sorgulayan", NamespaceURI: Ns.Sorgulayan });
}
