using Kps.Evidence.Tiles;

namespace Kps.Evidence.Exports;

/// <summary>Where things lie in an export (docs/reference/export-format.md). Paths are relative to its directory, with forward slashes.</summary>
public static class ExportLayout
{
    /// <summary>What the first member of a manifest says; another number is another format.</summary>
    public const string Format = "kps-export-1";

    /// <summary>The manifest; the one file <see cref="Files"/> does not name.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>SHA-256 and path of every other file, as <c>sha256sum -c</c> takes it. The manifest has the SHA-256 of this one.</summary>
    public const string Files = "files";

    /// <summary>Checkpoints, the smallest first, each followed by a blank line: the form of the published file.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>A line for each batch of the map (<see cref="ExportBatch"/>).</summary>
    public const string Batches = "batches";

    /// <summary>Bytes before each entry in a bundle of entries: its length, big-endian (c2sp.org/tlog-tiles, "Log Entries").</summary>
    public const int EntryLengthBytes = 2;

    /// <summary>Bytes before each body in a bundle of bodies.</summary>
    public const int BodyLengthBytes = 4;

    /// <summary>Where the bodies of a tile of level 0 lie: <c>tile/bodies/x001/x234/067</c>.</summary>
    /// <param name="tile">A tile of level 0.</param>
    public static string Bodies(TileId tile) => "tile/bodies" + tile.EntriesPath["tile/entries".Length..];
}
