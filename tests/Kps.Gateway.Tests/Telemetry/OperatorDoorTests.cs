using System.Net;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Telemetry;

internal sealed class OperatorDoorTests
{
    [TestCase("127.0.0.1", true)]
    [TestCase("127.0.0.9", true)]
    [TestCase("::1", true)]
    [TestCase("::ffff:127.0.0.9", true)]
    [TestCase("10.1.2.3", true)]
    [TestCase("::ffff:10.1.2.3", true)]
    [TestCase("10.2.0.1", false)]
    [TestCase("192.0.2.7", true)]
    [TestCase("192.0.2.8", false)]
    [TestCase("2001:db8::1", false)]
    public void Peer_IsAdmittedByItsOwnAddress(string peer, bool isAdmitted) =>
        Assert.That(Door("10.1.0.0/16", "192.0.2.7").Admits(Request(peer)), Is.EqualTo(isAdmitted));

    [TestCase("X-Forwarded-For")]
    [TestCase("X-Original-For")]
    [TestCase("X-Real-IP")]
    [TestCase("Forwarded")]
    [TestCase("Via")]
    public void ForwardedRequest_IsNobodys(string header)
    {
        var request = Request("127.0.0.1");
        request.Request.Headers[header] = "127.0.0.1";

        Assert.That(Door().Admits(request), Is.False);
    }

    [Test]
    public void WordOfAProxy_IsNotThePeer()
    {
        var request = Request("10.9.9.9");
        request.Connection.RemoteIpAddress = IPAddress.Loopback;

        Assert.That(Door().Admits(request), Is.False);
    }

    [Test]
    public void UnknownPeer_IsRefused() => Assert.That(Door("0.0.0.0/1").Admits(new DefaultHttpContext()), Is.False);

    private static OperatorDoor Door(params string[] allowed)
    {
        var options = new TelemetryOptions();
        foreach (var peer in allowed)
        {
            options.AllowedPeers.Add(peer);
        }

        return new OperatorDoor(Options.Create(options));
    }

    private static DefaultHttpContext Request(string peer)
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new PeerAddress(IPAddress.Parse(peer)));
        return http;
    }
}
