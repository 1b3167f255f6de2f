using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.Refusals;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests.FrontDoor;

/// <summary>The gateway as it stands in production: a public address of its own, a reverse proxy in front of it.</summary>
public sealed class BehindAProxyTests
{
    private const string Proxy = "127.0.0.3";
    private const string PublicUrl = "https://localhost:9443";

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _house = await TestEnvironment.StartAsync(
        null, "--environment=Production", $"--Gateway:PublicUrl={PublicUrl}", $"--Gateway:TrustedProxies:0={Proxy}");

    [OneTimeTearDown]
    public async Task StopAsync() => await _house.DisposeAsync();

    [Test]
    public async Task Wsdl_ShowsThePublicAddress()
    {
        var wsdl = await _house.Http.GetStringAsync(new Uri(_house.RouterUrl, "?singleWsdl"));

        Assert.That(wsdl, Does.Contain($"\"{PublicUrl}/Router/RoutingService.svc\"").And.Not.Contain($":{_house.Port}/"));
    }

    [TestCase("kotu.example")]
    [TestCase("localhost.kotu.example")]
    [TestCase("127.0.0.1")]
    public async Task ForeignHost_Gets400AndNoWsdl(string host)
    {
        var output = await ExternalTool.RunAsync(
            "curl",
            "curl",
            ["-s", "-w", "\n%{http_code}", "--cacert", _house.Certificates.CaFile, "-H", $"Host: {host}", new Uri(_house.RouterUrl, "?singleWsdl").ToString()],
            string.Empty);

        Assert.That(output.Trim(), Is.EqualTo("400"));
    }

    [Test]
    public async Task ForwardedFor_FromTheTrustedProxy_IsTheCaller_AndBothAddressesStandOnTheRow()
    {
        var reply = await AskAsync(Proxy, "127.0.0.1");

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        var opening = (await _house.AuditOfAsync(reply.IslemNo)).Opening;
        Assert.That((opening.PeerAddress!.ToString(), opening.CallerAddress!.ToString()), Is.EqualTo((Proxy, "127.0.0.1")));
    }

    [TestCase("203.0.113.9", "203.0.113.9")]
    [TestCase("127.0.0.1, 203.0.113.9", "203.0.113.9")]
    [TestCase("bilinmiyor", Proxy)]
    [TestCase(null, Proxy)]
    public async Task ForwardedFor_OfAForeigner_IsRefusedWithTheAddressBelieved(string? forwarded, string seen)
    {
        var row = await _house.CheckIdenticalFaultAsync(await AskAsync(Proxy, forwarded), FaultCode.AddressOutsideRanges, seen);

        Assert.That((row.PeerAddress!.ToString(), row.CallerAddress!.ToString()), Is.EqualTo((Proxy, seen)));
    }

    [Test]
    public async Task ForwardedFor_FromAnybodyElse_IsNotBelieved()
    {
        var row = await _house.CheckIdenticalFaultAsync(await AskAsync("127.0.0.5", "127.0.0.1"), FaultCode.AddressOutsideRanges, "127.0.0.5");

        Assert.That((row.PeerAddress!.ToString(), row.CallerAddress!.ToString()), Is.EqualTo(("127.0.0.5", "127.0.0.5")));
    }

    [Test]
    public async Task ForwardedFor_FromADirectCaller_DoesNotHideHim()
    {
        var reply = await AskAsync("127.0.0.1", "203.0.113.9");

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        Assert.That((await _house.AuditOfAsync(reply.IslemNo)).Opening.CallerAddress!.ToString(), Is.EqualTo("127.0.0.1"));
    }

    private Task<SoapReply> AskAsync(string from, string? forwarded) => _house.PostAsync(
        SoapMessage.Query(_house.Samples.Citizen.Value, _house.User) with { HttpHeaders = forwarded is null ? [] : [("X-Forwarded-For", forwarded)] },
        _house.HttpFrom(from));
}
