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

        // The host in its ASCII form (RFC 5890): an assertion takes nothing else.
        Audience = gateway.Value.PublicUrl is { } url
            ? url.GetComponents(UriComponents.Scheme | UriComponents.NormalizedHost | UriComponents.Port, UriFormat.UriEscaped) + GatewayHost.RouterPath
            : DefaultAudience;
    }

    /// <summary>saml:Assertion/@Issuer.</summary>
    public string Issuer { get; }

    /// <summary>saml:Audience: the address of the query door.</summary>
    public string Audience { get; }
}
