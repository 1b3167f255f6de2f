using System.Buffers.Binary;
using System.Globalization;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Notes;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>Whether each generation begins with a re-base that is told of in the log, with its reason, and no re-base is told of that is not one.</summary>
internal static class RebaseCheck
{
    /// <summary>Checks.</summary>
    public static void Run(ExportManifest manifest, HeadList heads, LeafWalk walk, TrustedKeys keys, Findings findings)
    {
        var generation = 1;
        foreach (var rebase in manifest.Rebases)
        {
            if (rebase.Generation <= generation)
            {
                findings.Add("rebase", rebase.Size, "the re-bases of the manifest are not in order");
            }

            generation = rebase.Generation;
            CheckNote(rebase, manifest.Origin, keys, findings);
            if (rebase.Size > manifest.FirstLeaf && rebase.Size < manifest.EndLeaf && heads.At(rebase.Size) is var head && head?.Root != rebase.Root)
            {
                findings.Add("rebase", rebase.Size, Text($"generation {rebase.Generation} begins at {rebase.Size} leaves with a root that no checkpoint had there"));
            }

            if (rebase.Size >= manifest.FirstLeaf && rebase.Size < manifest.EndLeaf && !walk.Rebases.Exists(act => Tells(act, rebase)))
            {
                findings.Add("rebase", rebase.Size, Text($"generation {rebase.Generation} begins at leaf {rebase.Size} without an act in the log that says why"));
            }
        }

        foreach (var act in walk.Rebases.Where(act => !manifest.Rebases.Any(rebase => Tells(act, rebase))))
        {
            findings.Add("rebase", act.Leaf, Text($"leaf {act.Leaf} tells of a re-base that the export does not know"));
        }

        foreach (var head in heads.All)
        {
            var begun = manifest.Rebases.LastOrDefault(rebase => rebase.Size < head.Size)?.Generation ?? 1;
            if (head.Generation != begun)
            {
                findings.Add("rebase", head.Size, Text($"the checkpoint over {head.Size} leaves is of generation {head.Generation}, and by the re-bases it should be {begun}"));
            }
        }
    }

    private static void CheckNote(ExportRebase rebase, string origin, TrustedKeys keys, Findings findings)
    {
        try
        {
            var note = SignedNote.Parse(rebase.PublishedNote);
            var point = Checkpoint.Of(note);
            if (TrustedKeys.GenerationOf(point.Origin, origin) is not { } ended || ended >= rebase.Generation || !keys.Verify(note, point.Origin, origin))
            {
                findings.Add("rebase", rebase.Size, Text($"the checkpoint that ended before generation {rebase.Generation} is not signed by a trusted key, or another log's"));
            }
            else
            {
                findings.Note(Text(
                    $"the log was set back: '{point.Origin}' had {point.Size} leaves and went on from {rebase.Size} as '{TrustedKeys.OriginOf(origin, rebase.Generation)}' (işlem {rebase.IslemNo})"));
            }
        }
        catch (FormatException e)
        {
            findings.Add("rebase", rebase.Size, Text($"the checkpoint that ended before generation {rebase.Generation} cannot be read: {e.Message}"));
        }
    }

    private static bool Tells((long Leaf, byte[] Entry) act, ExportRebase rebase) =>
        EntryForm.Check(act.Entry, out var facts) is null
        && act.Leaf >= rebase.Size
        && IslemNoText.Of(facts.IslemNo) == rebase.IslemNo
        && EntryForm.Value(act.Entry, EntryField.TreeSize) is { Length: sizeof(long) } size
        && BinaryPrimitives.ReadInt64BigEndian(size) == rebase.Size
        && EntryForm.Value(act.Entry, EntryField.TreeRoot) is { Length: TreeHash.Size } root
        && new TreeHash(root) == rebase.Root;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
