using System.Buffers;
using System.Xml;
using Kps.Contracts.Answers.Plans;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Answers;

/// <summary>
/// The compact form in which an answer is kept in the sealed audit body: the very <c>&lt;{Operation}Result&gt;</c> that
/// <see cref="ContractWriter"/> puts on the wire, as [MC-NBFX] binary XML with names replaced by positions in a frozen dictionary.
/// <see cref="Decode"/> gives back the text byte for byte.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class AnswerCodec
{
    /// <summary>Codec id stored beside the body: MC-NBFX with dictionary version 1. Never reused for another form.</summary>
    public const byte Id = 2;

    /// <summary>
    /// Largest body <see cref="Decode"/> takes and largest single text in it, in bytes and characters. The answer it comes from is bounded
    /// to 1 MB upstream; element names only shrink.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    private const int UsualBytes = 2048;

    private static readonly XmlDictionaryReaderQuotas Quotas = new()
    {
        MaxDepth = 32,
        MaxStringContentLength = MaxBytes,
        MaxArrayLength = MaxBytes,
        MaxBytesPerRead = MaxBytes,
        MaxNameTableCharCount = 16 * 1024,
    };

    /// <summary>Encodes one result.</summary>
    /// <param name="operation">An operation of either service.</param>
    /// <param name="generation">The generation the result has the shape of; <see cref="Decode"/> needs no word of it.</param>
    /// <param name="result">The result type that belongs to the operation in that generation, exactly.</param>
    /// <returns>About 30 % of the text form; the memory is the caller's alone.</returns>
    /// <exception cref="ArgumentException">See <see cref="ContractWriter.WriteResult"/>.</exception>
    /// <exception cref="InvalidDataException">The body would be larger than <see cref="MaxBytes"/> and could never be read back.</exception>
    public static ReadOnlyMemory<byte> Encode(KpsOperation operation, ContractGeneration generation, IKpsServisSonucu result)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualBytes);
        ContractWriter.PlanOf(operation, generation, result).Write(new BinarySink(buffer), result);
        return buffer.WrittenCount > MaxBytes
            ? throw new InvalidDataException($"The answer encodes to {buffer.WrittenCount} bytes; the limit is {MaxBytes}.")
            : buffer.WrittenMemory;
    }

    /// <summary>Decodes a body to the UTF-8 text of the result as a document element, without XML declaration or BOM.</summary>
    /// <param name="body">What <see cref="Encode"/> gave, unsealed.</param>
    /// <returns>UTF-8 text.</returns>
    /// <exception cref="XmlException">The body is not a whole document of this codec: truncated, followed by more, or foreign.</exception>
    /// <exception cref="InvalidDataException">The body is larger than <see cref="MaxBytes"/>.</exception>
    public static byte[] Decode(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
            throw new InvalidDataException($"The body has {body.Length} bytes; the limit is {MaxBytes}.");

        using var text = new MemoryStream(body.Length * 4);
        using (var writer = XmlDictionaryWriter.CreateTextWriter(text, new System.Text.UTF8Encoding(false), ownsStream: false))
        using (var reader = XmlDictionaryReader.CreateBinaryReader(body.ToArray(), 0, body.Length, AnswerDictionary.Version1, Quotas))
        {
            Copy(reader, writer);
        }

        return text.ToArray();
    }

    // Not WriteNode: the binary reader knows no empty element, so WriteNode would turn every <x/> into <x></x>.
    private static void Copy(XmlDictionaryReader reader, XmlDictionaryWriter writer)
    {
        var isWhole = false;
        while (reader.Read())
        {
            if (isWhole)
                throw new XmlException("The body goes on behind its document element.");

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                    writer.WriteAttributes(reader, defattr: false);
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    isWhole = reader.Depth == 0;
                    break;
                default:
                    throw new XmlException($"A result has no {reader.NodeType} node.");
            }
        }

        if (!isWhole)
            throw new XmlException("The body ends before its document element does.");
    }
}
