using System.Text;
using System.Xml;
using Kps.Contracts;
using Kps.Contracts.Answers;
using Kps.Contracts.Ortak;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Responding;

/// <summary>
/// Writes what every reply has in common, byte-stable: prefix <c>s:</c>, WS-Addressing under <c>a:</c> without mustUnderstand, a
/// Timestamp when the request had one, the işlem no, and in TEST mode the word TEST, in headers anyone may ignore (wire contracts a.5, soap-toolkits "Replies").
/// </summary>
internal sealed class EnvelopeWriter(TimeProvider time, IOptions<GatewayOptions> gateway)
{
    private readonly bool _isTest = gateway.Value.TestMode;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes one envelope.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="call">The call that is answered.</param>
    /// <param name="action">wsa:Action of the reply.</param>
    /// <param name="writeBody">Writes the content of Body.</param>
    public void Write(Stream destination, KpsCall call, string action, Action<XmlDictionaryWriter> writeBody)
    {
        var soap = call.AnswerVersion == SoapVersion.Soap12 ? SoapNamespaces.Soap12 : SoapNamespaces.Soap11;
        using var writer = XmlDictionaryWriter.CreateTextWriter(destination, Utf8, ownsStream: false);
        writer.WriteStartDocument();
        writer.WriteStartElement("s", "Envelope", soap);
        WriteHeader(writer, soap, call, action);
        writer.WriteStartElement("s", "Body", soap);
        writeBody(writer);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    /// <summary>Writes an envelope with a result: the header by the framework's writer, the rest, which is most of it, as bytes.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="call">The call that is answered.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="generation">The generation of the result.</param>
    /// <param name="result">The result.</param>
    public void WriteResult(AnswerBuffer destination, KpsCall call, OperationDescription operation, ContractGeneration generation, IKpsServisSonucu result)
    {
        var soap = call.AnswerVersion == SoapVersion.Soap12 ? SoapNamespaces.Soap12 : SoapNamespaces.Soap11;
        using var writer = XmlDictionaryWriter.CreateTextWriter(destination, Utf8, ownsStream: false);
        writer.WriteStartDocument();
        writer.WriteStartElement("s", "Envelope", soap);
        WriteHeader(writer, soap, call, operation.ResponseAction);
        writer.Flush();
        destination.Write("<s:Body>"u8);
        var name = ResponseTags.Of(operation);
        destination.Write(name.Start);
        ContractWriter.WriteResult(destination, operation.Operation, generation, result);
        destination.Write(name.End);

        // Disposal of the writer closes the envelope, the one element it still has open.
        destination.Write("</s:Body>"u8);
    }

    /// <summary>An instant as every reply writes it: UTC, milliseconds, <c>Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private void WriteHeader(XmlDictionaryWriter writer, string soap, KpsCall call, string action)
    {
        var headers = call.AnswerHeaders;
        writer.WriteStartElement("s", "Header", soap);
        if (headers.UsesAddressing)
        {
            writer.WriteElementString("a", "Action", SoapNamespaces.Addressing, action);
            if (headers.RelatesTo is { } relatesTo)
            {
                writer.WriteElementString("a", "RelatesTo", SoapNamespaces.Addressing, relatesTo);
            }
        }

        if (headers.Timestamp)
        {
            WriteTimestamp(writer);
        }

        writer.WriteElementString("k", "IslemNo", KpsNamespaces.Gateway, call.IslemNo.ToString());
        if (_isTest)
        {
            writer.WriteElementString("k", "Ortam", KpsNamespaces.Gateway, "TEST");
        }

        writer.WriteEndElement();
    }

    private void WriteTimestamp(XmlDictionaryWriter writer)
    {
        var now = time.GetUtcNow();
        writer.WriteStartElement("o", "Security", SoapNamespaces.Wsse);
        writer.WriteStartElement("u", "Timestamp", SoapNamespaces.Wsu);
        writer.WriteAttributeString("u", "Id", SoapNamespaces.Wsu, "_0");
        writer.WriteElementString("u", "Created", SoapNamespaces.Wsu, Format(now));
        writer.WriteElementString("u", "Expires", SoapNamespaces.Wsu, Format(now + MessageTimestamp.Skew));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
