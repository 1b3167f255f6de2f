namespace Kps.Evidence.Exports;

/// <summary>A row that stands among sealed ones and was never sealed.</summary>
/// <param name="Before">The leaf it stands before.</param>
/// <param name="Entry">Its canonical bytes.</param>
public sealed record ExportSurplus(long Before, byte[] Entry);
