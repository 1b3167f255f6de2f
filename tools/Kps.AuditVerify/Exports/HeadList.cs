using System.Globalization;
using Kps.Evidence.Exports;
using Kps.Evidence.Notes;

namespace Kps.AuditVerify.Exports;

/// <summary>The checkpoints of an export: each signed by a trusted key, each larger than the one before, none of another log.</summary>
internal sealed class HeadList
{
    private const int NotesAtOnce = 4096;

    private readonly List<SealedHead> _heads = [];
    private readonly Dictionary<(long Size, int Generation), SignedNote> _kept = [];

    /// <summary>Smallest first.</summary>
    public IReadOnlyList<SealedHead> All => _heads;

    /// <summary>Checkpoints whose signature holds.</summary>
    public long Signed { get; private set; }

    /// <summary>Reads and verifies them, links included.</summary>
    /// <param name="files">The export.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="keys">Whom the auditor trusts.</param>
    /// <param name="findings">Told what does not hold.</param>
    /// <exception cref="VerifyException">They cannot be read.</exception>
    public static HeadList Read(ExportFiles files, ExportManifest manifest, TrustedKeys keys, Findings findings)
    {
        var list = new HeadList();
        var wanted = manifest.Stamps.Select(stamp => (stamp.Size, stamp.Generation)).ToHashSet();
        try
        {
            using var text = files.OpenText(ExportLayout.Checkpoints, findings);
            var reader = new NoteReader(text);
            var notes = new List<SignedNote>(NotesAtOnce);
            while (reader.Next() is { } note)
            {
                notes.Add(note);
                if (notes.Count == NotesAtOnce)
                {
                    list.Take(notes, manifest, keys, wanted, findings);
                    notes.Clear();
                }
            }

            notes.AddRange(manifest.Links.Select(link => SignedNote.Parse(link.Checkpoint)));
            list.Take(notes, manifest, keys, wanted, findings);
            return list;
        }
        catch (Exception e) when (e is FormatException or System.Text.DecoderFallbackException)
        {
            throw new VerifyException($"the checkpoints cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The note of a checkpoint that bears a stamp; null when it is not there.</summary>
    public SignedNote? NoteOf(long size, int generation) => _kept.GetValueOrDefault((size, generation));

    /// <summary>The checkpoint of so many leaves; null when there is none.</summary>
    public SealedHead? At(long size)
    {
        var (low, high) = (0, _heads.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _heads[middle].Size < size ? (middle + 1, high) : (low, middle);
        }

        return low < _heads.Count && _heads[low].Size == size ? _heads[low] : null;
    }

    private void Take(List<SignedNote> notes, ExportManifest manifest, TrustedKeys keys, HashSet<(long Size, int Generation)> wanted, Findings findings)
    {
        var read = notes.ConvertAll(Checkpoint.Of);
        var isSigned = new bool[notes.Count];
        Parallel.For(
            0,
            notes.Count,
            keys.Copy,
            (index, _, own) =>
            {
                isSigned[index] = own.Verify(notes[index], read[index].Origin, manifest.Origin);
                return own;
            },
            own => own.Dispose());

        for (var index = 0; index < notes.Count; index++)
        {
            var point = read[index];
            var generation = TrustedKeys.GenerationOf(point.Origin, manifest.Origin) ?? 0;
            var last = _heads.Count > 0 ? _heads[^1] : new SealedHead(manifest.FirstLeaf, default, 0);
            if (point.Size <= last.Size || generation < last.Generation || generation == 0)
            {
                findings.Add("checkpoint-order", point.Size, Text($"the checkpoint '{point.Origin}' over {point.Size} leaves does not follow the one before it"));
                continue;
            }

            _heads.Add(new SealedHead(point.Size, point.Root, generation));
            if (wanted.Contains((point.Size, generation)))
            {
                _kept[(point.Size, generation)] = notes[index];
            }

            if (isSigned[index])
            {
                Signed++;
            }
            else
            {
                findings.Add("checkpoint-signature", last.Size, Text(
                    $"the checkpoint '{point.Origin}' over {point.Size} leaves bears no signature of a trusted key (it names key {notes[index].Signatures[0].KeyId:x8})"));
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
