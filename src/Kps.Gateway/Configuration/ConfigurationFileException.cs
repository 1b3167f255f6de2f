namespace Kps.Gateway.Configuration;

/// <summary>The configuration file cannot be read; the message says why, for the operator.</summary>
/// <param name="message">Names the file.</param>
/// <param name="innerException">The reader's own error.</param>
internal sealed class ConfigurationFileException(string message, Exception innerException) : Exception(message, innerException);
