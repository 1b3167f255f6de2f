namespace Kps.Audit.Exporting;

/// <summary>A row as the tree sees it.</summary>
/// <param name="Tx">Its transaction.</param>
/// <param name="Entry">Its canonical entry.</param>
/// <param name="Body">Its sealed body, when there is one and it was asked for.</param>
internal readonly record struct ExportRow(long Tx, byte[] Entry, byte[]? Body);
