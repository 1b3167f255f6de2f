namespace Kps.Bench;

/// <summary>The run says nothing: why, in one sentence.</summary>
internal sealed class BenchException(string message, Exception? cause = null) : Exception(message, cause);
