using System.Text;
using System.Xml;
using Kps.Gateway.Call.Parsing;

namespace Kps.Gateway.Call.Tokens;

/// <summary>
/// Lifts an assertion out of its message, node by node, into a text of its own: the same bytes however the message around it is written, so that
/// their hash is a key, and well-formed alone, so that the signature is verified over nothing else. Comments are dropped, as the signature's
/// canonical form drops them; a prefix declared further out is declared here.
/// </summary>
internal static class AssertionCopy
{
    /// <summary>Longest copy. Ours have about 2.5 KB; clients may add declarations and white space.</summary>
    public const int MaxBytes = 16 * 1024;

    private const string Declarations = "http://www.w3.org/2000/xmlns/";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Copies an element.</summary>
    /// <param name="reader">On the element's start; left on its end, or on the element itself when it is empty.</param>
    /// <returns>The element as UTF-8.</returns>
    /// <exception cref="ParseFaultException">It is deeper, wider or longer than a message may be, or holds a processing instruction, a DTD or an entity.</exception>
    /// <exception cref="XmlException">It is not XML.</exception>
    public static byte[] Read(XmlReader reader)
    {
        try
        {
            return Copy(reader);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The reader takes what the writer will not write: a prefix that begins with "xml" is reserved, and we write none.
            throw new ParseFaultException(new CallFault(FaultCode.TokenInvalid));
        }
    }

    private static byte[] Copy(XmlReader reader)
    {
        var destination = new MemoryStream(4096);
        using (var writer = XmlDictionaryWriter.CreateTextWriter(destination, Utf8, ownsStream: false))
        {
            var depth = reader.Depth;
            var isOpen = !reader.IsEmptyElement;
            CopyStart(reader, writer);
            while (isOpen)
            {
                if (!reader.Read())
                {
                    throw new ParseFaultException(new CallFault(FaultCode.MalformedXml));
                }

                CopyNode(reader, writer);
                CheckLength(destination);
                isOpen = reader.Depth > depth;
            }
        }

        CheckLength(destination);
        return destination.ToArray();
    }

    private static void CheckLength(MemoryStream destination)
    {
        if (destination.Length > MaxBytes)
        {
            throw new ParseFaultException(new CallFault(FaultCode.XmlLimitExceeded, "Assertion"));
        }
    }

    private static void CopyNode(XmlReader reader, XmlDictionaryWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                CopyStart(reader, writer);
                break;
            case XmlNodeType.EndElement:
                writer.WriteEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Comment:
                break;
            default:
                throw new ParseFaultException(new CallFault(FaultCode.ForbiddenXml));
        }
    }

    private static void CopyStart(XmlReader reader, XmlDictionaryWriter writer)
    {
        if (reader.Depth >= EnvelopeCursor.MaxDepth || reader.AttributeCount > EnvelopeCursor.MaxAttributes)
        {
            throw new ParseFaultException(new CallFault(FaultCode.XmlLimitExceeded));
        }

        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != Declarations)
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
            else if (reader.LocalName != "xml" || reader.Prefix.Length == 0)
            {
                // The prefix xml is bound in every document; the writer takes no declaration of it.
                writer.WriteXmlnsAttribute(reader.Prefix.Length == 0 ? string.Empty : reader.LocalName, reader.Value);
            }
        }

        reader.MoveToElement();
        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }
}
