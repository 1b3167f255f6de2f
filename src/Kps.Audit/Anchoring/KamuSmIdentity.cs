using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Kps.Contracts;

namespace Kps.Audit.Anchoring;

/// <summary>
/// The <c>identity</c> header by which TÜBİTAK Kamu SM's time-stamping service knows its customers: hex of a DER SEQUENCE of customer number (INTEGER), salt (OCTET
/// STRING), iteration count (INTEGER), IV (OCTET STRING) and the requested digest, AES-256-CBC encrypted under a PBKDF2-HMAC-SHA-256 key of the password.
/// </summary>
/// <remarks>
/// Not published by Kamu SM; written from what open clients say of it and never tried against the service. Everything that is known of it stands here. A hundred
/// iterations protect a weak password from nobody who reads along on plain HTTP.
/// </remarks>
internal static class KamuSmIdentity
{
    public const string HeaderName = "identity";

    private const int Iterations = 100;
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;

    /// <summary>Makes the header of one request.</summary>
    /// <param name="customer">Customer number.</param>
    /// <param name="password">The customer's password.</param>
    /// <param name="imprint">Hash in the time-stamp request.</param>
    public static string Make(long customer, Secret password, ReadOnlySpan<byte> imprint)
    {
        // One random value is both: so the clients do it, and the key is new for each request anyway.
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var secret = Encoding.UTF8.GetBytes(password.Reveal());
        var key = Rfc2898DeriveBytes.Pbkdf2(secret, salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);
        using var aes = Aes.Create();
        aes.Key = key;
        var encrypted = aes.EncryptCbc(imprint, salt);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(secret);

        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(new BigInteger(customer));
            der.WriteOctetString(salt);
            der.WriteInteger(Iterations);
            der.WriteOctetString(salt);
            der.WriteOctetString(encrypted);
        }

        return Convert.ToHexStringLower(der.Encode());
    }
}
