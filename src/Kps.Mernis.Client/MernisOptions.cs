namespace Kps.Mernis;

/// <summary>How NVİ is reached. The account is one technical user (KRM-…) whose password stands in a file, never in the configuration.</summary>
public sealed class MernisOptions
{
    /// <summary>Endpoint of the STS, for example <c>https://kimlikdogrulama.nvi.gov.tr/Services/Issuer.svc/IWSTrust13</c>.</summary>
    public Uri? StsUrl { get; set; }

    /// <summary>Endpoint of the router, the same for every service (wire contracts b.2).</summary>
    public Uri? RouterUrl { get; set; }

    /// <summary>For whom the token is asked.</summary>
    /// <value>The default is <see cref="RouterUrl"/>.</value>
    public Uri? AppliesTo { get; set; }

    /// <summary>The technical user at NVİ.</summary>
    public string UserName { get; set; } = string.Empty;

    /// <summary>File that holds the password in UTF-8; a line break at its end is not part of it. Read anew for each token request.</summary>
    public string PasswordFile { get; set; } = string.Empty;

    /// <summary>PEM file of the roots that alone are trusted for both doors: private CAs, demonstration and test.</summary>
    /// <value>The default is the system's trust.</value>
    public string? TrustedCaFile { get; set; }

    /// <summary>Accepts http:// addresses. For tests and demonstration: the token request carries the password.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Tells NVİ the number of the asking person.</summary>
    public bool SendSorgulayan { get; set; }

    /// <summary>Version of BilesikKutukSorgulaKimlikNoServis that is asked: 2021-04-01, 2023-02-01 or 2024-04-01. Hospitals see no difference.</summary>
    /// <value>The default is 2023-02-01.</value>
    public string BilesikVersion { get; set; } = "2023-02-01";

    /// <summary>
    /// Files of NVİ's own WSDLs by name of the service. Each is checked at the start against what is written and read here; version and action are
    /// taken from it, whatever else is configured. Supplying one is the only way to a service formed by analogy outside Development.
    /// </summary>
    /// <value>The default is none.</value>
    public IDictionary<string, string> SuppliedWsdls { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Queries under way at once.</summary>
    /// <value>The default is 200.</value>
    public int MaxConcurrency { get; set; } = 200;

    /// <summary>Queries that may wait for a free place; the next one is told <see cref="UpstreamFault.Busy"/> at once.</summary>
    /// <value>The default is 200.</value>
    public int QueueLimit { get; set; } = 200;

    /// <summary>Longest wait for a free place; spent from <see cref="TotalTimeout"/>.</summary>
    /// <value>The default is 5 s.</value>
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time from the call to the reply, all attempts included.</summary>
    /// <value>The default is 25 s: the callers wait 30 s (requirements D-28).</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Longest time of one query attempt.</summary>
    /// <value>The default is 10 s.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time of one token request.</summary>
    /// <value>The default is 5 s.</value>
    public TimeSpan StsTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time to connect, TLS included.</summary>
    /// <value>The default is 3 s.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Age at which a connection is closed after its current query, so that address changes at NVİ are noticed.</summary>
    /// <value>The default is 5 min.</value>
    public TimeSpan ConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest answer of the router in bytes; enforced while reading.</summary>
    /// <value>The default is 1 MiB.</value>
    public int MaxAnswerBytes { get; set; } = 1024 * 1024;

    /// <summary>Share of failed attempts within <see cref="BreakerSamplingDuration"/> that opens the circuit.</summary>
    /// <value>The default is 0.5.</value>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>Attempts within the sampling time below which the circuit never opens.</summary>
    /// <value>The default is 20.</value>
    public int BreakerMinimumThroughput { get; set; } = 20;

    /// <summary>Time over which attempts are counted.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan BreakerSamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open before one query tries again.</summary>
    /// <value>The default is 10 s.</value>
    public TimeSpan BreakerBreakDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Pause after a failed token request, doubled with each further one up to <see cref="StsMaxHoldOff"/>; meanwhile calls without a
    /// token get the last STS fault at once.
    /// </summary>
    /// <value>The default is 1 s.</value>
    public TimeSpan StsHoldOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest such pause, and the pause after a refusal: repeated wrong passwords could lock the account at NVİ.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan StsMaxHoldOff { get; set; } = TimeSpan.FromSeconds(30);
}
