using Kps.Gateway.Telemetry.Prometheus;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Telemetry;

/// <summary>Puts what operators see of the gateway into the container.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds the instruments and both ways out. Call it first: hosted services stop in reverse, so the last numbers and spans still leave.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptionsWithValidateOnStart<TelemetryOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddMetrics();
        services.AddSingleton<CallMetrics>();
        services.AddSingleton<HouseMetrics>();
        services.AddSingleton<PrometheusCollector>();
        services.AddSingleton<OperatorDoor>();
        services.AddHostedService<TelemetryHost>();
        return services;
    }

    /// <summary>Maps <c>/metrics</c>, the Prometheus page, for operators.</summary>
    public static void MapMetrics(this WebApplication app) =>
        app.MapGet("/metrics", (HttpContext http, OperatorDoor door, PrometheusCollector collector) =>
            door.Admits(http) ? Results.Bytes(collector.Render(), PrometheusText.ContentType) : Results.NotFound());
}
