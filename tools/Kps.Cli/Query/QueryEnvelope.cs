using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kps.Contracts;

namespace Kps.Cli.Query;

/// <summary>A query on the wire: SOAP 1.2, WS-Addressing, a UsernameToken with the password (wire contracts a.2).</summary>
internal static class QueryEnvelope
{
    private const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    private const string Addressing = "http://www.w3.org/2005/08/addressing";
    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    /// <summary>What is said of an answer that is none.</summary>
    public const string Unreadable = "Gelen yanıt okunamadı: bir SOAP yanıtı değil.";

    /// <summary>The request as UTF-8.</summary>
    public static byte[] Write(Uri door, QueryCaller caller, QueryRequest request)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("s", "Envelope", Soap);
            writer.WriteStartElement("s", "Header", Soap);
            WriteAddressing(writer, "Action", request.Operation.Action);
            writer.WriteElementString("a", "MessageID", Addressing, $"urn:uuid:{Guid.NewGuid()}");
            WriteAddressing(writer, "To", door.AbsoluteUri);
            if (Tckn.TryParse(caller.UserName, out var asker))
            {
                writer.WriteElementString("SorgulayanKimlikNo", string.Empty, asker.Value.ToString(CultureInfo.InvariantCulture));
            }

            if (caller.KurumKodu is { } kurumKodu)
            {
                writer.WriteElementString("KurumKodu", string.Empty, kurumKodu.ToString(CultureInfo.InvariantCulture));
            }

            if (caller.UygulamaKodu is { } uygulamaKodu)
            {
                writer.WriteElementString("UygulamaKodu", string.Empty, uygulamaKodu.ToString());
            }

            writer.WriteStartElement("o", "Security", Wsse);
            writer.WriteAttributeString("s", "mustUnderstand", Soap, "1");
            writer.WriteStartElement("o", "UsernameToken", Wsse);
            writer.WriteElementString("o", "Username", Wsse, caller.UserName);
            writer.WriteElementString("o", "Password", Wsse, caller.Password.Reveal());
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteStartElement("s", "Body", Soap);
            request.WriteTo(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads the answer by local name.</summary>
    /// <param name="answer">The reply's body.</param>
    /// <param name="operation">What was asked.</param>
    /// <exception cref="CommandException">It is neither a result nor a fault.</exception>
    public static QueryAnswer Read(Stream answer, OperationDescription operation)
    {
        string? islemNo = null;
        string? fault = null;
        XElement? result = null;
        var resultName = operation.Name + "Result";
        try
        {
            using var reader = XmlReader.Create(answer, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
            reader.MoveToContent();
            while (!reader.EOF)
            {
                var name = reader.NodeType == XmlNodeType.Element ? reader.LocalName : null;
                switch (name)
                {
                    case "IslemNo" when islemNo is null:
                        islemNo = reader.ReadElementContentAsString();
                        break;
                    case "Text" or "faultstring" when fault is null:
                        fault = reader.ReadElementContentAsString();
                        break;
                    case not null when name == resultName && result is null:
                        result = (XElement)XNode.ReadFrom(reader);
                        break;
                    default:
                        reader.Read();
                        break;
                }
            }
        }
        catch (XmlException e)
        {
            throw new CommandException(Unreadable, e);
        }

        return fault is null && result is null
            ? throw new CommandException("Gelen yanıt ne bir sonuç ne de bir SOAP hatası.")
            : new QueryAnswer(islemNo, fault, result);
    }

    private static void WriteAddressing(XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement("a", name, Addressing);
        writer.WriteAttributeString("s", "mustUnderstand", Soap, "1");
        writer.WriteString(value);
        writer.WriteEndElement();
    }
}
