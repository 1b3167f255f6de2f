namespace Kps.Registry.Tokens;

/// <summary>A key for the token door, made and wrapped by the caller: this project never sees a private key in clear.</summary>
/// <param name="IsTest">True for TEST mode; neither kind signs or accepts for the other.</param>
/// <param name="Wrapped">PKCS #8 private key under the master key, 24 … 8192 bytes.</param>
/// <param name="MasterKeyId">Which master key wrapped it, 1 … 100 characters.</param>
/// <param name="Fingerprint">SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hex digits; no two keys share one.</param>
/// <param name="SignsFrom">From when it signs; far enough ahead for every node to have read it, except for a first or an emergency key.</param>
public sealed record NewTokenKey(bool IsTest, byte[] Wrapped, string MasterKeyId, string Fingerprint, DateTimeOffset SignsFrom);
