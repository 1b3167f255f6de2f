using System.Collections.Frozen;
using System.Runtime.Serialization;
using System.Xml;
using Kps.Contracts.BilesikKisiSorgula;
using Kps.Contracts.Ortak;

namespace Kps.Contracts.Answers;

/// <summary>
/// Writes <c>&lt;{Operation}Result&gt;</c> the way the Ministry's DataContract service does: base members first, then ordinal order,
/// absent data as <c>i:nil</c>, no prefix but <c>i</c>. The enclosing envelope and <c>&lt;{Operation}Response&gt;</c> are the caller's.
/// </summary>
/// <remarks>
/// Wire contracts a.5, a.10. Safe for concurrent use: serializers are immutable once built. Characters that XML 1.0 forbids are left out
/// of every text, because one of them makes the whole answer unreadable for every client.
/// </remarks>
public static class ContractWriter
{
    private static readonly FrozenDictionary<KpsOperation, ResultSerializer> Serializers =
        new Dictionary<KpsOperation, ResultSerializer>
        {
            [KpsOperation.BilesikKisiSorgula] = ResultSerializer.For<KpsServisSonucuBilesikKisiBilgisi>("BilesikKisiSorgulaResult"),
        }.ToFrozenDictionary();

    /// <summary>Writes one result element at the writer's position and leaves the writer open behind it.</summary>
    /// <param name="writer">
    /// Text or binary writer of the caller. Inside an element whose default namespace is <see cref="KpsNamespaces.Service"/> the result
    /// declares only <c>xmlns:i</c>; as a document element it declares both.
    /// </param>
    /// <param name="operation">A served operation.</param>
    /// <param name="result">The result type that belongs to the operation, exactly.</param>
    /// <exception cref="ArgumentException">The operation is not served, or the result is of another operation's type.</exception>
    /// <exception cref="XmlException">The writer refused; the document is then broken and must not be sent.</exception>
    public static void WriteResult(XmlDictionaryWriter writer, KpsOperation operation, IKpsServisSonucu result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        if (!Serializers.TryGetValue(operation, out var serializer))
            throw new ArgumentException($"{operation} has no result contract.", nameof(operation));
        if (result.GetType() != serializer.ResultType)
            throw new ArgumentException($"{operation} returns {serializer.ResultType.Name}, not {result.GetType().Name}.", nameof(result));

        serializer.Serializer.WriteObject(new LegalTextWriter(writer), result);
    }

    private sealed record ResultSerializer(Type ResultType, DataContractSerializer Serializer)
    {
        public static ResultSerializer For<T>(string elementName)
            where T : IKpsServisSonucu =>
            new(typeof(T), new DataContractSerializer(typeof(T), elementName, KpsNamespaces.Service));
    }
}
