using System.Text;

namespace Kps.Contracts.Answers.Plans;

/// <summary>An element's name in the bytes of both forms, made once.</summary>
internal sealed class ElementName
{
    /// <summary>Prepares a name.</summary>
    /// <param name="name">Local name; ASCII, as all names of the contracts.</param>
    public ElementName(string name)
    {
        Name = name;
        TextStart = Encoding.ASCII.GetBytes($"<{name}>");
        TextEnd = Encoding.ASCII.GetBytes($"</{name}>");
        TextNil = Encoding.ASCII.GetBytes($"<{name} i:nil=\"true\"/>");
        TextEmpty = Encoding.ASCII.GetBytes($"<{name}/>");
        BinaryStart = BinaryRecords.Element(name);
        BinaryNil = [.. BinaryStart, .. BinaryRecords.NilAttribute, BinaryRecords.EndElement];
    }

    /// <summary>The local name.</summary>
    public string Name { get; }

    public byte[] TextStart { get; }

    public byte[] TextEnd { get; }

    public byte[] TextNil { get; }

    public byte[] TextEmpty { get; }

    public byte[] BinaryStart { get; }

    public byte[] BinaryNil { get; }
}
