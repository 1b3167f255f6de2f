namespace Kps.Migrations;

/// <summary>A migration could not be applied; the message names the file and what is wrong, for the operator.</summary>
/// <param name="message">What went wrong, with the file's name.</param>
/// <param name="innerException">The database's own error, when there was one.</param>
public sealed class MigrationException(string message, Exception? innerException = null) : Exception(message, innerException);
