namespace Kps.Audit.Acts;

/// <summary>
/// What is to be said of an act or event that is no call: a change in the registry, a reading of the log, work on keys, retention, configuration. It stands in
/// the entry in clear and outlives every key, so it names people and institutions by registry number only.
/// </summary>
/// <param name="Kind"><see cref="AuditKind.RegistryEvent"/>, <see cref="AuditKind.PortalEvent"/> or <see cref="AuditKind.Act"/>.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who, as the operating system or the panel knows him; cleaned, at most 100 bytes of UTF-8.</param>
public sealed record ActFacts(AuditKind Kind, AuditAct Act, string By)
{
    /// <summary>Why, in the actor's words; cleaned, at most 1,000 bytes of UTF-8.</summary>
    public string? Reason { get; init; }

    /// <summary>Registry number of the user who did it in the panel; null at the command line.</summary>
    public int? ActorUserId { get; init; }

    /// <summary>Registry number of the user it was done to.</summary>
    public int? UserId { get; init; }

    /// <summary>Registry number of the institution it was done to.</summary>
    public int? InstitutionId { get; init; }

    /// <summary>The thing it was done to, as a machine word: <c>range:17</c>, <c>key:4</c>, <c>month:2026-11</c>; at most 64 bytes.</summary>
    public string? Target { get; init; }

    /// <summary>What changed; no personal data: cleaned, at most 1,000 bytes of UTF-8.</summary>
    public string? Detail { get; init; }

    /// <summary>The call whose result was viewed or proven.</summary>
    public IslemNo? About { get; init; }

    /// <summary>Rows read, exported or destroyed; keys wrapped anew; numbers skipped.</summary>
    public long? Rows { get; init; }

    /// <summary>SHA-256 of what was exported or loaded: 32 bytes, or empty.</summary>
    public ReadOnlyMemory<byte> Sha256 { get; init; }

    /// <summary>Keyed hash of the person that was searched for, with the key that made it.</summary>
    public KeyValuePair<short, SubjectIndex>? Subject { get; init; }

    /// <summary>Leaves of the tree the act starts from: those a re-base goes on from, or those that were sealed when a month was destroyed.</summary>
    public long? TreeSize { get; init; }

    /// <summary>Root over <see cref="TreeSize"/> leaves: 32 bytes, or empty.</summary>
    public ReadOnlyMemory<byte> TreeRoot { get; init; }

    /// <summary>Re-base: leaves of the last published checkpoint.</summary>
    public long? PublishedSize { get; init; }

    /// <summary>Re-base: its root, 32 bytes, or empty.</summary>
    public ReadOnlyMemory<byte> PublishedRoot { get; init; }
}
