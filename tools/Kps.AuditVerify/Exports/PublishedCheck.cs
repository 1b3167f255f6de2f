using System.Globalization;
using System.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Notes;

namespace Kps.AuditVerify.Exports;

/// <summary>
/// Holds the export against the published file, which was kept out of the database's reach: what was published must be there, under the same root, unless a re-base
/// tells of its loss. Finds a database that was set back or written anew, even with the right key.
/// </summary>
internal static class PublishedCheck
{
    private const int NoteLines = 5;
    private const string SignatureLine = "— ";

    /// <summary>Checks.</summary>
    /// <param name="path">The published file, as copied before the export was asked for.</param>
    /// <param name="manifest">The export.</param>
    /// <param name="heads">Its checkpoints.</param>
    /// <param name="keys">Whom the auditor trusts.</param>
    /// <param name="findings">Told what does not hold.</param>
    /// <returns>Published checkpoints that stand in the export.</returns>
    /// <exception cref="VerifyException">The file cannot be read, or holds no checkpoint of this log.</exception>
    public static long Run(string path, ExportManifest manifest, HeadList heads, TrustedKeys keys, Findings findings)
    {
        var (read, found) = (0L, 0L);
        var newest = heads.All.Count > 0 ? heads.All[^1] : default;
        try
        {
            foreach (var note in Notes(path))
            {
                var point = Checkpoint.Of(note);
                if (TrustedKeys.GenerationOf(point.Origin, manifest.Origin) is not { } generation || !keys.Verify(note, point.Origin, manifest.Origin))
                {
                    throw new VerifyException(Text($"{path}: the checkpoint '{point.Origin}' over {point.Size} leaves is not signed by a trusted key"));
                }

                read++;
                found += Compare(point, generation, newest, manifest, heads, findings);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new VerifyException($"{path} cannot be read: {e.Message}", e);
        }

        return read > 0 ? found : throw new VerifyException($"{path} holds no checkpoint");
    }

    private static int Compare(Checkpoint point, int generation, SealedHead newest, ExportManifest manifest, HeadList heads, Findings findings)
    {
        var lost = manifest.Rebases.Any(rebase =>
            rebase.Generation > generation && rebase.Size < point.Size && Checkpoint.Of(SignedNote.Parse(rebase.PublishedNote)) is var ended
            && (ended.Size >= point.Size || TrustedKeys.GenerationOf(ended.Origin, manifest.Origin) > generation));
        if (lost)
        {
            return 0;
        }

        if (generation > newest.Generation || point.Size > newest.Size)
        {
            findings.Add("published", newest.Size, Text(
                $"a checkpoint over {point.Size} leaves ('{point.Origin}') was published, and the export's newest has {newest.Size}: leaves from {newest.Size} on are gone, unless this copy was taken after the export"));
            return 0;
        }

        if (heads.At(point.Size) is not { } head)
        {
            if (point.Size > manifest.FirstLeaf && point.Size <= manifest.EndLeaf)
            {
                findings.Add("published", point.Size, Text($"the checkpoint over {point.Size} leaves was published and is not in the export"));
            }

            return 0;
        }

        if (head.Root != point.Root || head.Generation != generation)
        {
            findings.Add("published", point.Size, Text($"the checkpoint over {point.Size} leaves was published with another root: rows before leaf {point.Size} were written anew"));
            return 0;
        }

        return 1;
    }

    /// <summary>A crash may have cut a note; the one after it is whole again.</summary>
    private static IEnumerable<SignedNote> Notes(string path)
    {
        var last = new Queue<string>(NoteLines);
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        var text = new StringBuilder();
        while (file.ReadLine() is { } line)
        {
            last.Enqueue(line);
            if (last.Count > NoteLines)
            {
                last.Dequeue();
            }

            // A last line without its newline was cut; without the note's end it is not believed.
            if (line.StartsWith(SignatureLine, StringComparison.Ordinal) && last.Count == NoteLines && file.Peek() >= 0)
            {
                text.Clear().AppendJoin('\n', last).Append('\n');
                yield return SignedNote.Parse(text.ToString());
                last.Clear();
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
