using System.Text;

namespace Kps.Evidence.Notes;

/// <summary>Reads notes one after another from a text in which a blank line follows each: the published file, an export's checkpoints.</summary>
/// <param name="reader">The text; stays the caller's.</param>
public sealed class NoteReader(TextReader reader)
{
    private const string SignatureLine = "— ";

    /// <summary>The next note.</summary>
    /// <returns>Null at the end of the text.</returns>
    /// <exception cref="FormatException">What comes is no note, or the text ends within one.</exception>
    public SignedNote? Next()
    {
        var note = new StringBuilder();
        var isSigned = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 && isSigned)
            {
                return SignedNote.Parse(note.ToString());
            }

            isSigned = line.StartsWith(SignatureLine, StringComparison.Ordinal);
            note.Append(line).Append('\n');
            if (note.Length > SignedNote.MaxLength)
            {
                throw new FormatException("A checkpoint is too long.");
            }
        }

        return note.Length == 0 ? null : throw new FormatException("The last checkpoint was cut off.");
    }
}
