namespace Kps.Audit.Sequencing;

/// <summary>What a re-base has written down.</summary>
/// <param name="IslemNo">Number of the act in the log.</param>
/// <param name="Origin">Name of the log from now on.</param>
/// <param name="Size">Leaves the tree goes on from.</param>
/// <param name="PublishedOrigin">Name of the log on the last published checkpoint.</param>
/// <param name="PublishedSize">Leaves that checkpoint had.</param>
public sealed record RebaseReport(IslemNo IslemNo, string Origin, long Size, string PublishedOrigin, long PublishedSize);
