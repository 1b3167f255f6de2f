using System.Net;
using Kps.Audit.Entry;
using Kps.Contracts;

namespace Kps.Audit;

/// <summary>
/// A canonical entry, read. Meaning and limits of each member are those of the facts it was written from
/// (<see cref="CallFacts"/>, <see cref="CallOutcome"/>, <see cref="CallRefusal"/>) and stand in docs/reference/audit-row-format.md.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>Intent, outcome, refusal, issue of a token or event.</summary>
    public AuditKind Kind { get; init; }

    /// <summary>The call.</summary>
    public IslemNo IslemNo { get; init; }

    /// <summary>Registered prefix of the process that wrote the row.</summary>
    public int Process { get; init; }

    /// <summary>When the row was written, UTC, whole microseconds.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When the first byte of the request was read.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When the query left for NVİ.</summary>
    public DateTimeOffset? NviSentAt { get; init; }

    /// <summary>When NVİ's answer was complete.</summary>
    public DateTimeOffset? NviAnsweredAt { get; init; }

    /// <summary>The door.</summary>
    public AuditDoor Door { get; init; }

    /// <summary>11, 12 or 0.</summary>
    public byte SoapVersion { get; init; }

    /// <summary>The kind of credential.</summary>
    public AuditCredential Credential { get; init; }

    /// <summary>The other end of the TCP connection.</summary>
    public IPAddress? PeerAddress { get; init; }

    /// <summary>The caller after trusted proxies.</summary>
    public IPAddress? CallerAddress { get; init; }

    /// <summary>User-Agent, cleaned.</summary>
    public string? ClientStack { get; init; }

    /// <summary>The user.</summary>
    public int? UserId { get; init; }

    /// <summary>The user's institution.</summary>
    public int? InstitutionId { get; init; }

    /// <summary>KurumKodu of the message.</summary>
    public int? KurumKodu { get; init; }

    /// <summary>The application.</summary>
    public int? ApplicationId { get; init; }

    /// <summary>The application's version as the registry had it, cleaned.</summary>
    public string? ApplicationVersion { get; init; }

    /// <summary>Keyed hash of the user name that was tried and does not exist.</summary>
    public SubjectIndex? AttemptedUserName { get; init; }

    /// <summary>The işlem no under which the presented token was issued; null without a verified token.</summary>
    public IslemNo? TokenIslemNo { get; init; }

    /// <summary>The operation.</summary>
    public KpsOperation Operation { get; init; }

    /// <summary>Keyed hash of the person asked for.</summary>
    public SubjectIndex? Subject { get; init; }

    /// <summary>Keyed hash of SorgulayanKimlikNo.</summary>
    public SubjectIndex? Asker { get; init; }

    /// <summary>The key of the three hashes (audit.vault_key).</summary>
    public short? SubjectKeyId { get; init; }

    /// <summary>What a reader should notice.</summary>
    public AuditMarks Marks { get; init; }

    /// <summary>0 answered or token issued, else fault code or Kod; null on an intent.</summary>
    public int? Outcome { get; init; }

    /// <summary>Machine word for the cause.</summary>
    public string? Cause { get; init; }

    /// <summary>Which fields left.</summary>
    public string? FieldsReturned { get; init; }

    /// <summary>Which fields were kept back.</summary>
    public string? FieldsWithheld { get; init; }

    /// <summary>Every attempt upstream.</summary>
    public IReadOnlyList<UpstreamAttemptFact> Attempts { get; init; } = [];

    /// <summary>Time spent on NVİ's STS.</summary>
    public TimeSpan StsTime { get; init; }

    /// <summary>Time spent on NVİ's query service.</summary>
    public TimeSpan NviTime { get; init; }

    /// <summary>Time spent in the gateway.</summary>
    public TimeSpan GatewayTime { get; init; }

    /// <summary>Time the intent took to become durable.</summary>
    public TimeSpan IntentCommitTime { get; init; }

    /// <summary>SHA-256 of the sealed body, empty when there is none.</summary>
    public ReadOnlyMemory<byte> BodySha256 { get; init; }

    /// <summary>The key that seals the body (audit.vault_key).</summary>
    public short? BodyKeyId { get; init; }

    /// <summary>Codec of the body's clear bytes (<see cref="SealedText"/>).</summary>
    public byte? BodyCodec { get; init; }

    /// <summary>The act or event, in a row of kinds <see cref="AuditKind.RegistryEvent"/> to <see cref="AuditKind.Act"/>.</summary>
    public AuditAct Act { get; init; }

    /// <summary>Why it was done, cleaned.</summary>
    public string? ActReason { get; init; }

    /// <summary>Who did it, as the operating system knows him, cleaned.</summary>
    public string? ActBy { get; init; }

    /// <summary>Re-base: leaves the tree goes on from.</summary>
    public long? TreeSize { get; init; }

    /// <summary>Re-base: root over them, empty when this is another row.</summary>
    public ReadOnlyMemory<byte> TreeRoot { get; init; }

    /// <summary>Re-base: leaves of the last published checkpoint.</summary>
    public long? PublishedSize { get; init; }

    /// <summary>Re-base: its root, empty when this is another row.</summary>
    public ReadOnlyMemory<byte> PublishedRoot { get; init; }

    /// <summary>Registry number of the user who did it in the panel.</summary>
    public int? ActorUserId { get; init; }

    /// <summary>The thing it was done to, a machine word.</summary>
    public string? ActTarget { get; init; }

    /// <summary>What changed, cleaned.</summary>
    public string? ActDetail { get; init; }

    /// <summary>The call whose result was viewed or proven.</summary>
    public IslemNo? ActAbout { get; init; }

    /// <summary>Rows read, exported or destroyed.</summary>
    public long? ActRows { get; init; }

    /// <summary>SHA-256 of what was exported or loaded, empty when there is none.</summary>
    public ReadOnlyMemory<byte> ActSha256 { get; init; }

    /// <summary>Tags this version does not know, written by a newer one; their values are not shown.</summary>
    public IReadOnlyList<byte> UnknownTags { get; init; } = [];

    /// <summary>Reads a canonical entry strictly: known version, ascending tags, exact lengths, nothing after the last field.</summary>
    /// <param name="entry">Column entry.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="FormatException">The bytes are not an entry.</exception>
    public static AuditEntry Decode(ReadOnlySpan<byte> entry) => EntryReader.Read(entry);
}
