namespace Kps.Audit.Anchoring;

/// <summary>Who outside vouches for the checkpoints, and where else they are kept. Without <see cref="TsaUrl"/> nothing is stamped, without <see cref="SecondPlace"/> nothing is copied.</summary>
public sealed class AnchoringOptions
{
    /// <summary>Time-stamping authority (RFC 3161 over HTTP); null: none.</summary>
    public Uri? TsaUrl { get; set; }

    /// <summary>PEM file of the roots whose stamps are believed; read at start. A stamp that does not lead to one of them is not stored.</summary>
    public string? TrustedCertificatesFile { get; set; }

    /// <summary>Customer name at the authority; sent as HTTP Basic, or within <see cref="KamuSmIdentity"/>.</summary>
    public string? TsaUser { get; set; }

    /// <summary>File of the password that goes with <see cref="TsaUser"/>, read anew for each request.</summary>
    public string? TsaPasswordFile { get; set; }

    /// <summary>Object identifier of the policy to ask for; null leaves it to the authority.</summary>
    public string? TsaPolicy { get; set; }

    /// <summary>Names the customer in Kamu SM's <c>identity</c> header instead of HTTP Basic. Written from public descriptions and not verified against the real service.</summary>
    public bool KamuSmIdentity { get; set; }

    /// <summary>Accepts http:// addresses. A stamp is signed and needs no TLS; a password sent along does.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Time between two stamps when there is something new, 1 s – 1 day.</summary>
    /// <value>The default is 1 h.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Longest time of one request to the authority or to the second place, 1 s – 2 min.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Age of what is not stamped, or not in the second place, from which on the status page speaks of it; more than <see cref="Interval"/>, at most 30 days.</summary>
    /// <value>The default is 6 h.</value>
    public TimeSpan LagLimit { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long before a stamp's certificate expires a newer stamp is put over it, 1 day – 3 years.</summary>
    /// <value>The default is 180 days.</value>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Where checkpoints are copied to: a directory that exists, or an http(s) address they are posted to; null: nowhere.</summary>
    public string? SecondPlace { get; set; }

    /// <summary>Shortest time between two copies, 1 s – 1 h.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan SecondPlaceInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether checkpoints are stamped.</summary>
    internal bool IsStamping => TsaUrl is not null;

    /// <summary>Whether checkpoints are copied.</summary>
    internal bool IsCopying => !string.IsNullOrEmpty(SecondPlace);

    /// <summary>The second place as an address; null when it is a directory.</summary>
    internal Uri? SecondPlaceUrl =>
        Uri.TryCreate(SecondPlace, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? url : null;
}
