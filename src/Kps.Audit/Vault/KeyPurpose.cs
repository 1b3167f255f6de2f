namespace Kps.Audit.Vault;

/// <summary>What a data key is for.</summary>
internal enum KeyPurpose
{
    /// <summary>Seals bodies; one a month, destroyed with the month.</summary>
    Body,

    /// <summary>Keys the hashes of persons; one a year.</summary>
    Subject,
}
