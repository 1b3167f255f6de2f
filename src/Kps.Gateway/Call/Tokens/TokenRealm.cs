using System.Globalization;
using Kps.Gateway.FrontDoor;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Call.Tokens;

/// <summary>Who issues the tokens of this installation and for which service: the two names an assertion must carry to be ours.</summary>
internal sealed class TokenRealm
{
    /// <summary>Audience where the installation has no public address (Development).</summary>
    public const string DefaultAudience = "urn:kps:router";

    private const string TestSuffix = ":test";

    /// <summary>Takes both from the configuration. A gateway in TEST mode is another issuer.</summary>
    public TokenRealm(IOptions<TokenOptions> tokens, IOptions<GatewayOptions> gateway)
    {
        Issuer = gateway.Value.TestMode ? tokens.Value.Issuer + TestSuffix : tokens.Value.Issuer;

        Audience = gateway.Value.PublicUrl is { } url ? AsciiOrigin(url) + GatewayHost.RouterPath : DefaultAudience;
    }

    /// <summary>saml:Assertion/@Issuer.</summary>
    public string Issuer { get; }

    /// <summary>saml:Audience: the address of the query door.</summary>
    public string Audience { get; }

    /// <summary>Scheme, host and port, the host in its ASCII form (RFC 5890): an assertion takes nothing else.</summary>
    private static string AsciiOrigin(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        return url.IsDefaultPort ? $"{url.Scheme}://{host}" : string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}://{host}:{url.Port}");
    }
}
