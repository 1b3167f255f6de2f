namespace Kps.Registry;

/// <summary>
/// The registry cannot answer: not loaded yet, or its database refused or did not take a write. The gateway's own fault, never the
/// caller's: the call is refused as internal. Carries no name.
/// </summary>
/// <param name="message">What could not be done.</param>
/// <param name="innerException">The cause, when the database gave one.</param>
public sealed class RegistryUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
