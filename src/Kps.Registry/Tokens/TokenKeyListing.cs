namespace Kps.Registry.Tokens;

/// <summary>A key of the token door in a list: everything but the wrapped key, which the panel's role may not read.</summary>
/// <param name="Id">Number of the key; stands in every token it signs.</param>
/// <param name="IsTest">True for a key of TEST mode.</param>
/// <param name="MasterKeyId">Which master key wrapped it.</param>
/// <param name="Fingerprint">SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hex digits.</param>
/// <param name="CreatedAt">When the database took it.</param>
/// <param name="SignsFrom">From when it signs, until the next key of its kind does.</param>
/// <param name="WithdrawnAt">When an operator withdrew it; null = not withdrawn.</param>
public sealed record TokenKeyListing(
    int Id, bool IsTest, string MasterKeyId, string Fingerprint, DateTimeOffset CreatedAt, DateTimeOffset SignsFrom, DateTimeOffset? WithdrawnAt);
