namespace Kps.Gateway.FrontDoor;

/// <summary>How the gateway is reached. Section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    /// <summary>
    /// Scheme, host and port under which callers reach the gateway, e.g. <c>https://kpsv2.saglik.gov.tr</c>; written into the WSDL and the only host
    /// answered besides <see cref="AllowedHosts"/>. Required outside Development, where a missing one means the request's own address.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Further host names that are answered; others get 400 and no WSDL.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Addresses or CIDR networks of reverse proxies whose X-Forwarded-For, -Proto and -Host are believed. None by default.</summary>
    public IList<string> TrustedProxies { get; } = [];
}
