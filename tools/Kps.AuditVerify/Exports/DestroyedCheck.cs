using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>
/// Whether rows that are gone may be: each month that is said to be destroyed has an act in the tree that says so, made later than its rows, and no more leaves are
/// missing under its name than the act says were destroyed.
/// </summary>
internal static class DestroyedCheck
{
    /// <summary>Whether a batch has rows of a month.</summary>
    /// <param name="month"><c>2026-11</c>.</param>
    /// <param name="batch">The batch.</param>
    public static bool Reaches(string month, ExportBatch batch) =>
        DateTimeOffset.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
        && batch.RecordedTo >= TimeText.Microseconds(start)
        && batch.RecordedFrom < TimeText.Microseconds(start.AddMonths(1));

    /// <summary>Checks acts and ranges.</summary>
    /// <param name="manifest">The export.</param>
    /// <param name="newest">Its newest checkpoint, under which the acts are proven.</param>
    /// <param name="findings">Told what does not hold.</param>
    public static void Run(ExportManifest manifest, SealedHead newest, Findings findings)
    {
        var acts = new Dictionary<string, (string Month, long Leaf, long Rows)>(StringComparer.Ordinal);
        foreach (var act in manifest.Acts)
        {
            if (!InclusionProof.Verify(act.Leaf, newest.Size, TreeHash.OfLeaf(act.Entry), act.Proof, newest.Root))
            {
                findings.Add("act", act.Leaf, Text($"the act at leaf {act.Leaf} is not proven to be in the log"));
            }
            else if (EntryForm.Check(act.Entry, out var facts) is not null || facts is not { Kind: EntryKind.Act, Act: EntryFacts.MonthDestroyed })
            {
                findings.Add("act", act.Leaf, Text($"the entry at leaf {act.Leaf} does not tell of a month that was destroyed"));
            }
            else
            {
                var target = Encoding.ASCII.GetString(EntryForm.Value(act.Entry, EntryField.ActTarget));
                acts[IslemNoText.Of(facts.IslemNo)] = (target, act.Leaf, Number(act.Entry, EntryField.ActRows));
            }
        }

        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        var next = manifest.FirstLeaf;
        foreach (var range in manifest.Destroyed)
        {
            if (range.FirstLeaf < next || range.EndLeaf <= range.FirstLeaf || range.EndLeaf > manifest.EndLeaf)
            {
                findings.Add("leaf-destroyed", range.FirstLeaf, "the destroyed ranges of the manifest are not in order");
                return;
            }

            next = range.EndLeaf;
            counted[range.IslemNo] = counted.GetValueOrDefault(range.IslemNo) + range.EndLeaf - range.FirstLeaf;
            if (!acts.TryGetValue(range.IslemNo, out var act) || act.Month != "month:" + range.Month || act.Leaf < range.EndLeaf)
            {
                findings.Add("leaf-destroyed", range.FirstLeaf, Text($"leaves {range.FirstLeaf} to {range.EndLeaf - 1} are gone, and no proven act says that month {range.Month} was destroyed"));
            }
            else if (counted[range.IslemNo] > act.Rows)
            {
                findings.Add("leaf-destroyed", range.FirstLeaf, Text($"more leaves of {range.Month} are gone than the {act.Rows} rows that işlem {range.IslemNo} destroyed"));
            }
        }
    }

    private static long Number(ReadOnlySpan<byte> entry, byte tag) =>
        EntryForm.Value(entry, tag) is { Length: sizeof(long) } value ? BinaryPrimitives.ReadInt64BigEndian(value) : 0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
