using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Gateway.FrontDoor.Tls;

/// <summary>A server certificate with its key and intermediates, as read from its files at one moment.</summary>
internal sealed class LoadedCertificate : IDisposable
{
    private const int MaxFileBytes = 256 * 1024;

    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _chain;

    private LoadedCertificate(X509Certificate2 certificate, X509Certificate2Collection chain, byte[] fingerprint)
    {
        _certificate = certificate;
        _chain = chain;
        Fingerprint = fingerprint;
        Context = SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    /// <summary>What handshakes are answered with.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>SHA-256 over the files, to see whether they have changed.</summary>
    public byte[] Fingerprint { get; }

    /// <summary>SHA-256 of the certificate itself.</summary>
    public byte[] CertificateSha256 => _certificate.GetCertHash(HashAlgorithmName.SHA256);

    /// <summary>End of validity, UTC.</summary>
    public DateTimeOffset NotAfter => _certificate.NotAfter.ToUniversalTime();

    /// <summary>Fingerprint of the files as they are now.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static byte[] FingerprintOf(EndpointFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Read(files.Path));
        if (files.KeyPath is { } keyPath)
        {
            hash.AppendData(Read(keyPath));
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Reads the files.</summary>
    /// <exception cref="IOException">A file cannot be read or is larger than 256 KiB.</exception>
    /// <exception cref="CryptographicException">The contents are no certificate with the matching key.</exception>
    public static LoadedCertificate Load(EndpointFiles files)
    {
        var fingerprint = FingerprintOf(files);
        var chain = new X509Certificate2Collection();
        X509Certificate2 certificate;
        if (files.KeyPath is null && X509Certificate2.GetCertContentType(Read(files.Path)) is X509ContentType.Pkcs12)
        {
            certificate = X509CertificateLoader.LoadPkcs12FromFile(files.Path, files.Password);
        }
        else
        {
            using var pem = files.Password is { Length: > 0 } password
                ? X509Certificate2.CreateFromEncryptedPemFile(files.Path, password, files.KeyPath)
                : X509Certificate2.CreateFromPemFile(files.Path, files.KeyPath);
            certificate = new X509Certificate2(pem);
            chain.ImportFromPemFile(files.Path);
        }

        return certificate.HasPrivateKey
            ? new LoadedCertificate(certificate, chain, fingerprint)
            : throw new CryptographicException("The file holds no private key.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _certificate.Dispose();
        foreach (var one in _chain)
        {
            one.Dispose();
        }
    }

    private static byte[] Read(string path) =>
        new FileInfo(path) is { Length: > MaxFileBytes }
            ? throw new IOException($"{path} is larger than {MaxFileBytes / 1024} KiB.")
            : File.ReadAllBytes(path);
}
