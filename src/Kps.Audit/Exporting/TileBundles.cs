using System.Buffers;
using Kps.Audit.Sequencing;
using Kps.Evidence.Exports;
using Kps.Evidence.Tiles;
using Kps.Evidence.Trees;

namespace Kps.Audit.Exporting;

/// <summary>Collects leaves and writes three files for each 256 of them: hashes, entries and, when they were asked for, bodies.</summary>
internal sealed class TileBundles(ExportFolder folder, long firstLeaf, bool withBodies)
{
    private readonly ArrayBufferWriter<byte> _entries = new(256 * 1024);
    private readonly ArrayBufferWriter<byte> _bodies = new(withBodies ? 1024 * 1024 : 1);
    private readonly TreeHash[] _hashes = new TreeHash[TileId.FullWidth];
    private int _width;

    /// <summary>The next leaf's index.</summary>
    public long Next { get; private set; } = firstLeaf;

    /// <summary>Entries written.</summary>
    public long Entries { get; private set; }

    /// <summary>Adds a leaf.</summary>
    /// <param name="hash">Its hash in the tree.</param>
    /// <param name="row">Its row; null when there is none any more.</param>
    public void Add(in TreeHash hash, ExportRow? row)
    {
        // An entry too long for a bundle was never written by us; it is left out, so that its place shows that something is wrong there.
        var entry = row is { Entry.Length: <= ushort.MaxValue } fits ? fits.Entry : [];
        Bundle.Add(_entries, ExportLayout.EntryLengthBytes, entry);
        if (withBodies)
        {
            Bundle.Add(_bodies, ExportLayout.BodyLengthBytes, row?.Body ?? []);
        }

        _hashes[_width++] = hash;
        Entries += entry.Length > 0 ? 1 : 0;
        Next++;
        if (_width == TileId.FullWidth)
        {
            Flush();
        }
    }

    /// <summary>Writes the last tile, as wide as it is.</summary>
    public void Flush()
    {
        if (_width == 0)
        {
            return;
        }

        var tile = new TileId(0, (Next - 1) / TileId.FullWidth, _width);
        folder.Write(tile.Path, TreeTables.Bytes(_hashes.AsSpan(0, _width)));
        folder.Write(tile.EntriesPath, _entries.WrittenSpan);
        if (withBodies)
        {
            folder.Write(ExportLayout.Bodies(tile), _bodies.WrittenSpan);
        }

        _entries.ResetWrittenCount();
        _bodies.ResetWrittenCount();
        _width = 0;
    }
}
