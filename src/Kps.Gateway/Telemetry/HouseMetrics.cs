using System.Diagnostics.Metrics;
using Kps.Audit;
using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.FrontDoor.Tls;
using Kps.Gateway.Health;
using Kps.Registry.Live;

namespace Kps.Gateway.Telemetry;

/// <summary>The state of the house as gauges (meter <c>Kps.Gateway</c>), read when somebody looks. A value that is not known is left out.</summary>
internal sealed class HouseMetrics(
    IMeterFactory meters,
    IRegistry registry,
    IAuditState audit,
    ITreeState tree,
    IAnchorState anchors,
    HashingLane hashing,
    FairGate gate,
    Heartbeat heartbeat,
    ServerCertificates certificates,
    TimeProvider time)
{
    /// <summary>Makes the gauges known.</summary>
    public void Publish()
    {
        var meter = meters.Create(MeterNames.Gateway);
        meter.CreateObservableUpDownCounter("kps.hashing.queue", () => hashing.Waiting, "{call}", "Calls that wait for a slow hash.");
        meter.CreateObservableUpDownCounter("kps.admission.running", () => gate.Running, "{call}", "Calls between the fair gate and their answer.");
        meter.CreateObservableUpDownCounter("kps.admission.waiting", () => gate.Waiting, "{call}", "Calls that wait at the fair gate for their institution's turn.");
        meter.CreateObservableUpDownCounter("kps.audit.queue", () => audit.QueuedRows, "{row}", "Rows accepted by the log and not yet sent to the database.");
        meter.CreateObservableGauge("kps.audit.connected", () => audit.IsConnected ? 1 : 0, null, "1 while the log's writer holds a connection, else 0: calls are refused.");
        meter.CreateObservableGauge("kps.registry.age", () => Known((time.GetUtcNow() - registry.ConfirmedAt)?.TotalSeconds), "s", "Time since the database last confirmed the registry in memory.");
        meter.CreateObservableGauge("kps.registry.version", () => Known(registry.IsLoaded ? registry.Current.Version : (long?)null), null, "Version of the registry in memory.");
        meter.CreateObservableGauge("kps.heartbeat.age", () => Known(heartbeat.Age?.TotalSeconds), "s", "Time since the last write into the heartbeat table went through.");
        meter.CreateObservableGauge("kps.clock.offset", () => Known(heartbeat.ClockOffset?.TotalSeconds), "s", "This machine's clock minus the database's; positive when this one is ahead.");
        meter.CreateObservableGauge("kps.audit.partition.months", () => Known(heartbeat.PartitionMonthsAhead), "{month}", "Months after the present one for which the log has a partition; -1 when the present one has none.");
        meter.CreateObservableGauge("kps.tree.role", () => (int)tree.Role, null, "What this node does for the tree: 0 nothing, 1 stands by, 2 seals, 3 has no connection, 4 is halted.");
        meter.CreateObservableGauge("kps.tree.size", () => Known(tree.Size), "{leaf}", "Leaves under the newest checkpoint this node knows.");
        meter.CreateObservableGauge("kps.tree.waiting", () => Known(tree.WaitingRows), "{row}", "Committed rows no checkpoint covers yet, 100,000 at most; from the node that seals.");
        meter.CreateObservableGauge("kps.tree.lag", () => Known(tree.Lag?.TotalSeconds), "s", "Age of the oldest row no checkpoint covers yet; from the node that seals.");
        meter.CreateObservableGauge("kps.anchor.lag", () => Known(anchors.IsStamping ? anchors.Lag?.TotalSeconds : null), "s", "Age of the oldest checkpoint no outside stamp covers yet.");
        meter.CreateObservableGauge("kps.anchor.size", () => Known(anchors.Last?.Size), "{leaf}", "Leaves under the newest stamped checkpoint.");
        meter.CreateObservableGauge(
            "kps.anchor.certificate.remaining",
            () => Known((anchors.Last?.SignerNotAfter - time.GetUtcNow())?.TotalSeconds),
            "s",
            "Time until the certificate that signed the newest stamp expires; negative afterwards.");
        meter.CreateObservableGauge("kps.second_place.lag", () => Known(anchors.SecondPlaceLag?.TotalSeconds), "s", "Age of the oldest checkpoint seen that the second place has nothing newer than; from the node that seals.");
        meter.CreateObservableGauge(
            "kps.tls.certificate.remaining",
            () => certificates.All.Select(one => new Measurement<double>((one.NotAfter - time.GetUtcNow()).TotalSeconds, new KeyValuePair<string, object?>("endpoint", one.Endpoint))),
            "s",
            "Time until the server certificate of an endpoint expires; negative afterwards.");
    }

    private static IEnumerable<Measurement<T>> Known<T>(T? value)
        where T : struct => value is { } known ? [new Measurement<T>(known)] : [];
}
