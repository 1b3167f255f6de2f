using System.Net;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.FrontDoor.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kps.Gateway.Tests.FrontDoor;

/// <summary>The door on a real server: whose word about the caller's address is believed, and which Host is answered.</summary>
internal sealed class FrontDoorTests
{
    [Test]
    public async Task WithoutProxies_NobodyIsBelieved()
    {
        var seen = await AskAsync([], ("X-Forwarded-For", "192.0.2.10"));

        Assert.That(seen, Is.EqualTo("caller 127.0.0.1, peer 127.0.0.1, https False"));
    }

    [Test]
    public async Task StrangerBesideAProxy_IsNotBelieved()
    {
        var seen = await AskAsync([new("Gateway:TrustedProxies:0", "10.1.0.0/24")], ("X-Forwarded-For", "192.0.2.10"), ("X-Forwarded-Proto", "https"));

        Assert.That(seen, Is.EqualTo("caller 127.0.0.1, peer 127.0.0.1, https False"));
    }

    [TestCase("192.0.2.10", "192.0.2.10", TestName = "Its own word")]
    [TestCase("203.0.113.9, 192.0.2.10", "192.0.2.10", TestName = "What the caller himself wrote before it is not believed")]
    [TestCase("192.0.2.10, 127.0.0.1", "192.0.2.10", TestName = "A chain of trusted proxies is walked back")]
    [TestCase("2001:db8::10", "2001:db8::10", TestName = "IPv6")]
    [TestCase("cop", "127.0.0.1", TestName = "What is no address changes nothing")]
    public async Task TrustedProxy_IsBelievedAndStaysThePeer(string forwarded, string caller)
    {
        var seen = await AskAsync(
            [new("Gateway:TrustedProxies:0", "127.0.0.1")], ("X-Forwarded-For", forwarded), ("X-Forwarded-Proto", "https"));

        Assert.That(seen, Does.StartWith($"caller {caller}, peer 127.0.0.1"));
    }

    [Test]
    public async Task TrustedProxysScheme_IsBelieved()
    {
        var seen = await AskAsync(
            [new("Gateway:TrustedProxies:0", "127.0.0.1")], ("X-Forwarded-For", "192.0.2.10"), ("X-Forwarded-Proto", "https"));

        Assert.That(seen, Does.EndWith("https True"));
    }

    [TestCase("kps.example.gov.tr", true)]
    [TestCase("KPS.example.gov.tr:8443", true)]
    [TestCase("ic.example.gov.tr", true)]
    [TestCase("saldiri.example", false)]
    [TestCase("127.0.0.1", false)]
    public async Task ForeignHost_IsTurnedAway(string host, bool isAnswered)
    {
        var seen = await AskAsync(
            [new("Gateway:PublicUrl", "https://kps.example.gov.tr"), new("Gateway:AllowedHosts:0", "ic.example.gov.tr")], ("Host", host));

        Assert.That(seen, isAnswered ? Does.StartWith("caller") : Is.EqualTo("400 "));
    }

    private static async Task<string> AskAsync(KeyValuePair<string, string?>[] settings, params (string Name, string Value)[] headers)
    {
        // Outside Development the filter always stands; a host list is given where a test says nothing about hosts.
        KeyValuePair<string, string?>[] hosts = settings.Any(setting => setting.Key == "Gateway:PublicUrl") ? [] : [new("Gateway:AllowedHosts:0", "127.0.0.1")];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.Configuration.AddInMemoryCollection([.. settings, .. hosts, new("Kestrel:Endpoints:Tek:Url", "https://0.0.0.0:443")]);
        builder.Services.AddSingleton<TellOfCertificate>((_, _, _) => Task.CompletedTask);
        builder.Services.AddFrontDoor(builder.Configuration.GetSection("Gateway"));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.UseFrontDoor();
        app.Run(http => http.Response.WriteAsync(
            $"caller {http.Connection.RemoteIpAddress}, peer {PeerAddress.Of(http)}, https {http.Request.IsHttps}"));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? body : $"{(int)response.StatusCode} {body}";
    }
}
