using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kps.Mernis.Tests.Fakes;

/// <summary>A private CA and a server certificate it issued.</summary>
internal sealed class Certificates : IDisposable
{
    private Certificates(X509Certificate2 root, X509Certificate2 server, string rootFile)
    {
        Root = root;
        Server = server;
        RootFile = rootFile;
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Server { get; }

    public string RootFile { get; }

    public static Certificates Create(string dnsName)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Deneme Kök", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        var root = rootRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + dnsName, serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var issued = request.Create(root, now.AddDays(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(serverKey);
        var server = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);

        var file = Path.GetTempFileName();
        File.WriteAllText(file, root.ExportCertificatePem());
        return new Certificates(root, server, file);
    }

    public void Dispose()
    {
        Root.Dispose();
        Server.Dispose();
        File.Delete(RootFile);
    }
}
