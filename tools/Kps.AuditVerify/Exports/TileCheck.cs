using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kps.AuditVerify.Entries;
using Kps.AuditVerify.Text;
using Kps.Evidence.Exports;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.AuditVerify.Exports;

/// <summary>One tile of leaves, checked by itself: each entry canonical and the one whose hash stands in the tile, each body the one its entry speaks of. Tiles are checked side by side.</summary>
internal sealed class TileCheck
{
    private const int MaxEntryBytes = ushort.MaxValue;
    private const long MaxBodyBytes = (1 << 20) + 64;

    private readonly long _firstLeaf;
    private readonly List<Finding> _findings = [];

    private TileCheck(TileId tile)
    {
        _firstLeaf = tile.Index * TileId.FullWidth;
        Facts = new EntryFacts[tile.Width];
        Acts = [];
    }

    /// <summary>Hashes of the leaves as the tile has them; empty when it cannot be read.</summary>
    public TreeHash[] Hashes { get; private set; } = [];

    /// <summary>Root over a full tile.</summary>
    public TreeHash Root { get; private set; }

    /// <summary>What the entries say; of no kind where there is none or it cannot be read.</summary>
    public EntryFacts[] Facts { get; }

    /// <summary>Which leaves have an entry.</summary>
    public bool[] IsThere { get; private set; } = [];

    /// <summary>Entries of re-bases and destroyed months, by leaf.</summary>
    public List<(long Leaf, byte[] Entry)> Acts { get; }

    /// <summary>What does not hold.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Checks a tile. Safe from many threads.</summary>
    public static TileCheck Run(ExportFiles files, TileId tile, bool hasBodies)
    {
        var check = new TileCheck(tile);
        if (check.Take(files.Read(tile.Path, TileId.FullWidth * TreeHash.Size, out var finding), finding) is not { } hashes
            || hashes.Length != tile.Width * TreeHash.Size)
        {
            check._findings.Add(new Finding("file-missing", check._firstLeaf, $"tile {tile.Path} is not there whole"));
            return check;
        }

        check.Hashes = MemoryMarshal.Cast<byte, TreeHash>(hashes).ToArray();
        check.Root = tile.IsFull ? TreeHash.OfPerfect(check.Hashes) : default;
        check.IsThere = new bool[tile.Width];
        var entries = check.Take(files.Read(tile.EntriesPath, tile.Width * (long)(MaxEntryBytes + ExportLayout.EntryLengthBytes), out finding), finding);
        var bodies = hasBodies
            ? check.Take(files.Read(ExportLayout.Bodies(tile), tile.Width * (MaxBodyBytes + ExportLayout.BodyLengthBytes), out finding), finding)
            : null;
        check.CheckEntries(entries, bodies, hasBodies);
        return check;
    }

    private byte[]? Take(byte[]? content, Finding? finding)
    {
        if (finding is not null)
        {
            _findings.Add(finding with { Leaf = _firstLeaf });
        }

        return content;
    }

    private void CheckEntries(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> bodies, bool hasBodies)
    {
        for (var index = 0; index < Hashes.Length; index++)
        {
            var leaf = _firstLeaf + index;
            if (!Bundle.TryTake(ref entries, ExportLayout.EntryLengthBytes, out var entry))
            {
                Add("file-missing", leaf, $"the bundle of entries ends before leaf {leaf}");
                return;
            }

            IsThere[index] = entry.Length > 0;
            var isSealed = IsThere[index] && CheckEntry(index, leaf, entry);
            if (!hasBodies)
            {
                continue;
            }

            if (!Bundle.TryTake(ref bodies, ExportLayout.BodyLengthBytes, out var body))
            {
                Add("file-missing", leaf, $"the bundle of bodies ends before leaf {leaf}");
                hasBodies = false;
            }
            else if (isSealed)
            {
                // What another entry says of its body proves nothing.
                CheckBody(index, leaf, entry, body);
            }
        }

        if (entries.Length > 0 || bodies.Length > 0)
        {
            Add("file-changed", _firstLeaf, $"a bundle has more in it than its {Hashes.Length} leaves");
        }
    }

    /// <returns>Whether it is canonical and the one that was sealed.</returns>
    private bool CheckEntry(int index, long leaf, ReadOnlySpan<byte> entry)
    {
        var flaw = EntryForm.Check(entry, out var facts);
        var who = facts.IslemNo == 0 ? string.Empty : $" (işlem {IslemNoText.Of(facts.IslemNo)}, {TimeText.Of(facts.RecordedAt)})";
        var hash = TreeHash.OfLeaf(entry);
        if (hash != Hashes[index])
        {
            var sealedAt = Array.IndexOf(Hashes, hash);
            if (sealedAt >= 0)
            {
                Add("leaf-moved", leaf, $"leaf {leaf}{who}: this entry was sealed as leaf {_firstLeaf + sealedAt}; the order was changed");
            }
            else
            {
                Add("leaf-changed", leaf, $"leaf {leaf}{who}: the entry is not the one that was sealed" + (flaw is null ? string.Empty : $"; {flaw}"));
            }
        }
        else if (flaw is not null)
        {
            Add("entry-form", leaf, $"leaf {leaf}{who}: the entry is not canonical: {flaw}");
        }

        if (flaw is null)
        {
            Facts[index] = facts;
            if (facts is { Kind: EntryKind.Act, Act: EntryFacts.TreeRebased })
            {
                Acts.Add((leaf, entry.ToArray()));
            }
        }

        return flaw is null && hash == Hashes[index];
    }

    private void CheckBody(int index, long leaf, ReadOnlySpan<byte> entry, ReadOnlySpan<byte> body)
    {
        var place = Facts[index].BodyHashAt;
        var who = $"leaf {leaf} (işlem {IslemNoText.Of(Facts[index].IslemNo)})";
        if (place == 0 && body.Length > 0)
        {
            Add("body-changed", leaf, $"{who}: a body is there that its entry does not speak of");
        }
        else if (place > 0 && body.Length == 0)
        {
            Add("body-changed", leaf, $"{who}: the body its entry speaks of is missing");
        }
        else if (place > 0 && !SHA256.HashData(body).AsSpan().SequenceEqual(entry.Slice(place, SHA256.HashSizeInBytes)))
        {
            Add("body-changed", leaf, $"{who}: the body is not the one its entry speaks of");
        }
    }

    private void Add(string code, long leaf, FormattableString text) => _findings.Add(new Finding(code, leaf, text.ToString(CultureInfo.InvariantCulture)));

    private void Add(string code, long leaf, string text) => _findings.Add(new Finding(code, leaf, text));
}
