using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Kps.Contracts.Answers.Plans;

/// <summary>Writes UTF-8 text as the framework's text writer would: inside an element whose default namespace is the contract's.</summary>
internal sealed class TextSink(IBufferWriter<byte> destination) : AnswerSink
{
    private const int MostDigits = 20;

    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\r");
    private static readonly byte[] InstanceDeclaration = Encoding.ASCII.GetBytes($" xmlns:i=\"{BinaryRecords.InstanceNamespace}\">");

    /// <inheritdoc />
    public override void Root(ElementName name, string ns)
    {
        destination.Write(name.TextStart.AsSpan(..^1));
        destination.Write(InstanceDeclaration);
    }

    /// <inheritdoc />
    public override void Start(ElementName name) => destination.Write(name.TextStart);

    /// <inheritdoc />
    public override void End(ElementName name) => destination.Write(name.TextEnd);

    /// <inheritdoc />
    public override void Nil(ElementName name) => destination.Write(name.TextNil);

    /// <inheritdoc />
    public override void Empty(ElementName name) => destination.Write(name.TextEmpty);

    /// <inheritdoc />
    public override void Text(ElementName name, string value)
    {
        var text = Escape(XmlLegalText.Clean(value));
        if (text.Length == 0)
        {
            Empty(name);
            return;
        }

        var span = destination.GetSpan(name.TextStart.Length + name.TextEnd.Length + Encoding.UTF8.GetMaxByteCount(text.Length));
        name.TextStart.CopyTo(span);
        var length = name.TextStart.Length;
        length += Encoding.UTF8.GetBytes(text, span[length..]);
        name.TextEnd.CopyTo(span[length..]);
        destination.Advance(length + name.TextEnd.Length);
    }

    /// <inheritdoc />
    public override void Number(ElementName name, long value)
    {
        var span = destination.GetSpan(name.TextStart.Length + name.TextEnd.Length + MostDigits);
        name.TextStart.CopyTo(span);
        Utf8Formatter.TryFormat(value, span[name.TextStart.Length..], out var digits);
        name.TextEnd.CopyTo(span[(name.TextStart.Length + digits)..]);
        destination.Advance(name.TextStart.Length + digits + name.TextEnd.Length);
    }

    /// <inheritdoc />
    public override void Boolean(ElementName name, bool value)
    {
        destination.Write(name.TextStart);
        destination.Write(value ? "true"u8 : "false"u8);
        destination.Write(name.TextEnd);
    }

    private static string Escape(string text) =>
        text.AsSpan().IndexOfAny(Escaped) < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\r", "&#xD;", StringComparison.Ordinal);
}
