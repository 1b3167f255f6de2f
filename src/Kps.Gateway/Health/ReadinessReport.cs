namespace Kps.Gateway.Health;

/// <summary>The answer of <c>/health/ready</c>.</summary>
/// <param name="Ready">All of the following are as they should be.</param>
/// <param name="Registry">The registry has been loaded.</param>
/// <param name="Audit">The log's writer holds a connection.</param>
/// <param name="Heartbeat">A write went through within the last 15 seconds.</param>
/// <param name="Stopping">The process was told to end.</param>
internal sealed record ReadinessReport(bool Ready, bool Registry, bool Audit, bool Heartbeat, bool Stopping);
