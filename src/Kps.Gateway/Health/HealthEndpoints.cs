using Kps.Audit;
using Kps.Registry.Live;

namespace Kps.Gateway.Health;

/// <summary>Liveness and readiness for the operator's load balancer.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (registry loaded, log connected).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("canlı\n"));
        app.MapGet("/health/ready", (IRegistry registry, IAuditState audit) =>
        {
            var isReady = registry.IsLoaded && audit.IsConnected;
            return Results.Json(
                new { hazir = isReady, kayitlar = registry.IsLoaded, denetimIzi = audit.IsConnected },
                statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
