using System.Net;
using System.Net.Sockets;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Transport;

public sealed class TlsTests
{
    [Test]
    public async Task PrivateRoot_IsTrustedWhenNamed()
    {
        using var certificates = Certificates.Create("localhost");
        await using var nvi = await FakeNvi.StartAsync(certificates.Server);
        await using var client = TestClient.For(nvi, new() { ["TrustedCaFile"] = certificates.RootFile, ["AllowPlainHttp"] = "false" });
        Assert.That((await client.AskAsync()).Fault, Is.Null);
    }

    [Test]
    public async Task PrivateRoot_IsNotTrustedUnnamed()
    {
        using var certificates = Certificates.Create("localhost");
        await using var nvi = await FakeNvi.StartAsync(certificates.Server);
        await using var client = TestClient.For(nvi);
        var reply = await client.AskAsync();
        Assert.That(reply.Fault, Is.EqualTo(UpstreamFault.StsUnreachable));
        Assert.That(reply.Attempts, Has.Count.EqualTo(1), "the same certificate would come again");
        Assert.That(nvi.StsRequests, Is.Empty, "the password never left");
    }

    [Test]
    public async Task AnotherRoot_IsRefused()
    {
        using var certificates = Certificates.Create("localhost");
        using var others = Certificates.Create("localhost");
        await using var nvi = await FakeNvi.StartAsync(certificates.Server);
        await using var client = TestClient.For(nvi, new() { ["TrustedCaFile"] = others.RootFile });
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsUnreachable));
        Assert.That(nvi.StsRequests, Is.Empty);
    }

    [Test]
    public async Task AnotherName_IsRefused()
    {
        using var certificates = Certificates.Create("baska.example");
        await using var nvi = await FakeNvi.StartAsync(certificates.Server);
        await using var client = TestClient.For(nvi, new() { ["TrustedCaFile"] = certificates.RootFile });
        Assert.That((await client.AskAsync()).Fault, Is.EqualTo(UpstreamFault.StsUnreachable));
        Assert.That(nvi.StsRequests, Is.Empty);
    }

    [Test]
    public async Task HandshakeThatNeverComes_IsAFailureToConnect_AndRetriedOnce()
    {
        await using var nvi = await FakeNvi.StartAsync();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var router = new Uri($"https://localhost:{((IPEndPoint)silent.LocalEndpoint).Port}/");
        await using var client = new TestClient(nvi.StsUrl, router, new() { ["ConnectTimeout"] = "00:00:01.5" });
        var reply = await client.AskAsync();
        Assert.That(
            reply.Attempts.Where(attempt => attempt.Kind == UpstreamAttemptKind.Query).Select(attempt => attempt.Fault),
            Is.EqualTo(new UpstreamFault?[] { UpstreamFault.Unreachable, UpstreamFault.Unreachable }));
    }
}
