namespace Kps.Gateway.Telemetry;

/// <summary>What the gateway tells about its own running, and whom. Section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>
    /// Base address of an OpenTelemetry collector that takes OTLP over HTTP (protobuf), e.g. <c>http://127.0.0.1:4318</c>; traces go to
    /// <c>/v1/traces</c> below it, metrics to <c>/v1/metrics</c>. Off when empty.
    /// </summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Share of the calls that are traced, 0–1. Callers have no say in it. Metrics count every call, whatever this is.</summary>
    public double SampleRatio { get; set; } = 0.01;

    /// <summary>Addresses or CIDR networks that may read <c>/metrics</c> and <c>/health/status</c> besides loopback; everybody else gets 404.</summary>
    public IList<string> AllowedPeers { get; } = [];
}
