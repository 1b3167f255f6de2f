namespace Kps.Gateway.FrontDoor;

/// <summary>How the gateway is reached. Section <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    /// <summary>Longest <see cref="StopDelay"/>.</summary>
    public static readonly TimeSpan MaxStopDelay = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Scheme, host and port under which callers reach the gateway, e.g. <c>https://kpsv2.saglik.gov.tr</c>; written into the WSDL and the only host
    /// answered besides <see cref="AllowedHosts"/>. Required outside Development, where a missing one means the request's own address.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Further host names that are answered; others get 400 and no WSDL.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Addresses or CIDR networks of reverse proxies whose X-Forwarded-For, -Proto and -Host are believed. None by default.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>
    /// Time between being told to stop, when <c>/health/ready</c> turns to 503, and closing the doors: what the load balancer in front needs
    /// to notice. 0–60 s; calls in flight have another 30 s to end.
    /// </summary>
    public TimeSpan StopDelay { get; set; } = TimeSpan.Zero;

    /// <summary>
    /// A twin for trying out: synthetic people only, keys and issuer of its own, a mark in every answer. Never on NVİ's production register, as
    /// its test register is never asked without it.
    /// </summary>
    /// <value>False.</value>
    public bool TestMode { get; set; }

    /// <summary>The mode as operators read it: <c>TEST</c> or <c>LIVE</c>.</summary>
    public static string ModeName(bool isTest) => isTest ? "TEST" : "LIVE";
}
