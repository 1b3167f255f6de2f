using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Stamps;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>
/// The outside stamps: each made over the checkpoint it is said to be over, by an authority the auditor trusts, and renewed in time where its certificate has
/// expired. Says from when on which leaves are proven to have been there.
/// </summary>
/// <param name="files">The export.</param>
/// <param name="manifest">Its manifest.</param>
/// <param name="heads">Its checkpoints.</param>
/// <param name="findings">Told what does not hold.</param>
internal sealed class StampCheck(ExportFiles files, ExportManifest manifest, HeadList heads, Findings findings)
{
    private readonly List<StampOverList> _renewing = [];
    private readonly List<(long Size, DateTimeOffset Time)> _good = [];

    /// <summary>Stamps that hold.</summary>
    public int Good => _good.Count;

    /// <summary>Leaves under the last stamp that holds.</summary>
    public long Covered => _good.Count == 0 ? 0 : _good.Max(stamp => stamp.Size);

    /// <summary>Checks.</summary>
    /// <param name="roots">Whom the auditor trusts; null to look only at what each stamp is over.</param>
    /// <param name="map">The map, for the longest time a row waited for its stamp.</param>
    public void Run(TsaRoots? roots, BatchMap map)
    {
        var over = new List<(ExportStamp Stamp, TimeStamp Token, byte[] Data)>();
        foreach (var stamp in manifest.Stamps)
        {
            try
            {
                if (Read(stamp) is { } read)
                {
                    over.Add((stamp, read.Token, read.Data));
                }
            }
            catch (FormatException e)
            {
                Bad(stamp, $"cannot be read: {e.Message}");
            }
        }

        foreach (var (stamp, token, data) in over)
        {
            if (!StampTrust.IsOver(token, data))
            {
                Bad(stamp, "was made over something else");
            }
            else if (roots is not null && StampTrust.WhyNot(token, data, _renewing, roots) is { } why)
            {
                Bad(stamp, why);
            }
            else if (heads.At(stamp.Size) is not null)
            {
                _good.Add((stamp.Size, token.GenTime));
            }
        }

        TellWait(map);
        if (roots is null && manifest.Stamps.Count > 0)
        {
            findings.Note("stamps were not held against any authority: give its certificates with --tsa-roots");
        }
    }

    private (TimeStamp Token, byte[] Data)? Read(ExportStamp stamp)
    {
        var bytes = files.ReadNamed(stamp.File, TimeStamp.MaxTokenBytes, out var finding);
        if (finding is not null)
        {
            findings.Add(finding with { Leaf = stamp.Size });
        }

        if (bytes is null)
        {
            return null;
        }

        var token = TimeStamp.Parse(bytes);
        var note = heads.NoteOf(stamp.Size, stamp.Generation) is { } kept ? Encoding.UTF8.GetBytes(kept.ToString()) : null;
        if (stamp.List is null)
        {
            return note is null ? throw new FormatException("the export has no such checkpoint") : (token, note);
        }

        var list = ReadList(stamp, stamp.List);
        _renewing.Add(new StampOverList(token, list));
        return note is null || list.Has(ReStampList.LeafOf(note)) ? (token, list.Text) : throw new FormatException("its list does not begin with the checkpoint");
    }

    private StampList ReadList(ExportStamp stamp, string path)
    {
        var bytes = files.ReadNamed(path, (long)ReStampList.MaxMembers * TreeHash.Size, out var finding);
        if (finding is not null)
        {
            findings.Add(finding with { Leaf = stamp.Size });
        }

        return bytes is { Length: > 0 } && bytes.Length % TreeHash.Size == 0
            ? new StampList(MemoryMarshal.Cast<byte, TreeHash>(bytes).ToArray())
            : throw new FormatException("its list is not there whole");
    }

    /// <summary>A log that was written anew later bears later stamps: the longest wait is what an auditor should look at.</summary>
    private void TellWait(BatchMap map)
    {
        var stamps = _good.OrderBy(stamp => stamp.Size).ToList();
        if (stamps.Count == 0)
        {
            return;
        }

        var earliest = new DateTimeOffset[stamps.Count];
        for (var index = stamps.Count - 1; index >= 0; index--)
        {
            earliest[index] = index + 1 < stamps.Count && earliest[index + 1] < stamps[index].Time ? earliest[index + 1] : stamps[index].Time;
        }

        var (next, longest, at) = (0, TimeSpan.MinValue, 0L);
        foreach (var batch in map.All)
        {
            while (next < stamps.Count && stamps[next].Size < batch.End)
            {
                next++;
            }

            if (next < stamps.Count && TimeText.TryTime(batch.RecordedFrom, out var recorded) && earliest[next] - recorded > longest)
            {
                (longest, at) = (earliest[next] - recorded, batch.FirstIndex);
            }
        }

        if (longest > TimeSpan.MinValue)
        {
            findings.Note(string.Create(CultureInfo.InvariantCulture, $"the longest time from a row to its first stamp is {longest:d\\.hh\\:mm\\:ss} (from leaf {at})"));
        }
    }

    private void Bad(ExportStamp stamp, string what) =>
        findings.Add("stamp", stamp.Size, string.Create(CultureInfo.InvariantCulture, $"the stamp {stamp.File} on the checkpoint over {stamp.Size} leaves {what}"));
}
