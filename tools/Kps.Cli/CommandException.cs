namespace Kps.Cli;

/// <summary>Ends a command with a sentence for the operator.</summary>
/// <param name="message">Turkish; no number, name or password of a person.</param>
/// <param name="innerException">The cause, when there is one.</param>
internal sealed class CommandException(string message, Exception? innerException = null) : Exception(message, innerException);
