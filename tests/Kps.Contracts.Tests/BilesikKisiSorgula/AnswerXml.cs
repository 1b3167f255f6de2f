using System.Text;
using System.Xml;
using Kps.Contracts.Answers;
using Kps.Contracts.BilesikKisiSorgula;

namespace Kps.Contracts.Tests.BilesikKisiSorgula;

/// <summary>The ways a result is turned into text in these tests.</summary>
internal static class AnswerXml
{
    /// <summary>As on the wire: inside the Response element, which declares the namespace.</summary>
    public static byte[] Response(KpsServisSonucuBilesikKisiBilgisi result) => Write(result, insideResponse: true);

    /// <summary>The result as a document element.</summary>
    public static byte[] Result(KpsServisSonucuBilesikKisiBilgisi result) => Write(result, insideResponse: false);

    public static string Text(byte[] utf8) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8);

    private static byte[] Write(KpsServisSonucuBilesikKisiBilgisi result, bool insideResponse)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, new UTF8Encoding(false), ownsStream: false))
        {
            if (insideResponse)
                writer.WriteStartElement("BilesikKisiSorgulaResponse", KpsNamespaces.Service);
            ContractWriter.WriteResult(writer, KpsOperation.BilesikKisiSorgula, result);
            if (insideResponse)
                writer.WriteEndElement();
        }

        return stream.ToArray();
    }
}
