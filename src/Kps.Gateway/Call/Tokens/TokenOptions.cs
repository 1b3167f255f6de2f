namespace Kps.Gateway.Call.Tokens;

/// <summary>The tokens of the token door. Section <c>Tokens</c>.</summary>
internal sealed class TokenOptions
{
    /// <summary>Shortest lifetime that may be set.</summary>
    public static readonly TimeSpan MinLifetime = TimeSpan.FromMinutes(1);

    /// <summary>Longest lifetime that may be set, and so the longest a key outlives its last signature.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(12);

    /// <summary>How long a token is good for.</summary>
    /// <value>30 minutes; 1 minute … 12 hours.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Issuer of the assertions. Nodes of one installation must agree.</summary>
    /// <value><c>urn:kps:sts</c>; 1 … 200 printable ASCII characters that need no escaping in XML.</value>
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
