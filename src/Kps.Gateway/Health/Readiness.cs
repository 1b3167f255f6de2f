using Kps.Audit;
using Kps.Registry.Live;

namespace Kps.Gateway.Health;

/// <summary>Whether this node should be sent calls. Local facts only: NVİ is the same for every node, so its silence makes none of them unready.</summary>
internal sealed class Readiness(IRegistry registry, IAuditState audit, Heartbeat heartbeat, IHostApplicationLifetime lifetime)
{
    /// <summary>What is true now.</summary>
    public ReadinessReport Look()
    {
        var (hasRegistry, hasAudit, hasHeartbeat, isStopping) =
            (registry.IsLoaded, audit.IsConnected, heartbeat.IsFresh, lifetime.ApplicationStopping.IsCancellationRequested);
        return new ReadinessReport(hasRegistry && hasAudit && hasHeartbeat && !isStopping, hasRegistry, hasAudit, hasHeartbeat, isStopping);
    }
}
