using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kps.Evidence.Notes;

/// <summary>
/// A public key that is trusted to sign notes under a name: ECDSA over P-256, signature type 0x02 of c2sp.org/signed-note. Its text is the verifier
/// key Go's tools take, <c>name+key id+base64(0x02 ‖ SPKI)</c>. The id of such keys is the truncated SHA-256 of the SubjectPublicKeyInfo alone, without the name.
/// </summary>
public sealed class NoteVerifier : IDisposable
{
    private const byte EcdsaType = 0x02;

    private readonly Lock _gate = new();
    private readonly ECDsa _key;
    private readonly byte[] _publicKey;

    private NoteVerifier(string name, byte[] publicKey, ECDsa key)
    {
        KeyName = name;
        _publicKey = publicKey;
        _key = key;
        KeyId = IdOf(publicKey);
    }

    /// <summary>Name the key signs under.</summary>
    public string KeyName { get; }

    /// <summary>First four bytes of SHA-256 over the SubjectPublicKeyInfo, big-endian.</summary>
    public uint KeyId { get; }

    /// <summary>The key: DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>Takes a key.</summary>
    /// <param name="name">Name it signs under.</param>
    /// <param name="publicKey">DER SubjectPublicKeyInfo.</param>
    /// <exception cref="FormatException">The name cannot stand in a note, or the key is not one on P-256.</exception>
    public static NoteVerifier Of(string name, ReadOnlySpan<byte> publicKey)
    {
        if (!NoteSignature.IsKeyName(name))
        {
            throw new FormatException("A verifier key's name is malformed.");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            if (read == publicKey.Length && EcdsaNoteKey.IsP256(key))
            {
                return new NoteVerifier(name, publicKey.ToArray(), key);
            }
        }
        catch (CryptographicException e)
        {
            key.Dispose();
            throw new FormatException("A verifier key holds no public key.", e);
        }

        key.Dispose();
        throw new FormatException("A verifier key is not on curve P-256.");
    }

    /// <summary>Reads a verifier key.</summary>
    /// <param name="text"><c>name+key id+base64(0x02 ‖ SPKI)</c>.</param>
    /// <exception cref="FormatException">It is malformed, of another type, or its id is not that of its key.</exception>
    public static NoteVerifier Parse(string text)
    {
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || Base64.Decode(parts[2]) is not [EcdsaType, .. var publicKey])
        {
            throw new FormatException("A verifier key is name+id+base64 of 0x02 and the public key.");
        }

        var verifier = Of(parts[0], publicKey);
        if (parts[1] == IdText(verifier.KeyId))
        {
            return verifier;
        }

        verifier.Dispose();
        throw new FormatException("A verifier key's id is not that of its key.");
    }

    /// <summary>The same key under another name: a log that was re-based signs on under a new one.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="FormatException">It cannot stand in a note.</exception>
    public NoteVerifier Under(string name) => Of(name, _publicKey);

    /// <summary>
    /// Whether this key has signed the note: at least one signature bears its name and id, and every one that does verifies. Signatures of other
    /// keys are passed over, as the specification demands, so that keys can be replaced and witnesses can sign too.
    /// </summary>
    /// <param name="note">The note.</param>
    public bool Verifies(SignedNote note)
    {
        var text = Encoding.UTF8.GetBytes(note.Text);
        var ours = note.Signatures.Where(signature => signature.KeyId == KeyId && signature.KeyName == KeyName).ToList();
        lock (_gate)
        {
            return ours.Count > 0
                && ours.TrueForAll(signature =>
                    _key.VerifyData(text, signature.Value.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    /// <summary>The verifier key as text, to be handed to whoever checks.</summary>
    public override string ToString() => $"{KeyName}+{IdText(KeyId)}+{Convert.ToBase64String([EcdsaType, .. _publicKey])}";

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    internal static uint IdOf(ReadOnlySpan<byte> publicKey)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(publicKey, digest);
        return BinaryPrimitives.ReadUInt32BigEndian(digest);
    }

    private static string IdText(uint id) => id.ToString("x8", CultureInfo.InvariantCulture);
}
