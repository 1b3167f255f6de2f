namespace Kps.Registry.Tokens;

/// <summary>One row of <c>registry.token_key</c>. Rows are written by <see cref="TokenKeyStore"/>; this is how the snapshot reads them.</summary>
public sealed class TokenKey
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>True for a key of TEST mode.</summary>
    public required bool IsTest { get; set; }

    /// <summary>PKCS #8 private key under the master key. The panel's role may not read this column.</summary>
    public required byte[] Wrapped { get; set; }

    /// <summary>Which master key wrapped it.</summary>
    public required string MasterKeyId { get; set; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hex digits.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Set by the database.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From when it signs.</summary>
    public required DateTimeOffset SignsFrom { get; set; }

    /// <summary>When an operator withdrew it; null = not withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}
