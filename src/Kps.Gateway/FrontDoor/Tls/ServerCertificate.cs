using System.Net.Security;
using System.Security.Cryptography;
using Kps.Audit;
using Npgsql;

namespace Kps.Gateway.FrontDoor.Tls;

/// <summary>The certificate of one endpoint: the one in use, and the look whether its files have changed.</summary>
internal sealed class ServerCertificate
{
    private readonly EndpointFiles _files;
    private readonly ILogger _logger;
    private byte[] _tried;
    private LoadedCertificate _current;

    /// <summary>Reads the files.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="CryptographicException">The contents are no certificate with the matching key.</exception>
    public ServerCertificate(EndpointFiles files, ILogger logger)
    {
        _files = files;
        _logger = logger;
        _current = LoadedCertificate.Load(files);
        _tried = _current.Fingerprint;
    }

    /// <summary>Name under <c>Kestrel:Endpoints</c>.</summary>
    public string Endpoint => _files.Endpoint;

    /// <summary>End of validity of the one in use, UTC.</summary>
    public DateTimeOffset NotAfter => Volatile.Read(ref _current).NotAfter;

    /// <summary>What the next handshake is answered with.</summary>
    public SslStreamCertificateContext Context => Volatile.Read(ref _current).Context;

    /// <summary>
    /// Reads the files again when they have changed. Between the replacing of the one file and of the other they do not match: then the one
    /// in use stays and the next look tries again.
    /// </summary>
    /// <param name="tell">Writes down what is about to be served; when it throws, the one in use stays and the next look tries again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LookAsync(TellOfCertificate tell, CancellationToken cancellationToken)
    {
        LoadedCertificate? loaded = null;
        try
        {
            var found = LoadedCertificate.FingerprintOf(_files);
            if (found.AsSpan().SequenceEqual(_tried))
            {
                return;
            }

            _tried = found;
            loaded = LoadedCertificate.Load(_files);
            await tell(Endpoint, loaded, cancellationToken);
            _tried = loaded.Fingerprint;

            // The old one is left to the collector: handshakes may still be using it.
            Volatile.Write(ref _current, loaded);
            Log.CertificateReplaced(_logger, Endpoint, loaded.NotAfter);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            Log.CertificateUnusable(_logger, Endpoint, NotAfter, e);
        }
        catch (Exception e) when (e is NpgsqlException or AuditUnavailableException or TimeoutException)
        {
            // What serves must stand in the log first. Nothing was replaced; an old fingerprint makes the next look try again.
            _tried = [];
            loaded?.Dispose();
            Log.CertificateUntold(_logger, Endpoint, NotAfter, e);
        }
    }
}
