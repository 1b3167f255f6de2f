using System.Buffers.Binary;

namespace Kps.Evidence.Notes;

/// <summary>One signature line of a note: <c>— name base64(key id ‖ signature)</c> (c2sp.org/signed-note, "Signatures").</summary>
/// <param name="KeyName">Name of the key, without blanks and <c>+</c>.</param>
/// <param name="KeyId">Finds the key together with its name; proves nothing.</param>
/// <param name="Value">The signature proper, in the form its key's type defines.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Value)
{
    private const string Dash = "— ";
    private const int IdBytes = 4;

    /// <summary>Whether a name may stand in a signature line or a verifier key: not empty, at most 200 characters, no white space, no control character, no <c>+</c>.</summary>
    public static bool IsKeyName(string name) =>
        name.Length is > 0 and <= 200 && !name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character == '+');

    /// <summary>The line, without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[IdBytes + Value.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Value.Span.CopyTo(bytes.AsSpan(IdBytes));
        return $"{Dash}{KeyName} {Convert.ToBase64String(bytes)}";
    }

    internal static NoteSignature Parse(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts.Length != 2 || !IsKeyName(parts[0]) || Base64.Decode(parts[1]) is not { Length: > IdBytes } bytes)
        {
            throw new FormatException("A signature line of the note is malformed.");
        }

        return new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(IdBytes));
    }
}
