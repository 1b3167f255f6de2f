namespace Kps.Bench.Soak;

/// <summary>The gateway's process at one moment.</summary>
/// <param name="At">Since the start of the soak.</param>
/// <param name="Handles">Open file descriptors.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Resident">Resident memory, MiB.</param>
/// <param name="Heap">Heap after the last collection, MiB; null where the gateway does not publish it.</param>
internal sealed record Sample(TimeSpan At, int Handles, int Threads, double Resident, double? Heap);
