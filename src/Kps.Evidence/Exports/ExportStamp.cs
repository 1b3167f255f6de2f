namespace Kps.Evidence.Exports;

/// <summary>An outside stamp, over a checkpoint or over a list of older stamps (evidence-format.md, "Stamps").</summary>
/// <param name="Size">Leaves of the checkpoint; that of a list may lie outside the export.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="File">Where the token lies: DER, RFC 3161.</param>
/// <param name="List">Where the leaves of the list lie, 32 bytes each, that of the checkpoint first; null when the stamp is over the checkpoint's note itself.</param>
public sealed record ExportStamp(long Size, int Generation, string File, string? List);
