using System.Globalization;
using System.Net;
using System.Text;
using Kps.Contracts;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Wsdl;

/// <summary>GET on a service address: the WSDL for <c>?wsdl</c> and <c>?singleWsdl</c>, otherwise a page a human can read.</summary>
internal sealed class WsdlEndpoint(IOptions<GatewayOptions> options)
{
    /// <summary>Answers a GET.</summary>
    public async Task HandleAsync(HttpContext http, WsdlService service)
    {
        var origin = Origin(http.Request);
        var isWsdl = http.Request.Query.Keys.Any(key =>
            key.Equals("wsdl", StringComparison.OrdinalIgnoreCase) || key.Equals("singleWsdl", StringComparison.OrdinalIgnoreCase))
            || http.Request.QueryString.Value is { } query && (query.Equals("?wsdl", StringComparison.OrdinalIgnoreCase)
            || query.Equals("?singleWsdl", StringComparison.OrdinalIgnoreCase));
        var body = isWsdl ? WsdlDocument.KpsServisleri.For(origin) : Page(origin + http.Request.Path);
        http.Response.ContentType = isWsdl ? "text/xml; charset=utf-8" : "text/html; charset=utf-8";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The configured public address; in Development the one this very request reached us by.</summary>
    private string Origin(HttpRequest request) =>
        options.Value.PublicUrl is { } url
            ? url.GetLeftPart(UriPartial.Authority)
            : $"{request.Scheme}://{request.Host.ToUriComponent()}";

    private static byte[] Page(string address)
    {
        var html = new StringBuilder();
        var shown = WebUtility.HtmlEncode(address);
        html.Append(
            CultureInfo.InvariantCulture,
            $$"""
            <!DOCTYPE html>
            <html lang="tr"><head><meta charset="utf-8"><title>KPS sorgu servisi</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}</style></head>
            <body><h1>Kimlik Paylaşım Sistemi – sorgu servisi</h1>
            <p>Bu adres SOAP 1.1 ve SOAP 1.2 iletilerini POST ile kabul eder. Her çağrı, kullanıcının kendi web servis şifresiyle ve kuruma tanımlı bir IP adresinden yapılır; her sorgu ve sonucu 8 yıl saklanır.</p>
            <p>WSDL (tek belge): <a href="{{shown}}?singleWsdl"><code>{{shown}}?singleWsdl</code></a></p>
            <h2>Sorgular</h2><ul>
            """);
        foreach (var operation in OperationCatalog.All)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><code>{operation.Name}</code>{(operation.IsServed ? string.Empty : " – henüz hizmete açılmadı")}</li>");
        }

        html.Append("</ul><p>Adresinizin tanımlı olup olmadığını görmek için bir sorgu gönderin: hata iletisi görülen adresi yazar.</p></body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }
}
