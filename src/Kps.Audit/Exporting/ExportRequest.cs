namespace Kps.Audit.Exporting;

/// <summary>What is to be exported, where to and why.</summary>
/// <param name="Directory">The export's directory; made here. One that has anything in it is refused.</param>
/// <param name="Reason">Why; stands in the log and in the manifest.</param>
/// <param name="By">Who, as the operating system knows him.</param>
public sealed record ExportRequest(string Directory, string Reason, string By)
{
    /// <summary>Rows from this time on; null for the log's beginning.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Rows before this time; null for all that is sealed.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Adds the sealed bodies: ciphertext, so that their hashes can be checked; opening them needs the master key.</summary>
    public bool WithBodies { get; init; }
}
