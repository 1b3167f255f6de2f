using Kps.Bench.Database;
using Kps.Bench.Load;

namespace Kps.Bench.Comparing;

/// <summary>One system, one number of connections, one time.</summary>
/// <param name="System">Letter of the system.</param>
/// <param name="Connections">Keep-alive connections.</param>
/// <param name="Load">What the callers saw.</param>
/// <param name="ServiceCpu">Processor time the system spent.</param>
/// <param name="DatabaseCpu">Processor time PostgreSQL spent.</param>
/// <param name="Growth">By how much the log grew.</param>
internal sealed record Measurement(char System, int Connections, WrkResult Load, TimeSpan ServiceCpu, TimeSpan DatabaseCpu, LogState Growth)
{
    /// <summary>Microseconds of processor time per answer.</summary>
    public double ServiceMicroseconds => ServiceCpu.TotalMicroseconds / Load.Answers;

    /// <summary>Microseconds of PostgreSQL's processor time per answer.</summary>
    public double DatabaseMicroseconds => DatabaseCpu.TotalMicroseconds / Load.Answers;
}
