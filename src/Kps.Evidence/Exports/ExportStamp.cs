namespace Kps.Evidence.Exports;

/// <summary>An outside stamp on a checkpoint.</summary>
/// <param name="Size">Leaves of the checkpoint, which stands in the export.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="File">Where the token lies: DER, RFC 3161.</param>
public sealed record ExportStamp(long Size, int Generation, string File);
