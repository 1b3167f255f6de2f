namespace Kps.Gateway.Telemetry.Prometheus;

/// <summary>The labels of one series, in the order the instrument's owner writes them.</summary>
/// <param name="Tags">Never changed after construction.</param>
internal sealed record TagSet(KeyValuePair<string, object?>[] Tags);
