using System.Net;
using Kps.Contracts;

namespace Kps.Audit;

/// <summary>
/// Who asks what, known before anything is forwarded. Everything that could name a person (<see cref="Subject"/>, <see cref="Asker"/>,
/// <see cref="AttemptedUserName"/>) is stored as a keyed hash only.
/// </summary>
public sealed record CallFacts
{
    /// <summary>From <see cref="IAuditLog.NextIslemNo"/>; ties the outcome to the intent.</summary>
    public required IslemNo IslemNo { get; init; }

    /// <summary>When the first byte of the request was read.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The door the call came in by.</summary>
    public required AuditDoor Door { get; init; }

    /// <summary>11 for SOAP 1.1, 12 for SOAP 1.2, 0 when the envelope was not understood.</summary>
    public byte SoapVersion { get; init; }

    /// <summary>The kind of credential, accepted or not.</summary>
    public AuditCredential Credential { get; init; }

    /// <summary>The other end of the TCP connection.</summary>
    public IPAddress? PeerAddress { get; init; }

    /// <summary>The caller after trusted proxies; the address the rules were checked against and searches go by.</summary>
    public IPAddress? CallerAddress { get; init; }

    /// <summary>User-Agent as sent. Stored without control characters, runs of eleven or more digits masked, at most 200 bytes of UTF-8.</summary>
    public string? ClientStack { get; init; }

    /// <summary>The registry's number of the user, once known.</summary>
    public int? UserId { get; init; }

    /// <summary>The registry's number of the user's institution, once known.</summary>
    public int? InstitutionId { get; init; }

    /// <summary>KurumKodu as the message gave it.</summary>
    public int? KurumKodu { get; init; }

    /// <summary>The registry's number of the calling application, once known.</summary>
    public int? ApplicationId { get; init; }

    /// <summary>The application's version as the registry had it; no message carries one. Stored cleaned, at most 64 bytes of UTF-8.</summary>
    public string? ApplicationVersion { get; init; }

    /// <summary>The user name that was tried, when no such user exists. Stored as a keyed hash only.</summary>
    public string? AttemptedUserName { get; init; }

    /// <summary>The işlem no under which the presented token was issued; null without a verified token. Ties a query to the issue of its token.</summary>
    public IslemNo? TokenIslemNo { get; init; }

    /// <summary>The operation asked for; <see cref="KpsOperation.None"/> when none was recognised.</summary>
    public KpsOperation Operation { get; init; }

    /// <summary>The person asked for. Stored as a keyed hash (and inside the sealed criteria).</summary>
    public Tckn? Subject { get; init; }

    /// <summary>SorgulayanKimlikNo as it was sent, whatever its shape. Stored as a keyed hash only.</summary>
    public long? Asker { get; init; }

    /// <summary>What a reader should notice.</summary>
    public AuditMarks Marks { get; init; }

    /// <summary>The işlem no only: the rest names people.</summary>
    public override string ToString() => $"CallFacts({IslemNo})";
}
