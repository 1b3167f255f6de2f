using System.Text;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.Wsdl;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Tests.Wsdl;

internal sealed class WsdlEndpointTests
{
    private const string Path = GatewayHost.RouterPath;

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

    [Test]
    public async Task HostileHost_CannotBreakOutOfThePage()
    {
        var (_, body) = await GetAsync(string.Empty, publicUrl: null, host: "a\"><script>");

        Assert.That(body, Does.Not.Contain("<script>"));
    }

    private static async Task<(string? Type, string Body)> GetAsync(string query, string? publicUrl, string host = "istek.example:9443")
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = "https";
        http.Request.Host = new HostString(host);
        http.Request.Path = Path;
        http.Request.QueryString = new QueryString(query);
        http.Response.Body = new MemoryStream();
        await new WsdlEndpoint(Options.Create(new GatewayOptions { PublicUrl = publicUrl is null ? null : new Uri(publicUrl) })).HandleAsync(http, WsdlService.Router);
        var body = ((MemoryStream)http.Response.Body).ToArray();
        Assert.That(http.Response.ContentLength, Is.EqualTo(body.Length));
        Assert.That(http.Response.Headers.XContentTypeOptions.ToString(), Is.EqualTo("nosniff"));
        return (http.Response.ContentType, Encoding.UTF8.GetString(body));
    }
}
