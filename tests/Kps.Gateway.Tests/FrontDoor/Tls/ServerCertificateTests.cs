using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kps.Gateway.FrontDoor.Tls;
using Kps.Gateway.Tests.Configuration;
using Kps.Gateway.Tests.Health;

namespace Kps.Gateway.Tests.FrontDoor.Tls;

internal sealed class ServerCertificateTests
{
    private LogLines<ServerCertificate> _log = null!;
    private SettingsFiles _files = null!;

    [SetUp]
    public void CreateFiles() => (_files, _log) = (new SettingsFiles(), new LogLines<ServerCertificate>());

    [TearDown]
    public void DeleteFiles() => _files.Dispose();

    [Test]
    public void ReplacedFiles_AreServed()
    {
        var certificate = Create();
        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
        _files.WriteCertificate("CN=two");
        certificate.Look();

        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=two"));
        Assert.That(_log.All, Has.One.Contains("new certificate"));
    }

    [Test]
    public void UnchangedFiles_AreNotReadAgain()
    {
        var certificate = Create();
        var context = certificate.Context;
        certificate.Look();

        Assert.That(certificate.Context, Is.SameAs(context));
    }

    [Test]
    public void HalfReplacedPair_LeavesTheOldOneInUse()
    {
        var certificate = Create();
        var old = File.ReadAllText(_files.CertificateFile);
        _files.WriteCertificate("CN=two");
        var renewed = File.ReadAllText(_files.CertificateFile);
        File.WriteAllText(_files.CertificateFile, old);
        certificate.Look();
        certificate.Look();

        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
        Assert.That(_log.Warnings, Has.One.Contains("cannot be used"));
        File.WriteAllText(_files.CertificateFile, renewed);
        certificate.Look();
        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=two"));
    }

    [Test]
    public void MissingFile_LeavesTheOldOneInUse()
    {
        var certificate = Create();
        File.Delete(_files.KeyFile);
        certificate.Look();

        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
    }

    [Test]
    public void Intermediates_AreSentWithTheCertificate()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var root = Authority("CN=root", rootKey).CreateSelfSigned(now.AddDays(-1), now.AddDays(9));
        using var middle = Authority("CN=middle", middleKey).Create(root, now.AddDays(-1), now.AddDays(8), [1]).CopyWithPrivateKey(middleKey);
        using var leaf = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256).Create(middle, now.AddDays(-1), now.AddDays(7), [2]);
        File.WriteAllText(_files.CertificateFile, leaf.ExportCertificatePem() + "\n" + middle.ExportCertificatePem());
        File.WriteAllText(_files.KeyFile, key.ExportPkcs8PrivateKeyPem());

        Assert.That(Create().Context.IntermediateCertificates.Select(one => one.Subject), Is.EqualTo(new[] { "CN=middle" }));
    }

    [Test]
    public void Pkcs12_IsTaken()
    {
        using var pem = X509Certificate2.CreateFromPemFile(_files.CertificateFile, _files.KeyFile);
        File.WriteAllBytes(_files.FileIn("server.pfx"), pem.Export(X509ContentType.Pkcs12, "sifre"));

        var certificate = new ServerCertificate(new EndpointFiles("Https", _files.FileIn("server.pfx"), null, "sifre"), _log);

        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
        Assert.That(certificate.NotAfter, Is.EqualTo((DateTimeOffset)pem.NotAfter.ToUniversalTime()));
    }

    [Test]
    public void Handshake_IsTls12OrTls13()
    {
        var options = ServerCertificates.OptionsFor(Create());

        Assert.That(options.EnabledSslProtocols, Is.EqualTo(SslProtocols.Tls12 | SslProtocols.Tls13));
        Assert.That(options.AllowRenegotiation, Is.False);
        Assert.That(options.ClientCertificateRequired, Is.False);
    }

    private static CertificateRequest Authority(string subject, ECDsa key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }

    private static string SubjectOf(ServerCertificate certificate) => certificate.Context.TargetCertificate.Subject;

    private ServerCertificate Create() => new(new EndpointFiles("Https", _files.CertificateFile, _files.KeyFile, null), _log);
}
