using System.Globalization;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;

namespace Kps.AuditVerify.Exports;

/// <summary>The map of an export: batches without a gap, in the order of transactions, with a checkpoint at the end of each and nowhere else.</summary>
internal sealed class BatchMap
{
    private readonly List<ExportBatch> _batches = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<ExportBatch> All => _batches;

    /// <summary>Reads and checks it.</summary>
    /// <param name="files">The export.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="heads">Its checkpoints.</param>
    /// <param name="findings">Told what does not hold.</param>
    /// <exception cref="VerifyException">It cannot be read.</exception>
    public static BatchMap Read(ExportFiles files, ExportManifest manifest, HeadList heads, Findings findings)
    {
        var map = new BatchMap();
        try
        {
            using var text = files.OpenText(ExportLayout.Batches, findings);
            while (text.ReadLine() is { } line)
            {
                map._batches.Add(ExportBatch.Parse(line));
            }
        }
        catch (FormatException e)
        {
            throw new VerifyException($"the map cannot be read: {e.Message}", e);
        }

        map.CheckChain(manifest, findings);
        map.CheckHeads(manifest, heads, findings);
        map.CheckSpan(manifest, heads, findings);
        return map;
    }

    private void CheckChain(ExportManifest manifest, Findings findings)
    {
        if (_batches.Count == 0 || _batches[0].FirstIndex > manifest.FirstLeaf || _batches[0].End <= manifest.FirstLeaf || _batches[^1].End != manifest.EndLeaf)
        {
            findings.Add("map", manifest.FirstLeaf, Text($"the map does not cover leaves {manifest.FirstLeaf} to {manifest.EndLeaf}"));
        }

        for (var index = 1; index < _batches.Count; index++)
        {
            var (before, batch) = (_batches[index - 1], _batches[index]);
            if (batch.FirstIndex != before.End || batch.FirstTx <= before.LastTx)
            {
                findings.Add("map", before.End, Text($"the batch at leaf {batch.FirstIndex} does not follow the one that ends before leaf {before.End}"));
            }
        }
    }

    private void CheckHeads(ExportManifest manifest, HeadList heads, Findings findings)
    {
        var inside = heads.All.TakeWhile(head => head.Size <= manifest.EndLeaf).GetEnumerator();
        using (inside)
        {
            var isThere = inside.MoveNext();
            foreach (var batch in _batches)
            {
                while (isThere && inside.Current.Size < batch.End)
                {
                    findings.Add("checkpoint-order", inside.Current.Size, Text($"no batch ends at the checkpoint over {inside.Current.Size} leaves"));
                    isThere = inside.MoveNext();
                }

                if (isThere && inside.Current.Size == batch.End)
                {
                    isThere = inside.MoveNext();
                }
                else
                {
                    findings.Add("checkpoint-missing", batch.FirstIndex, Text($"the checkpoint over {batch.End} leaves is missing"));
                }
            }
        }
    }

    /// <summary>An export of a span of time begins and ends with a batch that lies wholly outside, so that nothing can have been left out at its edges.</summary>
    private void CheckSpan(ExportManifest manifest, HeadList heads, Findings findings)
    {
        if (_batches.Count == 0)
        {
            return;
        }

        var beginsInside = manifest.FirstLeaf > 0 && (manifest.From is not { } from || _batches[0].RecordedTo >= TimeText.Microseconds(from));
        var newest = heads.All.Count > 0 ? heads.All[^1].Size : manifest.EndLeaf;
        var endsInside = manifest.EndLeaf < newest && (manifest.To is not { } to || _batches[^1].RecordedFrom < TimeText.Microseconds(to));
        if (beginsInside || endsInside)
        {
            findings.Add("range", beginsInside ? manifest.FirstLeaf : manifest.EndLeaf, "the export does not reach beyond the time that was asked for: rows at its edge may have been left out");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
