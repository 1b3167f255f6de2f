using System.Text.Json;

namespace Kps.Evidence.Receipts;

/// <summary>
/// The proof of one call in one file (docs/reference/export-format.md, "Receipts"): its rows, their place in the tree, signed checkpoints over them and,
/// once there is one, an outside stamp. Checked without the log, its database or us.
/// </summary>
public sealed record Receipt
{
    /// <summary>What the first member says; another number is another format.</summary>
    public const string CurrentFormat = "kps-receipt-1";

    /// <summary>Longest receipt that is read, in bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary><see cref="CurrentFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The call.</summary>
    public required string IslemNo { get; init; }

    /// <summary>The log's name in its first generation.</summary>
    public required string Origin { get; init; }

    /// <summary>When the receipt was made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The call's rows in the order of the tree.</summary>
    public required IReadOnlyList<ReceiptEntry> Entries { get; init; }

    /// <summary>Checkpoints over all of them: the first there was, and the first that bears a stamp, when it is another.</summary>
    public required IReadOnlyList<ReceiptCheckpoint> Checkpoints { get; init; }

    /// <summary>Reads a receipt.</summary>
    /// <param name="json">UTF-8, at most <see cref="MaxBytes"/>.</param>
    /// <exception cref="FormatException">It is none of this format.</exception>
    public static Receipt Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.Length <= MaxBytes && JsonSerializer.Deserialize(json, EvidenceJson.Default.Receipt) is { Format: CurrentFormat } receipt
                ? receipt
                : throw new FormatException($"This is no receipt of format {CurrentFormat}.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The receipt is malformed at line {e.LineNumber + 1}: {e.Path}.", e);
        }
    }

    /// <summary>The receipt as it is written: indented JSON in UTF-8.</summary>
    public byte[] ToUtf8() => [.. JsonSerializer.SerializeToUtf8Bytes(this, EvidenceJson.Default.Receipt), (byte)'\n'];
}
