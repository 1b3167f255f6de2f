using System.Reflection;
using Kps.Audit;
using Kps.Gateway.Telemetry.Prometheus;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kps.Gateway.Telemetry;

/// <summary>
/// Opens both ways out before the first call and closes them after the last: the Prometheus collector always, OTLP where a collector is named.
/// </summary>
internal sealed class TelemetryHost(
    PrometheusCollector prometheus,
    HouseMetrics house,
    IOptions<TelemetryOptions> options,
    IOptions<AuditOptions> audit) : IHostedService, IDisposable
{
    private const int ExportTimeoutMilliseconds = 3000;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        house.Publish();
        prometheus.Start();
        if (options.Value.OtlpEndpoint is { } endpoint)
        {
            StartOtlp(endpoint);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(ExportTimeoutMilliseconds);
        _metrics?.ForceFlush(ExportTimeoutMilliseconds);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void StartOtlp(Uri endpoint)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(
            "kps-gateway",
            serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3),
            serviceInstanceId: audit.Value.NodeName);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(CallTrace.SourceName)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.Value.SampleRatio)))
            .AddOtlpExporter(otlp => Configure(otlp, endpoint, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter([.. MeterNames.All])
            .AddView(instrument => HistogramBuckets.IsHistogram(instrument)
                ? new ExplicitBucketHistogramConfiguration { Boundaries = HistogramBuckets.For(instrument) }
                : null)
            .AddOtlpExporter(otlp => Configure(otlp, endpoint, "v1/metrics"))
            .Build();
    }

    private static void Configure(OtlpExporterOptions otlp, Uri endpoint, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
        otlp.TimeoutMilliseconds = ExportTimeoutMilliseconds;
    }
}
