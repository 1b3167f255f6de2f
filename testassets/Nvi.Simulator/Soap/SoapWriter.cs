using System.Globalization;
using System.Text;
using System.Xml;

namespace Nvi.Simulator.Soap;

/// <summary>Writes answer envelopes in the form WCF gives them: no XML declaration, prefixes s, a, u, o.</summary>
internal static class SoapWriter
{
    /// <summary>The form of a time on the wire, see <see cref="Time"/>.</summary>
    public const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true };

    /// <summary>A 200 answer with the given body.</summary>
    /// <param name="action">wsa:Action of the answer.</param>
    /// <param name="relatesTo">The request's MessageID, null when it had none.</param>
    /// <param name="now">Creation time of the answer's timestamp.</param>
    /// <param name="writeBody">Writes the body's one element.</param>
    public static SoapReply Answer(string action, string? relatesTo, DateTimeOffset now, Action<XmlWriter> writeBody) =>
        new(200, Write(writer =>
        {
            WriteHeader(writer, action, relatesTo, now);
            writer.WriteStartElement("s", "Body", Ns.Soap12);
            writeBody(writer);
            writer.WriteEndElement();
        }));

    /// <summary>A 500 answer with a fault. Carries a timestamp only when the message's security had been accepted, as WCF does.</summary>
    /// <param name="fault">What to say.</param>
    /// <param name="relatesTo">The request's MessageID, null when it had none.</param>
    /// <param name="securedAt">Creation time of the timestamp; null for a fault raised by security itself.</param>
    public static SoapReply Fault(SoapFault fault, string? relatesTo, DateTimeOffset? securedAt = null) =>
        new(500, Write(writer =>
        {
            var action = fault.SubcodeNamespace == Ns.Dispatcher ? Ns.Dispatcher + "/fault" : Ns.AddressingFault;
            WriteHeader(writer, action, relatesTo, securedAt);
            writer.WriteStartElement("s", "Body", Ns.Soap12);
            writer.WriteStartElement("s", "Fault", Ns.Soap12);
            WriteCode(writer, fault);
            writer.WriteStartElement("s", "Reason", Ns.Soap12);
            writer.WriteStartElement("s", "Text", Ns.Soap12);
            writer.WriteAttributeString("xml", "lang", null, "en-US");
            writer.WriteString(fault.Reason);
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }));

    /// <summary>A time as NVİ writes it: milliseconds and Z (wire contracts b.5).</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(Milliseconds, CultureInfo.InvariantCulture);

    private static byte[] Write(Action<XmlWriter> writeContent)
    {
        using var stream = new MemoryStream(16 * 1024);
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartElement("s", "Envelope", Ns.Soap12);
            writer.WriteAttributeString("xmlns", "a", null, Ns.Addressing);
            writer.WriteAttributeString("xmlns", "u", null, Ns.Utility);
            writeContent(writer);
            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteHeader(XmlWriter writer, string action, string? relatesTo, DateTimeOffset? now)
    {
        writer.WriteStartElement("s", "Header", Ns.Soap12);
        writer.WriteStartElement("a", "Action", Ns.Addressing);
        writer.WriteAttributeString("s", "mustUnderstand", Ns.Soap12, "1");
        writer.WriteString(action);
        writer.WriteEndElement();
        if (relatesTo is not null)
            writer.WriteElementString("a", "RelatesTo", Ns.Addressing, relatesTo);
        if (now is { } created)
        {
            writer.WriteStartElement("o", "Security", Ns.Security);
            writer.WriteAttributeString("s", "mustUnderstand", Ns.Soap12, "1");
            writer.WriteStartElement("u", "Timestamp", Ns.Utility);
            writer.WriteAttributeString("u", "Id", Ns.Utility, "_0");
            writer.WriteElementString("u", "Created", Ns.Utility, Time(created));
            writer.WriteElementString("u", "Expires", Ns.Utility, Time(created + Validity));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteCode(XmlWriter writer, SoapFault fault)
    {
        writer.WriteStartElement("s", "Code", Ns.Soap12);
        if (fault.SubcodeNamespace is null)
        {
            writer.WriteElementString("s", "Value", Ns.Soap12, "s:" + fault.Subcode);
        }
        else
        {
            writer.WriteElementString("s", "Value", Ns.Soap12, fault.IsSender ? "s:Sender" : "s:Receiver");
            writer.WriteStartElement("s", "Subcode", Ns.Soap12);
            writer.WriteStartElement("s", "Value", Ns.Soap12);
            writer.WriteAttributeString("xmlns", "a", null, fault.SubcodeNamespace);
            writer.WriteString("a:" + fault.Subcode);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
