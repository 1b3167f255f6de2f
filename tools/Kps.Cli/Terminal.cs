namespace Kps.Cli;

/// <summary>What a command reads, writes and tells the time by.</summary>
/// <param name="In">Standard input, for passwords that must not stand on a command line.</param>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Time">The clock.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, TimeProvider Time);
