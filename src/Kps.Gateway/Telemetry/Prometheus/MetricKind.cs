namespace Kps.Gateway.Telemetry.Prometheus;

/// <summary>What a family is in the exposition format.</summary>
internal enum MetricKind
{
    /// <summary>Only ever grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counts by bucket.</summary>
    Histogram,
}
