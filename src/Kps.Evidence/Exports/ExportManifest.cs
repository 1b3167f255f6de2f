using System.Text.Json;
using Kps.Evidence.Trees;

namespace Kps.Evidence.Exports;

/// <summary>
/// What an export says of itself (docs/reference/export-format.md). Nothing in it is believed: the verifier compares each statement with what the entries,
/// the signed checkpoints and the stamps say.
/// </summary>
public sealed record ExportManifest
{
    /// <summary>Longest manifest that is read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary><see cref="ExportLayout.Format"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The log's name in its first generation.</summary>
    public required string Origin { get; init; }

    /// <summary>When the export was made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it, as the operating system knows him.</summary>
    public required string By { get; init; }

    /// <summary>Why, in his words.</summary>
    public required string Reason { get; init; }

    /// <summary>Rows from this time on were asked for; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Rows before this time were asked for; null for all.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>First leaf of the export, a multiple of 256.</summary>
    public required long FirstLeaf { get; init; }

    /// <summary>The leaf after the last: the size of a checkpoint.</summary>
    public required long EndLeaf { get; init; }

    /// <summary>Entries in the bundles.</summary>
    public required long Entries { get; init; }

    /// <summary>Whether the sealed bodies are there too.</summary>
    public required bool HasBodies { get; init; }

    /// <summary>Bytes of all other files.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the list of files, hexadecimal.</summary>
    public required string FilesSha256 { get; init; }

    /// <summary>What lies before the first leaf: roots of the perfect trees, largest first.</summary>
    public required IReadOnlyList<TreeHash> LeftEdge { get; init; }

    /// <summary>Checkpoints beyond the last leaf, smallest first; the last is the newest there was.</summary>
    public required IReadOnlyList<ExportLink> Links { get; init; }

    /// <summary>All re-bases of the log.</summary>
    public required IReadOnlyList<ExportRebase> Rebases { get; init; }

    /// <summary>Outside stamps on checkpoints of the export, and those that renewed them; oldest first.</summary>
    public required IReadOnlyList<ExportStamp> Stamps { get; init; }

    /// <summary>Leaves whose rows were destroyed after their term, in order.</summary>
    public required IReadOnlyList<ExportDestroyed> Destroyed { get; init; }

    /// <summary>The acts that destroyed them, each with its proof.</summary>
    public required IReadOnlyList<ExportAct> Acts { get; init; }

    /// <summary>Rows the database has beside those that were sealed; an honest log has none.</summary>
    public required IReadOnlyList<ExportSurplus> Surplus { get; init; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">UTF-8, at most <see cref="MaxBytes"/>.</param>
    /// <exception cref="FormatException">It is none of this format.</exception>
    public static ExportManifest Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.Length <= MaxBytes && JsonSerializer.Deserialize(json, EvidenceJson.Default.ExportManifest) is { Format: ExportLayout.Format } manifest
                ? manifest
                : throw new FormatException($"This is no manifest of format {ExportLayout.Format}.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The manifest is malformed at line {e.LineNumber + 1}: {e.Path}.", e);
        }
    }

    /// <summary>The manifest as it is written: indented JSON in UTF-8.</summary>
    public byte[] ToUtf8() => [.. JsonSerializer.SerializeToUtf8Bytes(this, EvidenceJson.Default.ExportManifest), (byte)'\n'];
}
