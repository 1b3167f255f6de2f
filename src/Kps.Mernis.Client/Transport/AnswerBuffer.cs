using System.Buffers;

namespace Kps.Mernis.Transport;

/// <summary>A pooled buffer that holds one answer wholly; its limit is enforced while reading. Wiped before it goes back to the pool.</summary>
internal sealed class AnswerBuffer : IDisposable
{
    private const int FirstRent = 16 * 1024;

    private byte[] _bytes;
    private int _length;

    private AnswerBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public ArraySegment<byte> Bytes => new(_bytes, 0, _length);

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">The body; its declared length is believed only when it is too large.</param>
    /// <param name="limit">Longest body taken, in bytes.</param>
    /// <param name="ct">Cancels reading.</param>
    /// <returns>Null when the body is longer than the limit.</returns>
    public static async ValueTask<AnswerBuffer?> ReadAsync(HttpContent content, int limit, CancellationToken ct)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        var stream = await content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var buffer = new AnswerBuffer((int)(content.Headers.ContentLength ?? (FirstRent - 1)) + 1);
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.Room(), ct).ConfigureAwait(false);
                buffer._length += read;
                if (read == 0)
                {
                    return buffer;
                }

                if (buffer._length > limit)
                {
                    buffer.Dispose();
                    return null;
                }
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        if (bytes.Length > 0)
        {
            bytes.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private Memory<byte> Room()
    {
        if (_length == _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            var smaller = _bytes;
            smaller.AsSpan().CopyTo(larger);
            smaller.AsSpan().Clear();
            _bytes = larger;
            ArrayPool<byte>.Shared.Return(smaller);
        }

        return _bytes.AsMemory(_length);
    }
}
