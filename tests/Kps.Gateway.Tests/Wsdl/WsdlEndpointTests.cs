using System.Text;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Tests.Fakes;
using Kps.Gateway.Wsdl;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Wsdl;

internal sealed class WsdlEndpointTests
{
    private const string Path = GatewayHost.RouterPath;
    private const string Origin = "https://kps.example.gov.tr";

    [TestCase("?wsdl")]
    [TestCase("?WSDL")]
    [TestCase("?singleWsdl")]
    [TestCase("?singlewsdl")]
    [TestCase("?wsdl=")]
    [TestCase("?a=1&wsdl")]
    [SetCulture("tr-TR")]
    public async Task Wsdl_IsServedUnderAllItsNames(string query)
    {
        var (type, body) = await GetAsync(query, "https://kps.example.gov.tr:8443");

        Assert.That(type, Is.EqualTo("text/xml; charset=utf-8"));
        Assert.That(body, Is.EqualTo(Encoding.UTF8.GetString(WsdlDocument.KpsServisleri.For("https://kps.example.gov.tr:8443"))));
    }

    [Test]
    public async Task Address_IsTheOneCallersReach()
    {
        var (_, configured) = await GetAsync("?wsdl", "https://kps.example.gov.tr:8443/");
        var (_, own) = await GetAsync("?wsdl", publicUrl: null);

        Assert.That(Addresses(configured), Is.EqualTo(Enumerable.Repeat("https://kps.example.gov.tr:8443" + Path, 2)));
        Assert.That(Addresses(own), Is.EqualTo(Enumerable.Repeat("https://istek.example:9443" + Path, 2)));

        static IEnumerable<string> Addresses(string wsdl) =>
            [.. XDocument.Parse(wsdl).Descendants().Where(element => element.Name.LocalName == "address").Select(element => element.Attribute("location")!.Value)];
    }

    [Test]
    public void Document_ChangesInItsAddressAlone()
    {
        var first = Encoding.UTF8.GetString(WsdlDocument.KpsServisleri.For("https://a.example"));
        var second = Encoding.UTF8.GetString(WsdlDocument.KpsServisleri.For("https://b.example"));

        Assert.That(first.Replace("https://a.example", "https://b.example"), Is.EqualTo(second));
        Assert.That(first, Does.Not.Contain("kps.invalid"));
    }

    [Test]
    public void HostileHost_CannotBreakOutOfTheDocument()
    {
        var wsdl = Encoding.UTF8.GetString(WsdlDocument.KpsServisleri.For("https://a\"/><saldiri x=\"&"));

        Assert.That(() => XDocument.Parse(wsdl), Throws.Nothing);
        Assert.That(wsdl, Does.Not.Contain("<saldiri"));
    }

    [Test]
    public void HostileHost_CannotBreakOutOfThePolicy()
    {
        var wsdl = Encoding.UTF8.GetString(WsdlDocument.KpsServisleriWithPolicy.For("https://a\"/><saldiri x=\"&"));

        Assert.That(() => XDocument.Parse(wsdl), Throws.Nothing);
        Assert.That(wsdl, Does.Not.Contain("<saldiri").And.Not.Contain("kps.invalid"));
    }

