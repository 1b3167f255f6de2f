using System.Security.Cryptography;

namespace Kps.Evidence.Notes;

/// <summary>A note key in this process's memory.</summary>
public sealed class EcdsaNoteKey : INoteKey, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ECDsa _key;
    private readonly byte[] _publicKey;

    private EcdsaNoteKey(ECDsa key)
    {
        _key = key;
        _publicKey = key.ExportSubjectPublicKeyInfo();
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">PKCS#8 in PEM, unencrypted, as <c>openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256</c> writes it.</param>
    /// <returns>The key; the caller's to dispose.</returns>
    /// <exception cref="CryptographicException">It is no private key on P-256. The message does not quote it.</exception>
    public static EcdsaNoteKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            var parameters = key.ExportParameters(includePrivateParameters: true);
            CryptographicOperations.ZeroMemory(parameters.D);
            return IsP256(key) ? new EcdsaNoteKey(key) : throw new CryptographicException("The key is not on curve P-256.");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CryptographicException("No private key on curve P-256 (PEM, PKCS#8).");
        }
    }

    /// <summary>Makes a key that nobody else has.</summary>
    public static EcdsaNoteKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <inheritdoc />
    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        lock (_gate)
        {
            return _key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <summary>Whether a key, public or private, is on the one curve we use.</summary>
    internal static bool IsP256(ECDsa key) =>
        key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
}
