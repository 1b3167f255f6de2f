using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Kps.Contracts.Answers.Plans;

/// <summary>Writes [MC-NBFX] with the static dictionary: what <see cref="AnswerCodec.Decode"/> reads.</summary>
internal sealed class BinarySink(IBufferWriter<byte> destination) : AnswerSink
{
    private const int MostRecordHead = 9;

    /// <inheritdoc />
    public override void Root(ElementName name, string ns)
    {
        destination.Write(name.BinaryStart);
        destination.Write(BinaryRecords.DefaultNamespace(ns));
        destination.Write(BinaryRecords.InstanceDeclaration);
    }

    /// <inheritdoc />
    public override void Start(ElementName name) => destination.Write(name.BinaryStart);

    /// <inheritdoc />
    public override void End(ElementName name)
    {
        destination.GetSpan(1)[0] = BinaryRecords.EndElement;
        destination.Advance(1);
    }

    /// <inheritdoc />
    public override void Nil(ElementName name) => destination.Write(name.BinaryNil);

    /// <inheritdoc />
    public override void Empty(ElementName name)
    {
        Start(name);
        End(name);
    }

    /// <inheritdoc />
    public override void Text(ElementName name, string value)
    {
        var text = XmlLegalText.Clean(value);
        if (text.Length == 0)
        {
            Empty(name);
            return;
        }

        var start = name.BinaryStart;
        var span = destination.GetSpan(start.Length + MostRecordHead + Encoding.UTF8.GetMaxByteCount(text.Length));
        start.CopyTo(span);
        var at = start.Length;
        // Nearly every text is short: its length is known only behind it, so the head is written last.
        var length = Encoding.UTF8.GetBytes(text, span[(at + 2)..]);
        if (length <= byte.MaxValue)
        {
            span[at] = BinaryRecords.Chars8TextWithEndElement;
            span[at + 1] = (byte)length;
            destination.Advance(at + 2 + length);
            return;
        }

        if (length <= ushort.MaxValue)
        {
            span.Slice(at + 2, length).CopyTo(span[(at + 3)..]);
            span[at] = BinaryRecords.Chars16TextWithEndElement;
            BinaryPrimitives.WriteUInt16LittleEndian(span[(at + 1)..], (ushort)length);
            destination.Advance(at + 3 + length);
            return;
        }

        span.Slice(at + 2, length).CopyTo(span[(at + 5)..]);
        span[at] = BinaryRecords.Chars32TextWithEndElement;
        BinaryPrimitives.WriteInt32LittleEndian(span[(at + 1)..], length);
        destination.Advance(at + 5 + length);
    }

    /// <inheritdoc />
    public override void Number(ElementName name, long value)
    {
        var start = name.BinaryStart;
        var span = destination.GetSpan(start.Length + MostRecordHead);
        start.CopyTo(span);
        destination.Advance(start.Length + WriteNumber(span[start.Length..], value));
    }

    /// <inheritdoc />
    public override void Boolean(ElementName name, bool value)
    {
        var start = name.BinaryStart;
        var span = destination.GetSpan(start.Length + 1);
        start.CopyTo(span);
        span[start.Length] = value ? BinaryRecords.TrueTextWithEndElement : BinaryRecords.FalseTextWithEndElement;
        destination.Advance(start.Length + 1);
    }

    private static int WriteNumber(Span<byte> span, long value)
    {
        switch (value)
        {
            case 0:
                span[0] = BinaryRecords.ZeroTextWithEndElement;
                return 1;
            case 1:
                span[0] = BinaryRecords.OneTextWithEndElement;
                return 1;
            case >= sbyte.MinValue and <= sbyte.MaxValue:
                span[0] = BinaryRecords.Int8TextWithEndElement;
                span[1] = (byte)value;
                return 2;
            case >= short.MinValue and <= short.MaxValue:
                span[0] = BinaryRecords.Int16TextWithEndElement;
                BinaryPrimitives.WriteInt16LittleEndian(span[1..], (short)value);
                return 3;
            case >= int.MinValue and <= int.MaxValue:
                span[0] = BinaryRecords.Int32TextWithEndElement;
                BinaryPrimitives.WriteInt32LittleEndian(span[1..], (int)value);
                return 5;
            default:
                span[0] = BinaryRecords.Int64TextWithEndElement;
                BinaryPrimitives.WriteInt64LittleEndian(span[1..], value);
                return 9;
        }
    }
}
