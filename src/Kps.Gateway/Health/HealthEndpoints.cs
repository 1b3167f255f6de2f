using Kps.Gateway.Telemetry;

namespace Kps.Gateway.Health;

/// <summary>The health pages and what stands behind them.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds the heartbeat and what the pages look at.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<NviWatch>();
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        services.AddHostedService<StopDelay>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<StatusReport>();
        return services;
    }

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers), <c>/health/ready</c> (200 or 503 for the load balancer) and <c>/health/status</c>
    /// (details, for operators; see <see cref="OperatorDoor"/>).
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live\n"));
        app.MapGet("/health/ready", (Readiness readiness) =>
        {
            var report = readiness.Look();
            return Results.Json(report, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        app.MapGet("/health/status", (HttpContext http, OperatorDoor door, StatusReport status) =>
            door.Admits(http) ? Results.Json(status.Look()) : Results.NotFound());
    }
}
