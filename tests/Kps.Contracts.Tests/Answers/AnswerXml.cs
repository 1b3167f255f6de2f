using System.Buffers;
using System.Text;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Tests.Answers;

/// <summary>The ways a result is turned into text in these tests.</summary>
internal static class AnswerXml
{
    private static readonly AnswerKind Bilesik = AnswerKind.Of(KpsOperation.BilesikKisiSorgula, ContractGeneration.V2021);

    /// <summary>As on the wire: inside the Response element, which declares the namespace.</summary>
    public static byte[] Response(AnswerKind kind, IKpsServisSonucu result) => Written(kind, result);

    /// <summary>The result as a document element, as it comes out of the log.</summary>
    public static byte[] Result(AnswerKind kind, IKpsServisSonucu result) => FrameworkWriter.Result(kind, result);

    /// <summary>A person, as BilesikKisiSorgula answers.</summary>
    public static byte[] Response(KpsServisSonucuBilesikKisiBilgisi result) => Response(Bilesik, result);

    /// <summary>A person as a document element.</summary>
    public static byte[] Result(KpsServisSonucuBilesikKisiBilgisi result) => Result(Bilesik, result);

    public static string Text(byte[] utf8) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);

    private static byte[] Written(AnswerKind kind, IKpsServisSonucu result)
    {
        var operation = OperationCatalog.Find(kind.Operation)!;
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Encoding.ASCII.GetBytes($"<{operation.ResponseName} xmlns=\"{operation.Namespace}\">"));
        ContractWriter.WriteResult(buffer, kind.Operation, kind.Generation, result);
        buffer.Write(Encoding.ASCII.GetBytes($"</{operation.ResponseName}>"));
        return buffer.WrittenSpan.ToArray();
    }
}
