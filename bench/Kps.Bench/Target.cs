namespace Kps.Bench;

/// <summary>A process that is measured.</summary>
/// <param name="Url">Where it takes messages.</param>
/// <param name="Pid">Root of its process tree.</param>
internal sealed record Target(Uri Url, int Pid);
