using System.Net;

namespace Kps.Audit.Anchoring;

/// <summary>HTTP to houses that are not ours: no redirects, no cookies, no more bytes than asked for. The system's proxy and trust apply.</summary>
internal static class OutsideHttp
{
    private const int ConnectSeconds = 10;

    /// <summary>Makes a client.</summary>
    /// <param name="timeout">Longest time to the headers of an answer.</param>
    public static HttpClient Create(TimeSpan timeout) =>
        new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(Math.Min(ConnectSeconds, timeout.TotalSeconds)),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = 2,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 64 * 1024,
        })
        {
            Timeout = timeout,
        };

    /// <summary>Reads a body.</summary>
    /// <param name="content">The body; its declared length is believed only when it is too large.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when there are more.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int limit, CancellationToken ct)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[limit + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length > limit ? null : buffer[..length];
    }
}
