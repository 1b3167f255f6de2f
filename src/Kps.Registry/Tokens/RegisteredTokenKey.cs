namespace Kps.Registry.Tokens;

/// <summary>
/// A key that signs the tokens of the token door, as the registry keeps it: sealed under the master key, which the database never sees. All nodes
/// read the same keys. Immutable.
/// </summary>
public sealed class RegisteredTokenKey
{
    /// <summary>
    /// How long a key is accepted after the next one of its kind has begun to sign: the longest life of a token, 12 h, and the 5 minutes that
    /// clocks may differ. No token it signed outlives that.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(12) + TimeSpan.FromMinutes(5);

    /// <summary>Number of the key; stands in every token it signs.</summary>
    public required int Id { get; init; }

    /// <summary>True for a key made by a gateway in TEST mode. A key of one kind never signs or accepts for the other.</summary>
    public required bool IsTest { get; init; }

    /// <summary>The PKCS #8 private key wrapped under the master key; authenticated by the wrap, so a changed row yields no key.</summary>
    public required ReadOnlyMemory<byte> Wrapped { get; init; }

    /// <summary>Which master key wrapped it.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>
    /// SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hex digits. No two rows share one, so a key that has it is of this row's kind: the kind itself
    /// stands outside the wrap.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>From then on it signs, until the next key of its kind does: <see cref="TokenKeySchedule"/>.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    /// <summary>When an operator withdrew it; it neither signs nor is accepted as soon as this is known. Null = not withdrawn.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }
}
