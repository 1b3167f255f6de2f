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
    private readonly List<byte[]> _told = [];
    private SettingsFiles _files = null!;

    [SetUp]
    public void CreateFiles()
    {
        (_files, _log) = (new SettingsFiles(), new LogLines<ServerCertificate>());
        _told.Clear();
    }

    [TearDown]
    public void DeleteFiles() => _files.Dispose();

    [Test]
    public async Task ReplacedFiles_AreServed()
    {
        var certificate = Create();
        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
        _files.WriteCertificate("CN=two");
        await LookAsync(certificate);

        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=two"));
        Assert.That(_log.All, Has.One.Contains("new certificate"));
    }

    [Test]
    public async Task UnchangedFiles_AreNotReadAgain()
    {
        var certificate = Create();
        var context = certificate.Context;
        await LookAsync(certificate);

        Assert.That(certificate.Context, Is.SameAs(context));
    }

    [Test]
    public async Task HalfReplacedPair_LeavesTheOldOneInUse()
    {
        var certificate = Create();
        var old = File.ReadAllText(_files.CertificateFile);
        _files.WriteCertificate("CN=two");
        var renewed = File.ReadAllText(_files.CertificateFile);
        File.WriteAllText(_files.CertificateFile, old);
        await LookAsync(certificate);
        await LookAsync(certificate);

        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
        Assert.That(_log.Warnings, Has.One.Contains("cannot be used"));
        File.WriteAllText(_files.CertificateFile, renewed);
        await LookAsync(certificate);
        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=two"));
    }

    [Test]
    public async Task MissingFile_LeavesTheOldOneInUse()
    {
        var certificate = Create();
        File.Delete(_files.KeyFile);
        await LookAsync(certificate);

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

    [Test]
    public async Task CertificateThatCannotBeWrittenDown_IsNotServedUntilItCan()
    {
        var certificate = Create();
        _files.WriteCertificate("CN=two");
        await certificate.LookAsync((_, _, _) => throw new Npgsql.NpgsqlException("gone"), CancellationToken.None);
        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=one"));
        Assert.That(_log.Warnings, Has.One.Contains("could not be written to the log"));

        await LookAsync(certificate);
        Assert.That(SubjectOf(certificate), Is.EqualTo("CN=two"));
        Assert.That(_told, Is.EqualTo(new[] { certificate.Context.TargetCertificate.GetCertHash(HashAlgorithmName.SHA256) }));
    }

    private Task LookAsync(ServerCertificate certificate) => certificate.LookAsync(
        (endpoint, loaded, _) =>
        {
            Assert.That(endpoint, Is.EqualTo("Https"));
            _told.Add(loaded.CertificateSha256);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private static string SubjectOf(ServerCertificate certificate) => certificate.Context.TargetCertificate.Subject;

    private ServerCertificate Create() => new(new EndpointFiles("Https", _files.CertificateFile, _files.KeyFile, null), _log);
}
