using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kps.Contracts;

namespace Kps.Registry.Passwords;

/// <summary>
/// The slow hash of a web-service password: PBKDF2-HMAC-SHA512 with 210,000 rounds (OWASP Password Storage Cheat Sheet), 16 random bytes of
/// salt, 32 bytes kept, written as <c>$pbkdf2-sha512$i=210000$salt$hash</c> (PHC form, standard base64). Of OWASP's two choices SHA-512 is taken: on the
/// server's 64-bit core it costs us about two thirds of SHA-256 with 600,000 rounds, while its 64-bit arithmetic gives a guesser's GPU the smaller gain.
/// </summary>
public static class PasswordHash
{
    /// <summary>Rounds of new hashes. Stored hashes say their own.</summary>
    public const int Rounds = 210_000;

    private const string Prefix = "$pbkdf2-sha512$i=";
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int MaximumTextLength = 255;
    private const int MaximumPasswordBytes = 1024;

    // Bounds for rounds read from the database: neither a token effort nor a way to stall the hashing lane.
    private const int LeastRounds = 100_000;
    private const int MostRounds = 2_000_000;

    /// <summary>Hashes a password. Takes as long as one verification.</summary>
    /// <param name="password">Any text; rules for it are <see cref="PasswordPolicy"/>'s. Hashed as UTF-8, unchanged.</param>
    /// <returns>About 100 ASCII characters for <c>app_user.password_hash</c>.</returns>
    /// <exception cref="ArgumentException">More than 1024 bytes of UTF-8.</exception>
    public static string Create(Secret password)
    {
        var bytes = Encoding.UTF8.GetBytes(password.Reveal());
        if (bytes.Length > MaximumPasswordBytes)
        {
            throw new ArgumentException("The password is longer than 1024 bytes.", nameof(password));
        }

        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = Derive(bytes, salt, Rounds);
        CryptographicOperations.ZeroMemory(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <summary>
    /// Checks a password in constant time. Without a usable stored hash (unknown user, no password set, garbled text) the same time is spent on
    /// a dummy, so that the caller's clock learns nothing.
    /// </summary>
    /// <param name="stored">Text made by <see cref="Create"/>; null for an unknown user.</param>
    /// <param name="password">As received; hashed as UTF-8, unchanged.</param>
    /// <returns>True only when a usable stored hash matches.</returns>
    public static bool Verify(string? stored, Secret password)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        Span<byte> expected = stackalloc byte[HashLength];
        var isUsable = TryRead(stored, salt, expected, out var rounds);
        var bytes = Encoding.UTF8.GetBytes(password.Reveal());
        if (bytes.Length > MaximumPasswordBytes)
        {
            isUsable = false;
            bytes = [];
        }

        if (!isUsable)
        {
            rounds = Rounds;
            salt.Clear();
            expected.Clear();
        }

        var hash = Derive(bytes, salt, rounds);
        CryptographicOperations.ZeroMemory(bytes);
        return CryptographicOperations.FixedTimeEquals(hash, expected) & isUsable;
    }

    private static byte[] Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashLength);

    private static bool TryRead(string? stored, Span<byte> salt, Span<byte> hash, out int rounds)
    {
        rounds = 0;
        if (stored is null || stored.Length > MaximumTextLength || !stored.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = stored[Prefix.Length..].Split('$');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out rounds)
            && rounds is >= LeastRounds and <= MostRounds
            && Convert.TryFromBase64String(parts[1], salt, out var saltLength)
            && saltLength == SaltLength
            && Convert.TryFromBase64String(parts[2], hash, out var hashLength)
            && hashLength == HashLength;
    }
}
