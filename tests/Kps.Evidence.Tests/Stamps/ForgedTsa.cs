using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Kps.Evidence.Stamps;

namespace Kps.Evidence.Tests.Stamps;

/// <summary>Makes tokens at any time and with any certificate, right ones and such as no honest authority would sign.</summary>
internal sealed class ForgedTsa : IDisposable
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;

    public ForgedTsa(DateTimeOffset notBefore, DateTimeOffset notAfter, bool isCritical = true, params string[] purposes)
    {
        var root = new CertificateRequest($"CN=Kök {Guid.NewGuid():N}", _rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = root.CreateSelfSigned(notBefore.AddYears(-1), notAfter.AddYears(20));
        var request = new CertificateRequest("CN=Damga", _key, HashAlgorithmName.SHA256);
        var oids = new OidCollection();
        foreach (var purpose in purposes.Length == 0 ? [TimeStamping] : purposes)
        {
            oids.Add(new Oid(purpose));
        }

        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(oids, isCritical));
        using var certificate = request.Create(_root.SubjectName, X509SignatureGenerator.CreateForECDsa(_rootKey), notBefore, notAfter, [1, 2, 3]);
        Certificate = certificate.CopyWithPrivateKey(_key);
        Roots = TsaRoots.FromPem(_root.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    public TsaRoots Roots { get; }

    public string RootPem => _root.ExportCertificatePem() + "\n";

    public TimeStamp Stamp(ReadOnlySpan<byte> data, DateTimeOffset at) => TimeStamp.Parse(Token(SHA256.HashData(data), at));

    public byte[] Token(byte[] hash, DateTimeOffset at, string hashOid = "2.16.840.1.101.3.4.2.1", bool namesOther = false, bool withCertificate = true)
    {
        var info = new Rfc3161TimestampTokenInfo(new Oid("1.2.3.4"), new Oid(hashOid), hash, new byte[] { 7 }, at);
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = withCertificate ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), SigningCertificate(namesOther ? _root : Certificate)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _root.Dispose();
        _key.Dispose();
        _rootKey.Dispose();
    }

    /// <summary>ESSCertIDv2 with SHA-256, the default (RFC 5816).</summary>
    private static byte[] SigningCertificate(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