    [TestCase("")]
    [TestCase("?")]
    [TestCase("?xsd=xsd0")]
    [TestCase("?wsdlx")]
    public async Task PlainGet_IsAPageThatNamesEveryOperation(string query)
    {
        var (type, body) = await GetAsync(query, "https://kps.example.gov.tr");

        Assert.That(type, Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(body, Does.Contain($"https://kps.example.gov.tr{Path}?singleWsdl"));
        Assert.That(OperationCatalog.All.Where(operation => !body.Contains($"<code>{operation.Name}</code>")), Is.Empty);
    }

    [TestCase("?wsdl=policy")]
    [TestCase("?WSDL=POLICY")]
    [TestCase("?a=1&wsdl=policy")]
    [SetCulture("tr-TR")]
    public async Task Policy_IsServedToWhoAsksForIt(string query)
    {
        var (type, router) = await GetAsync(query, Origin);
        var (_, sts) = await GetAsync(query, Origin, service: WsdlService.Sts);

        Assert.That(type, Is.EqualTo("text/xml; charset=utf-8"));
        Assert.That(router, Is.EqualTo(Encoding.UTF8.GetString(WsdlDocument.KpsServisleriWithPolicy.For(Origin))));
        Assert.That(sts, Is.EqualTo(Encoding.UTF8.GetString(WsdlDocument.KpsStsWithPolicy.For(Origin))));
    }

    [TestCase("?wsdl")]
    [TestCase("?singleWsdl")]
    [TestCase("?wsdl=wsdl0")]
    [TestCase("?singleWsdl=policy")]
    public async Task TokenDoor_PublishesItsOwnContract(string query)
    {
        var (type, body) = await GetAsync(query, Origin, service: WsdlService.Sts);

        Assert.That(type, Is.EqualTo("text/xml; charset=utf-8"));
        Assert.That(body, Is.EqualTo(Encoding.UTF8.GetString(WsdlDocument.KpsSts.For(Origin))));
    }

    [Test]
    public async Task Pages_NameBothDoorsAndBothContracts()
    {
        var (_, router) = await GetAsync(string.Empty, Origin);
        var (type, sts) = await GetAsync(string.Empty, Origin, service: WsdlService.Sts);

        Assert.That(type, Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(router, Does.Contain($"href=\"{Origin}{Path}?wsdl=policy\"").And.Contain($"href=\"{Origin}{GatewayHost.StsPath}\""));
        Assert.That(sts, Does.Contain($"href=\"{Origin}{GatewayHost.StsPath}?singleWsdl\"").And.Contain($"href=\"{Origin}{GatewayHost.StsPath}?wsdl=policy\"")
            .And.Contain($"href=\"{Origin}{Path}\"").And.Contain(OperationCatalog.Issue.Action).And.Contain("jeton servisi"));
    }

    [Test]
    public async Task Pages_SayTestInTestModeAlone([Values] WsdlService service)
    {
        var (_, test) = await GetAsync(string.Empty, Origin, service: service, testMode: true);
        var (_, live) = await GetAsync(string.Empty, Origin, service: service);

        Assert.That(test, Does.Contain("<b>TEST</b>"));
        Assert.That(live, Does.Not.Contain("<b>TEST</b>"));
    }

    [Test]
    public async Task Contracts_AreTheSameInTestMode([Values] WsdlService service, [Values("?wsdl", "?wsdl=policy")] string query)
    {
        var (_, test) = await GetAsync(query, Origin, service: service, testMode: true);
        var (_, live) = await GetAsync(query, Origin, service: service);

        Assert.That(test, Is.EqualTo(live));
    }

    [Test]
    public async Task HostileHost_CannotBreakOutOfThePage([Values] WsdlService service)
    {
        var (_, body) = await GetAsync(string.Empty, publicUrl: null, host: "a\"><script>", service);

        Assert.That(body, Does.Not.Contain("<script>"));
    }

    private static async Task<(string? Type, string Body)> GetAsync(
        string query, string? publicUrl, string host = "istek.example:9443", WsdlService service = WsdlService.Router, bool testMode = false)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = "https";
        http.Request.Host = new HostString(host);
        http.Request.Path = service switch
        {
            WsdlService.Router => Path,
            WsdlService.Ek => GatewayHost.EkPath,
            _ => GatewayHost.StsPath,
        };
        http.Request.QueryString = new QueryString(query);
        http.Response.Body = new MemoryStream();
        var options = new GatewayOptions { PublicUrl = publicUrl is null ? null : new Uri(publicUrl), TestMode = testMode };
        await new WsdlEndpoint(Options.Create(options), QueryTables.All).HandleAsync(http, service);
        var body = ((MemoryStream)http.Response.Body).ToArray();
        Assert.That(http.Response.ContentLength, Is.EqualTo(body.Length));
        Assert.That(http.Response.Headers.XContentTypeOptions.ToString(), Is.EqualTo("nosniff"));
        return (http.Response.ContentType, Encoding.UTF8.GetString(body));
    }
}
