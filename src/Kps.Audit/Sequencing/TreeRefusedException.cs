namespace Kps.Audit.Sequencing;

/// <summary>The tree in the database is not what was published, or damaged. Nothing may be signed on top of it; the message says what to do.</summary>
/// <param name="message">For the operator.</param>
public sealed class TreeRefusedException(string message) : Exception(message);
