using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Mernis.Transport;

/// <summary>Connections to one of NVİ's doors: HTTP/1.1 keep-alive and nothing that HttpClient adds of its own accord.</summary>
internal static class UpstreamHandler
{
    /// <summary>Builds the handler of one door.</summary>
    /// <param name="options">Validated options.</param>
    /// <param name="maxConnections">Most connections kept open at once.</param>
    public static SocketsHttpHandler Create(MernisOptions options, int maxConnections) => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        EnableMultipleHttp2Connections = false,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = options.ConnectionLifetime,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        MaxConnectionsPerServer = maxConnections,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new AnswerWatchingStream(context.PlaintextStream)),
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = options.TrustedCaFile is { } file ? OnlyRootsOf(file) : null,
        },
    };

    /// <summary>Reads the PEM file of trusted roots.</summary>
    /// <returns>At least one certificate.</returns>
    /// <exception cref="InvalidDataException">The file holds none.</exception>
    public static X509Certificate2Collection ReadRoots(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return roots.Count > 0 ? roots : throw new InvalidDataException("No certificate in the file.");
    }

    // No validation callback on purpose: name, dates and purpose stay the framework's business, only the anchors change.
    private static X509ChainPolicy OnlyRootsOf(string file)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(ReadRoots(file));
        policy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.1"));
        return policy;
    }
}
