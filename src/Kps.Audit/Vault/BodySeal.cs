using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kps.Audit.Vault;

/// <summary>
/// The sealed body, version 1: version (1 byte) ‖ codec (1) ‖ key id (2) ‖ nonce (12) ‖ ciphertext ‖ tag (16). AES-256-GCM; AAD = işlem no (8) ‖
/// row kind (1) ‖ key id (2) ‖ version (1) ‖ codec (1), big-endian, so that a body fits one row only. Described in docs/reference/audit-row-format.md.
/// </summary>
internal static class BodySeal
{
    public const byte Version = 1;
    public const int TagBytes = 16;
    public const int NonceBytes = 12;
    public const int HeaderBytes = 4;
    public const int Overhead = HeaderBytes + NonceBytes + TagBytes;
    private const int AadBytes = 13;

    /// <summary>Seals into the destination.</summary>
    /// <returns>Bytes written: plain length plus <see cref="Overhead"/>.</returns>
    public static int Seal(VaultKey key, NonceSequence nonces, IslemNo islemNo, AuditKind kind, SealedText text, Span<byte> destination)
    {
        var plain = text.Plain.Span;
        var body = destination[..(plain.Length + Overhead)];
        body[0] = Version;
        body[1] = text.Codec;
        BinaryPrimitives.WriteInt16BigEndian(body[2..], key.Id);
        var nonce = body.Slice(HeaderBytes, NonceBytes);
        nonces.Next(nonce);
        Span<byte> aad = stackalloc byte[AadBytes];
        WriteAad(aad, islemNo, kind, key.Id, text.Codec);

        var cipher = key.Borrow();
        cipher.Encrypt(nonce, plain, body.Slice(HeaderBytes + NonceBytes, plain.Length), body[^TagBytes..], aad);
        key.Return(cipher);
        return body.Length;
    }

    /// <summary>The key a body asks for.</summary>
    /// <exception cref="FormatException">Not a sealed body of a known version.</exception>
    public static short KeyIdOf(ReadOnlySpan<byte> body) =>
        body.Length >= Overhead && body[0] == Version
            ? BinaryPrimitives.ReadInt16BigEndian(body[2..])
            : throw new FormatException("Not a sealed body of a known version.");

    /// <summary>Opens a body for the row it belongs to.</summary>
    /// <exception cref="FormatException">Not a sealed body of a known version.</exception>
    /// <exception cref="CryptographicException">Wrong key or row, or the body was changed.</exception>
    public static SealedText Unseal(VaultKey key, IslemNo islemNo, AuditKind kind, ReadOnlySpan<byte> body)
    {
        if (KeyIdOf(body) != key.Id)
        {
            throw new CryptographicException("The body was sealed under another data key.");
        }

        var plain = new byte[body.Length - Overhead];
        Span<byte> aad = stackalloc byte[AadBytes];
        WriteAad(aad, islemNo, kind, key.Id, body[1]);
        var cipher = key.Borrow();
        cipher.Decrypt(body.Slice(HeaderBytes, NonceBytes), body.Slice(HeaderBytes + NonceBytes, plain.Length), body[^TagBytes..], plain, aad);
        key.Return(cipher);
        return new SealedText(plain, body[1]);
    }

    private static void WriteAad(Span<byte> aad, IslemNo islemNo, AuditKind kind, short keyId, byte codec)
    {
        BinaryPrimitives.WriteInt64BigEndian(aad, islemNo.Value);
        aad[8] = (byte)kind;
        BinaryPrimitives.WriteInt16BigEndian(aad[9..], keyId);
        aad[11] = Version;
        aad[12] = codec;
    }
}
