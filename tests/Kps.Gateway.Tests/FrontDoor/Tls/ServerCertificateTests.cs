using System.Security.Authentication;
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
    public void Handshake_IsTls12OrTls13()
    {
        var options = ServerCertificates.OptionsFor(Create());

        Assert.That(options.EnabledSslProtocols, Is.EqualTo(SslProtocols.Tls12 | SslProtocols.Tls13));
        Assert.That(options.AllowRenegotiation, Is.False);
        Assert.That(options.ClientCertificateRequired, Is.False);
    }

    private static string SubjectOf(ServerCertificate certificate) => certificate.Context.TargetCertificate.Subject;

    private ServerCertificate Create() => new(new EndpointFiles("Https", _files.CertificateFile, _files.KeyFile, null), _log);
}
