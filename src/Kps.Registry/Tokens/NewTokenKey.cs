using System.Security.Cryptography;

namespace Kps.Registry.Tokens;

/// <summary>A key for the token door, as it goes into the registry.</summary>
/// <param name="IsTest">True for TEST mode; neither kind signs or accepts for the other.</param>
/// <param name="Wrapped">PKCS #8 private key under the master key, 24 … 8192 bytes.</param>
/// <param name="MasterKeyId">Which master key wrapped it, 1 … 100 characters.</param>
/// <param name="Fingerprint">SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hex digits; no two keys share one.</param>
/// <param name="SignsFrom">From when it signs; far enough ahead for every node to have read it, except for a first or an emergency key.</param>
public sealed record NewTokenKey(bool IsTest, byte[] Wrapped, string MasterKeyId, string Fingerprint, DateTimeOffset SignsFrom)
{
    /// <summary>Strength of the keys drawn here: what SHA-256 signatures of assertions that live twelve hours need, and old clients can verify.</summary>
    public const int RsaBits = 2048;

    /// <summary>Draws a key and has it wrapped; the clear key is wiped and leaves this call in no other way.</summary>
    /// <param name="isTest">True for TEST mode.</param>
    /// <param name="signsFrom">From when it signs.</param>
    /// <param name="masterKeyId">Names the master key.</param>
    /// <param name="wrapAsync">Wraps under the master key; this project does not know it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The key, ready for <see cref="TokenKeyStore"/>.</returns>
    public static async Task<NewTokenKey> DrawAsync(
        bool isTest,
        DateTimeOffset signsFrom,
        string masterKeyId,
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> wrapAsync,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wrapAsync);
        using var rsa = RSA.Create(RsaBits);
        var clear = rsa.ExportPkcs8PrivateKey();
        try
        {
            var fingerprint = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
            return new NewTokenKey(isTest, await wrapAsync(clear, cancellationToken), masterKeyId, fingerprint, signsFrom);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }
}
