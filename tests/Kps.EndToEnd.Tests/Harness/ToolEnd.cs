namespace Kps.EndToEnd.Tests.Harness;

/// <summary>How a program ended and what it said.</summary>
internal sealed record ToolEnd(int ExitCode, string Output, string Error);
