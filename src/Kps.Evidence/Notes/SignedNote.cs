using System.Text;

namespace Kps.Evidence.Notes;

/// <summary>A text and its signatures in the form of c2sp.org/signed-note. Nothing in it is to be believed before a <see cref="NoteVerifier"/> has said yes.</summary>
public sealed class SignedNote
{
    /// <summary>Longest note that is read, in characters.</summary>
    public const int MaxLength = 128 * 1024;

    /// <summary>Most signatures a note may carry; the specification asks for 16 at least.</summary>
    public const int MaxSignatures = 64;

    private const string Separator = "\n\n";

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>What is signed, with its last newline.</summary>
    public string Text { get; }

    /// <summary>The signatures, at least one.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">Ends in a newline and holds no other control character.</param>
    /// <param name="keyName">Name of the key; for a checkpoint its origin.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="FormatException">Text or name cannot stand in a note.</exception>
    public static SignedNote Sign(string text, string keyName, INoteKey key)
    {
        if (!IsText(text) || !NoteSignature.IsKeyName(keyName))
        {
            throw new FormatException("The text or the key name cannot stand in a signed note.");
        }

        var signature = new NoteSignature(keyName, NoteVerifier.IdOf(key.PublicKey.Span), key.Sign(Encoding.UTF8.GetBytes(text)));
        return new SignedNote(text, [signature]);
    }

    /// <summary>Reads a note.</summary>
    /// <param name="note">The whole of it.</param>
    /// <exception cref="FormatException">It has not the form of a note.</exception>
    public static SignedNote Parse(string note)
    {
        var end = note.Length <= MaxLength ? note.LastIndexOf(Separator, StringComparison.Ordinal) : -1;
        if (end < 0 || !note.EndsWith('\n') || !IsText(note[..(end + 1)]))
        {
            throw new FormatException("This is no signed note.");
        }

        var lines = note[(end + Separator.Length)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MaxSignatures)
        {
            throw new FormatException($"A note has 1 to {MaxSignatures} signatures.");
        }

        return new SignedNote(note[..(end + 1)], [.. lines.Select(NoteSignature.Parse)]);
    }

    /// <summary>The whole note: text, blank line, signature lines.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => signature + "\n"))}";

    private static bool IsText(string text) =>
        text.Length > 1 && text.EndsWith('\n') && !text.Any(character => character < ' ' && character != '\n') && IsWellFormed(text);

    /// <summary>Half of a surrogate pair has no UTF-8; what stands in for it (U+FFFD) is the trace of a text that was damaged before.</summary>
    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
