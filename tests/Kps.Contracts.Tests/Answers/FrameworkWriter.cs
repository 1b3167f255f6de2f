using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Tests.Answers;

/// <summary>What the framework's serializer makes of a result, as the Ministry's DataContract service would: the measure of our own writer.</summary>
internal static class FrameworkWriter
{
    /// <summary>Inside the Response element, which declares the namespace.</summary>
    public static byte[] Response(AnswerKind kind, IKpsServisSonucu result) => Write(kind, result, insideResponse: true);

    /// <summary>The result as a document element.</summary>
    public static byte[] Result(AnswerKind kind, IKpsServisSonucu result) => Write(kind, result, insideResponse: false);

    private static byte[] Write(AnswerKind kind, IKpsServisSonucu result, bool insideResponse)
    {
        var operation = OperationCatalog.Find(kind.Operation)!;
        var serializer = new DataContractSerializer(kind.ResultType, operation.Name + "Result", operation.Namespace);
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, new UTF8Encoding(false), ownsStream: false))
        {
            if (insideResponse)
                writer.WriteStartElement(operation.ResponseName, operation.Namespace);
            serializer.WriteObject(new LegalTextWriter(writer), result);
            if (insideResponse)
                writer.WriteEndElement();
        }

        return stream.ToArray();
    }
}
