using System.Text;
using System.Xml;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Tests.Answers;

/// <summary>The ways a result is turned into text in these tests.</summary>
internal static class AnswerXml
{
    private static readonly AnswerKind Bilesik = AnswerKind.Of(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021);

    /// <summary>As on the wire: inside the Response element, which declares the namespace.</summary>
    public static byte[] Response(AnswerKind kind, IKpsServisSonucu result) => Write(kind, result, insideResponse: true);

    /// <summary>The result as a document element.</summary>
    public static byte[] Result(AnswerKind kind, IKpsServisSonucu result) => Write(kind, result, insideResponse: false);

    /// <summary>A person, as BilesikKisiSorgula answers.</summary>
    public static byte[] Response(KpsServisSonucuBilesikKisiBilgisi result) => Response(Bilesik, result);

    /// <summary>A person as a document element.</summary>
    public static byte[] Result(KpsServisSonucuBilesikKisiBilgisi result) => Result(Bilesik, result);

    public static string Text(byte[] utf8) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);

    private static byte[] Write(AnswerKind kind, IKpsServisSonucu result, bool insideResponse)
    {
        var operation = OperationCatalog.Find(kind.Operation)!;
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, new UTF8Encoding(false), ownsStream: false))
        {
            if (insideResponse)
                writer.WriteStartElement(operation.ResponseName, operation.Namespace);
            ContractWriter.WriteResult(writer, kind.Operation, kind.Generation, result);
            if (insideResponse)
                writer.WriteEndElement();
        }

        return stream.ToArray();
    }
}
