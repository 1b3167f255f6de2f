using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Kps.Mernis.Transport;

/// <summary>A pooled buffer one request is written into. Wiped before it goes back to the pool: it holds a password or a person's number.</summary>
internal sealed class RequestBuffer(int capacity) : IDisposable
{
    private const int LongestNumber = 20;
    private const int LengthOfTime = 20;
    private const int LengthOfGuid = 36;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>What was written since a position; valid until the next write.</summary>
    public ReadOnlySpan<byte> Since(int start) => _bytes.AsSpan(start, Length - start);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void WriteNumber(long value)
    {
        value.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    public void WriteBoolean(bool value) => Write(value ? "true"u8 : "false"u8);

    /// <summary>Writes a text as it may stand between tags. Every character must be one XML 1.0 knows.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&<>\r") is var special and >= 0)
        {
            WriteUtf8(text[..special]);
            Write(text[special] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, _ => "&#xD;"u8 });
            text = text[(special + 1)..];
        }

        WriteUtf8(text);
    }

    public void WriteGuid(Guid value)
    {
        value.TryFormat(Room(LengthOfGuid), out var written, "D");
        Length += written;
    }

    /// <summary>Writes UTC seconds, <c>yyyy-MM-ddTHH:mm:ssZ</c> (wire contracts b.6).</summary>
    public void WriteTime(DateTimeOffset value)
    {
        value.ToUniversalTime().TryFormat(Room(LengthOfTime), out var written, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Length += written;
    }

    public void WriteBase64(ReadOnlySpan<byte> bytes)
    {
        Base64.EncodeToUtf8(bytes, Room(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        Length += written;
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0)
        {
            bytes.AsSpan(0, Length).Clear();
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void WriteUtf8(ReadOnlySpan<char> text) => Length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private Span<byte> Room(int needed)
    {
        if (_bytes.Length - Length < needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + needed));
            var smaller = _bytes;
            smaller.AsSpan(0, Length).CopyTo(larger);
            smaller.AsSpan(0, Length).Clear();
            _bytes = larger;
            ArrayPool<byte>.Shared.Return(smaller);
        }

        return _bytes.AsSpan(Length);
    }
}
