using Kps.Gateway.Call.Queries;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Wsdl;

/// <summary>
/// GET on a service address: the WSDL for <c>?wsdl</c> and <c>?singleWsdl</c>, the one with WS-SecurityPolicy for <c>?wsdl=policy</c>, that of the 2017
/// generation for <c>?wsdl=2017</c> and <c>?singleWsdl=2017</c>, otherwise a page a human can read.
/// </summary>
internal sealed class WsdlEndpoint(IOptions<GatewayOptions> options, QueryTable queries)
{
    private const string Policy = "policy";
    private const string Generation2017 = "2017";

    /// <summary>Answers a GET.</summary>
    /// <param name="http">The request.</param>
    /// <param name="service">The door it came to.</param>
    public async Task HandleAsync(HttpContext http, WsdlService service)
    {
        var origin = Origin(http.Request);
        var document = Document(http.Request, service);
        var body = document is null ? ServicePage.Write(service, origin, options.Value.TestMode, queries) : document.For(origin);
        http.Response.ContentType = document is null ? "text/html; charset=utf-8" : "text/xml; charset=utf-8";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>A value of <c>?wsdl</c> that nobody knows asks for the plain document: tools number theirs.</summary>
    private static WsdlDocument? Document(HttpRequest request, WsdlService service)
    {
        if (Asks(request, "wsdl", Policy))
        {
            return service switch
            {
                WsdlService.Router => WsdlDocument.KpsServisleriWithPolicy,
                WsdlService.Ek => WsdlDocument.KpsEkServislerWithPolicy,
                _ => WsdlDocument.KpsStsWithPolicy,
            };
        }

        var isWsdl = request.Query.Keys.Any(key =>
            key.Equals("wsdl", StringComparison.OrdinalIgnoreCase) || key.Equals("singleWsdl", StringComparison.OrdinalIgnoreCase))
            || request.QueryString.Value is { } query && (query.Equals("?wsdl", StringComparison.OrdinalIgnoreCase)
            || query.Equals("?singleWsdl", StringComparison.OrdinalIgnoreCase));
        if (!isWsdl)
        {
            return null;
        }

        return service switch
        {
            WsdlService.Router when Asks(request, "wsdl", Generation2017) || Asks(request, "singleWsdl", Generation2017) => WsdlDocument.KpsServisleri2017,
            WsdlService.Router => WsdlDocument.KpsServisleri,
            WsdlService.Ek => WsdlDocument.KpsEkServisler,
            _ => WsdlDocument.KpsSts,
        };
    }

    private static bool Asks(HttpRequest request, string key, string value) =>
        request.Query[key].Any(given => string.Equals(given, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The configured public address; in Development the one this very request reached us by.</summary>
    private string Origin(HttpRequest request) =>
        options.Value.PublicUrl is { } url
            ? url.GetLeftPart(UriPartial.Authority)
            : $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
