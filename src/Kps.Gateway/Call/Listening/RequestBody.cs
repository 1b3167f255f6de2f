using System.Buffers;
using System.Text;

namespace Kps.Gateway.Call.Listening;

/// <summary>The bytes of a request in a pooled buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[]? _buffer;

    /// <summary>Takes a buffer rented from the shared pool.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="length">Bytes in use.</param>
    /// <param name="charset">What Content-Type says; null = the XML declaration or UTF-8 decides. A UTF-8 byte order mark overrules both (RFC 7303, 3.3).</param>
    public RequestBody(byte[] buffer, int length, Encoding? charset)
    {
        _buffer = buffer;
        Length = length;
        Charset = HasMark ? StrictUtf8 : charset;
    }

    public int Length { get; }

    public Encoding? Charset { get; }

    /// <summary>The bytes, until disposal.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    private bool HasMark => Bytes.StartsWith(Encoding.UTF8.Preamble);

    /// <summary>Opens a reader's view of the bytes, behind a UTF-8 byte order mark if there is one. A second mark is text, and no XML.</summary>
    public MemoryStream OpenStream()
    {
        var start = HasMark ? Encoding.UTF8.Preamble.Length : 0;
        return new MemoryStream(_buffer ?? [], start, Length - start, writable: false);
    }

    /// <summary>Clears the buffer, it holds a password, and gives it back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
        {
            buffer.AsSpan(0, Length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
