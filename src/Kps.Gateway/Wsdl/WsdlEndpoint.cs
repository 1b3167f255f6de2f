using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Wsdl;

/// <summary>
/// GET on a service address: the WSDL for <c>?wsdl</c> and <c>?singleWsdl</c>, the one with WS-SecurityPolicy for <c>?wsdl=policy</c>, otherwise a
/// page a human can read.
/// </summary>
internal sealed class WsdlEndpoint(IOptions<GatewayOptions> options)
{
    private const string Policy = "policy";

    /// <summary>Answers a GET.</summary>
    /// <param name="http">The request.</param>
    /// <param name="service">The door it came to.</param>
    public async Task HandleAsync(HttpContext http, WsdlService service)
    {
        var origin = Origin(http.Request);
        var document = Document(http.Request, service);
        var body = document is null ? ServicePage.Write(service, origin, options.Value.TestMode) : document.For(origin);
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
        var isRouter = service == WsdlService.Router;
        if (request.Query["wsdl"].Any(value => string.Equals(value, Policy, StringComparison.OrdinalIgnoreCase)))
        {
            return isRouter ? WsdlDocument.KpsServisleriWithPolicy : WsdlDocument.KpsStsWithPolicy;
        }

        var isWsdl = request.Query.Keys.Any(key =>
            key.Equals("wsdl", StringComparison.OrdinalIgnoreCase) || key.Equals("singleWsdl", StringComparison.OrdinalIgnoreCase))
            || request.QueryString.Value is { } query && (query.Equals("?wsdl", StringComparison.OrdinalIgnoreCase)
            || query.Equals("?singleWsdl", StringComparison.OrdinalIgnoreCase));
        return !isWsdl ? null : isRouter ? WsdlDocument.KpsServisleri : WsdlDocument.KpsSts;
    }

    /// <summary>The configured public address; in Development the one this very request reached us by.</summary>
    private string Origin(HttpRequest request) =>
        options.Value.PublicUrl is { } url
            ? url.GetLeftPart(UriPartial.Authority)
            : $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
