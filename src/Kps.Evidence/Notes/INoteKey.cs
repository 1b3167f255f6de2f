namespace Kps.Evidence.Notes;

/// <summary>
/// A key that signs notes with ECDSA over P-256 and SHA-256 (signature type 0x02 of c2sp.org/signed-note). An interface, because the key may live
/// in a security module.
/// </summary>
public interface INoteKey
{
    /// <summary>The public key, DER SubjectPublicKeyInfo.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Signs.</summary>
    /// <param name="text">The note's text with its last newline.</param>
    /// <returns>DER Ecdsa-Sig-Value (RFC 3279 §2.2.3) over SHA-256 of the text, as <c>openssl dgst -sha256 -verify</c> takes it.</returns>
    byte[] Sign(ReadOnlySpan<byte> text);
}
