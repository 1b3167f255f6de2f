using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Sight;

/// <summary>The gateway's side of TLS, over real handshakes.</summary>
public sealed class CertificateTests
{
    private TestEnvironment _environment = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _environment = await TestEnvironment.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _environment.DisposeAsync();

    [TestCase(SslProtocols.Tls12)]
    [TestCase(SslProtocols.Tls13)]
    public async Task Protocol_IsSpoken(SslProtocols protocol)
    {
        var (_, spoken) = await ShakeHandsAsync(protocol);

        Assert.That(spoken, Is.EqualTo(protocol));
    }

    [Test]
    public async Task Http2_IsOfferedAsKestrelDoes()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _environment.Port);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });

        Assert.That(tls.NegotiatedApplicationProtocol, Is.EqualTo(SslApplicationProtocol.Http2));
    }

    /// <summary>A ClientHello by hand, because the platform's own client no longer offers TLS 1.1.</summary>
    [TestCase(0x0301, 0x15)]
    [TestCase(0x0302, 0x15)]
    [TestCase(0x0303, 0x16)]
    public async Task OldProtocol_IsAnsweredWithAnAlert(int version, int contentType)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _environment.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(ClientHello((ushort)version));
        var answer = new byte[7];
        await stream.ReadExactlyAsync(answer);

        Assert.That(answer[0], Is.EqualTo(contentType));
        if (contentType == 0x15)
        {
            Assert.That(answer[6], Is.EqualTo(70), "protocol_version");
        }
    }

    [Test]
    public async Task RenewedFiles_ServeTheNextHandshake()
    {
        var (before, _) = await ShakeHandsAsync(SslProtocols.None);
        Assert.That(before, Is.EqualTo(_environment.Certificates.Server.Thumbprint));
        var renewed = Renew();
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(60);
        string found;
        do
        {
            await Task.Delay(200);
            (found, _) = await ShakeHandsAsync(SslProtocols.None);
        }
        while (found != renewed && TimeProvider.System.GetUtcNow() < deadline);

        Assert.That(found, Is.EqualTo(renewed));
        var reply = await _environment.PostAsync(SoapMessage.Query(_environment.Samples.Citizen.Value, _environment.User));
        Assert.That(reply.Status, Is.EqualTo(200), "The connection of before goes on.");
    }

    private string Renew()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(5));
        File.WriteAllText(_environment.Certificates.CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(_environment.Certificates.KeyFile, key.ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }

    private async Task<(string Thumbprint, SslProtocols Protocol)> ShakeHandsAsync(SslProtocols protocol)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _environment.Port);
        var thumbprint = string.Empty;
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = protocol,
            AllowTlsResume = false,
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            {
                thumbprint = ((X509Certificate2)certificate!).Thumbprint;
                return true;
            },
        });
        return (thumbprint, tls.SslProtocol);
    }

    private static byte[] ClientHello(ushort version)
    {
        byte[] extensions = [0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 1, 8, 4];
        byte[] suites = [0xC0, 0x13, 0xC0, 0x2F, 0x00, 0x2F];
        byte[] body =
        [
            (byte)(version >> 8), (byte)version, .. RandomNumberGenerator.GetBytes(32), 0,
            0, (byte)suites.Length, .. suites, 1, 0, 0, (byte)extensions.Length, .. extensions,
        ];
        var hello = new byte[9 + body.Length];
        (hello[0], hello[1], hello[2]) = (0x16, 3, 1);
        BinaryPrimitives.WriteUInt16BigEndian(hello.AsSpan(3), (ushort)(body.Length + 4));
        hello[5] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(hello.AsSpan(7), (ushort)body.Length);
        body.CopyTo(hello, 9);
        return hello;
    }
}
