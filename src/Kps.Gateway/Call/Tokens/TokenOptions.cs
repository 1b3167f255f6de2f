namespace Kps.Gateway.Call.Tokens;

/// <summary>The tokens of the token door. Section <c>Tokens</c>.</summary>
internal sealed class TokenOptions
{
    /// <summary>How long a token is good for. 1 minute to 12 hours.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Issuer of the assertions; ASCII. Nodes of one installation must agree.</summary>
    public string Issuer { get; set; } = "urn:kps:sts";

    /// <summary>
    /// Addresses of the query service that token requests may name in AppliesTo besides the public one; compared without regard to case. The
    /// Ministry's own stand here by default because existing clients keep them while they change the host they post to.
    /// </summary>
    public IList<string> AppliesTo { get; } =
    [
        "https://kpsv2.saglik.gov.tr/Router/RoutingService.svc",
        "https://kpsv2test.saglik.gov.tr/Router/RoutingService.svc",
    ];
}
