namespace Kps.AuditVerify;

/// <summary>What was given cannot be read, so nothing can be said about the evidence.</summary>
/// <param name="message">What and where.</param>
/// <param name="innerException">The cause.</param>
internal sealed class VerifyException(string message, Exception? innerException = null) : Exception(message, innerException);
