using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Kps.Gateway.Tests.FrontDoor;

internal sealed class GatewayOptionsValidatorTests
{
    private const string PublicUrl = "https://kps.example.gov.tr";

    [TestCase("Production", "https://kps.example.gov.tr")]
    [TestCase("Production", "https://kps.example.gov.tr:8443/")]
    [TestCase("Development", "http://localhost:8080")]
    [TestCase("Development", null)]
    public void PublicUrl_IsSchemeHostAndPort(string environment, string? url) => Assert.That(Validate(environment, url), Is.Empty);

    [TestCase("https://kps.example.gov.tr/Router")]
    [TestCase("https://kps.example.gov.tr/?wsdl")]
    [TestCase("https://kps.example.gov.tr/#ek")]
    [TestCase("https://ad:parola@kps.example.gov.tr/")]
    [TestCase("ftp://kps.example.gov.tr")]
    [TestCase("kps.example.gov.tr")]
    public void AnythingElse_IsRefused(string url) => Assert.That(Validate("Production", url), Has.Some.Contains("Gateway:PublicUrl"));

    [TestCase("Production")]
    [TestCase("Test")]
    [TestCase("development2")]
    public void OutsideDevelopment_AnAddressMustBeKnown(string environment)
    {
        Assert.That(Validate(environment, null), Has.Some.Contains("required outside Development"));
        Assert.That(Validate(environment, null, hosts: ["kps.example.gov.tr"]), Is.Empty);
    }

    [Test]
    public void OutsideDevelopment_ThePublicAddressIsHttps() =>
        Assert.That(Validate("Production", "http://kps.example.gov.tr"), Has.Some.Contains("https outside Development"));

    [TestCase("Production", "https://0.0.0.0:443", true)]
    [TestCase("Production", "HTTPS://*:443", true)]
    [TestCase("Production", "http://127.0.0.1:8080", false)]
    [TestCase("Production", "http://0.0.0.0:80", false)]
    [TestCase("Development", "http://127.0.0.1:8080", true)]
    [TestCase("Development", "http://[::1]:8080", true)]
    [TestCase("Development", "http://localhost:8080", true)]
    [TestCase("Development", "http://0.0.0.0:8080", false)]
    [TestCase("Development", "http://*:8080", false)]
    [TestCase("Development", "", false)]
    public void PlainListener_ExistsInDevelopmentOnLoopbackAlone(string environment, string endpoint, bool isTaken) =>
        Assert.That(Validate(environment, "https://kps.example.gov.tr", endpoint: endpoint), isTaken ? Is.Empty : Has.Some.Contains("must be https"));

    [Test]
    public void NoListener_IsRefused() =>
        Assert.That(Validate("Production", "https://kps.example.gov.tr", endpoint: null), Has.Some.Contains("Kestrel:Endpoints is empty"));

    [TestCase("*")]
    [TestCase("*.gov.tr")]
    [TestCase("")]
    [TestCase(" ")]
    public void AllowedHost_IsAName(string host) =>
        Assert.That(Validate("Production", "https://kps.example.gov.tr", hosts: [host]), Has.Some.Contains("Gateway:AllowedHosts"));

    [TestCase("0.0.0.0/0")]
    [TestCase("::/0")]
    [TestCase("vekil")]
    public void TrustedProxy_IsAnAddressOrANetwork(string proxy) =>
        Assert.That(Validate("Production", "https://kps.example.gov.tr", proxies: [proxy]), Has.Some.Contains("Gateway:TrustedProxies"));

    [TestCase("https://kpsv2.nvi.gov.tr/Services/RoutingService.svc")]
    [TestCase("https://KPSV2.NVI.GOV.TR/Services/RoutingService.svc")]
    [TestCase("https://kpsv2.nvi.gov.tr./Services/RoutingService.svc")]
    [TestCase("https://kpsv2.nvi.gov.tr:8443/")]
    [TestCase("https://baska.nvi.gov.tr/Services/RoutingService.svc")]
    [TestCase("https://nvi.gov.tr/")]
    [SetCulture("tr-TR")]
    public void TestMode_RefusesEveryOtherRouterOfNvi(string router)
    {
        Assert.That(Validate("Production", PublicUrl, router: router, testMode: true), Has.One.Items.And.Some.StartsWith("Gateway:TestMode is for synthetic people only"));
        Assert.That(Validate("Production", PublicUrl, router: router), Is.Empty);
    }

    [TestCase("https://kpsv2test.nvi.gov.tr/Services/RoutingService.svc")]
    [TestCase("https://KPSV2TEST.NVI.GOV.TR./x")]
    [SetCulture("tr-TR")]
    public void LiveMode_RefusesTheTestRouter(string router)
    {
        Assert.That(Validate("Production", PublicUrl, router: router), Has.One.Items.And.Some.StartsWith("Gateway:TestMode is off"));
        Assert.That(Validate("Production", PublicUrl, router: router, testMode: true), Is.Empty);
    }

    [Test]
    public void AnybodyElsesRouter_IsTakenInEitherMode(
        [Values] bool testMode,
        [Values("https://localhost:8090/Services/RoutingService.svc", "https://kpsv2.nvi.gov.tr.example/", "https://kpsv2-nvi.example/", "bozuk", null)] string? router) =>
        Assert.That(Validate("Production", PublicUrl, router: router, testMode: testMode), Is.Empty);

    [Test]
    public void EveryMistake_IsReportedAtOnce() =>
        Assert.That(Validate("Production", "ftp://x", hosts: ["*"], proxies: ["y"], endpoint: "http://0.0.0.0:80"), Has.Count.EqualTo(4));

    private static List<string> Validate(
        string environment,
        string? url,
        string[]? hosts = null,
        string[]? proxies = null,
        string? endpoint = "https://0.0.0.0:443",
        string? router = null,
        bool testMode = false)
    {
        var options = new GatewayOptions { PublicUrl = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute), TestMode = testMode };
        foreach (var host in hosts ?? [])
        {
            options.AllowedHosts.Add(host);
        }

        foreach (var proxy in proxies ?? [])
        {
            options.TrustedProxies.Add(proxy);
        }

        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Kestrel:Endpoints:Tek:Url"] = endpoint, ["Mernis:RouterUrl"] = router }.Where(one => one.Value is not null))
            .Build();
        return [.. new GatewayOptionsValidator(new Host(environment), configuration).Validate(null, options).Failures ?? []];
    }

    private sealed class Host(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Kps.Gateway";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
