using System.Globalization;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Notes;

/// <summary>A log's tree head: which log, how many leaves, which root (c2sp.org/tlog-checkpoint). Its text is what is signed.</summary>
public sealed record Checkpoint
{
    /// <summary>States a tree head.</summary>
    /// <param name="origin">Names the log; also the name its key signs under.</param>
    /// <param name="size">Leaves.</param>
    /// <param name="root">Root over them.</param>
    /// <exception cref="FormatException">The origin cannot stand in a note.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public Checkpoint(string origin, long size, TreeHash root)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Origin = NoteSignature.IsKeyName(origin) ? origin : throw new FormatException("An origin has 1 to 200 characters, no blanks and no plus sign.");
        Size = size;
        Root = root;
    }

    /// <summary>Names the log, as a URL without scheme: <c>example.org/denetim</c>.</summary>
    public string Origin { get; }

    /// <summary>Leaves.</summary>
    public long Size { get; }

    /// <summary>Root over them.</summary>
    public TreeHash Root { get; }

    /// <summary>The note's text: origin, size and root, a line each.</summary>
    public string Text => $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Root}\n";

    /// <summary>Reads the text of a note whose signature was verified. Extension lines are allowed and passed over.</summary>
    /// <param name="note">The note.</param>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
    public static Checkpoint Of(SignedNote note)
    {
        var lines = note.Text.Split('\n')[..^1];
        if (lines.Length < 3
            || lines.Any(line => line.Length == 0)
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size.ToString(CultureInfo.InvariantCulture) != lines[1]
            || Base64.Decode(lines[2]) is not { Length: TreeHash.Size } root)
        {
            throw new FormatException("The note is no checkpoint.");
        }

        return new Checkpoint(lines[0], size, new TreeHash(root));
    }

    /// <summary>Signs it under its origin.</summary>
    /// <param name="key">The log's key.</param>
    public SignedNote Sign(INoteKey key) => SignedNote.Sign(Text, Origin, key);
}
