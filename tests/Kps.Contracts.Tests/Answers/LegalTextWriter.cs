using System.Xml;
using Kps.Contracts.Answers;

namespace Kps.Contracts.Tests.Answers;

/// <summary>
/// What stands between the framework's serializer and its writer when it is asked for the text an answer must have: hands everything on, text cleaned by <see cref="XmlLegalText"/>. <see cref="XmlDictionaryWriter"/> itself would
/// write U+0001 as <c>&amp;#x1;</c>, which no parser accepts.
/// </summary>
/// <remarks>
/// Elements, attributes and text are all a data contract consists of. Raw markup and the other node kinds are refused: they would
/// pass around the cleaning. Closing or disposing this writer leaves the caller's open.
/// </remarks>
internal sealed class LegalTextWriter(XmlDictionaryWriter inner) : XmlDictionaryWriter
{
    public override WriteState WriteState => inner.WriteState;

    public override string? XmlLang => inner.XmlLang;

    public override XmlSpace XmlSpace => inner.XmlSpace;

    public override void WriteString(string? text) => inner.WriteString(text is null ? null : XmlLegalText.Clean(text));

    public override void WriteChars(char[] buffer, int index, int count) => WriteString(new string(buffer, index, count));

    public override void WriteValue(bool value) => inner.WriteValue(value);

    public override void WriteValue(int value) => inner.WriteValue(value);

    public override void WriteValue(long value) => inner.WriteValue(value);

    /// <summary>Always as text: a binary record of a local time would read differently in another time zone.</summary>
    public override void WriteValue(DateTime value) =>
        inner.WriteString(XmlConvert.ToString(value, XmlDateTimeSerializationMode.RoundtripKind));

    public override void WriteStartElement(string? prefix, string localName, string? ns) => inner.WriteStartElement(prefix, localName, ns);

    public override void WriteStartElement(string? prefix, XmlDictionaryString localName, XmlDictionaryString? namespaceUri) =>
        inner.WriteStartElement(prefix, localName, namespaceUri);

    public override void WriteEndElement() => inner.WriteEndElement();

    public override void WriteFullEndElement() => inner.WriteFullEndElement();

    public override void WriteStartAttribute(string? prefix, string localName, string? ns) => inner.WriteStartAttribute(prefix, localName, ns);

    public override void WriteStartAttribute(string? prefix, XmlDictionaryString localName, XmlDictionaryString? namespaceUri) =>
        inner.WriteStartAttribute(prefix, localName, namespaceUri);

    public override void WriteEndAttribute() => inner.WriteEndAttribute();

    public override void WriteXmlnsAttribute(string? prefix, string namespaceUri) => inner.WriteXmlnsAttribute(prefix, namespaceUri);

    public override void WriteXmlnsAttribute(string? prefix, XmlDictionaryString namespaceUri) =>
        inner.WriteXmlnsAttribute(prefix, namespaceUri);

    public override string? LookupPrefix(string ns) => inner.LookupPrefix(ns);

    public override void Flush() => inner.Flush();

    public override void Close()
    {
        // The caller opened the inner writer and goes on writing the envelope with it.
    }

    public override void WriteStartDocument() => throw Refused();

    public override void WriteStartDocument(bool standalone) => throw Refused();

    public override void WriteEndDocument() => throw Refused();

    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) => throw Refused();

    public override void WriteProcessingInstruction(string name, string? text) => throw Refused();

    public override void WriteComment(string? text) => throw Refused();

    public override void WriteCData(string? text) => throw Refused();

    public override void WriteRaw(string data) => throw Refused();

    public override void WriteRaw(char[] buffer, int index, int count) => throw Refused();

    public override void WriteEntityRef(string name) => throw Refused();

    public override void WriteCharEntity(char ch) => throw Refused();

    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => throw Refused();

    public override void WriteWhitespace(string? ws) => throw Refused();

    public override void WriteBase64(byte[] buffer, int index, int count) => inner.WriteBase64(buffer, index, count);

    private static NotSupportedException Refused() => new("A result consists of elements, attributes and text only.");
}
