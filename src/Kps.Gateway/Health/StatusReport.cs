using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Kps.Audit;
using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Gateway.Call.Admitting;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.FrontDoor;
using Kps.Gateway.FrontDoor.Tls;
using Kps.Gateway.Telemetry;
using Kps.Mernis;
using Kps.Registry.Live;
using Microsoft.Extensions.Options;

namespace Kps.Gateway.Health;

/// <summary>
/// The page an operator opens when something is wrong: <c>/health/status</c>. It looks at what is in memory, contacts nobody and never
/// decides over readiness.
/// </summary>
internal sealed class StatusReport(
    Readiness readiness,
    NviWatch nvi,
    IMernisState mernis,
    Heartbeat heartbeat,
    IAuditState audit,
    ITreeState tree,
    IAnchorState anchors,
    HashingLane hashing,
    FairGate gate,
    CallMetrics calls,
    IRegistry registry,
    TokenKeys tokenKeys,
    ServerCertificates certificates,
    IOptions<AuditOptions> options,
    IOptions<GatewayOptions> gateway,
    TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = StartOfThisProcess();

    /// <summary>The page as an object for JSON; times are UTC.</summary>
    public object Look()
    {
        var seen = nvi.Look();
        var offset = heartbeat.ClockOffset;
        return new
        {
            node = options.Value.NodeName,
            version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3),
            mode = GatewayOptions.ModeName(gateway.Value.TestMode),
            runtime = RuntimeInformation.FrameworkDescription,
            startedAt = _startedAt,
            now = time.GetUtcNow(),
            readiness = readiness.Look(),
            nvi = new
            {
                lastSuccess = seen.LastSuccess,
                lastFailure = seen.LastFailure,
                lastFault = seen.LastFault?.ToString(),
                circuit = mernis.Circuit.ToString(),
                windowSeconds = (int)NviWatch.Window.TotalSeconds,
                calls = seen.Calls,
                successRatio = seen.SuccessRatio,
            },
            clock = new
            {
                offsetSeconds = offset is { } known ? Math.Round(known.TotalSeconds, 3) : (double?)null,
                warning = offset?.Duration() > Heartbeat.ClockLimit ? "This machine's clock and the database's differ by more than 1 s." : null,
            },
            queues = new { audit = audit.QueuedRows, hashing = hashing.Waiting, admission = gate.Waiting, inFlight = calls.InFlight },
            registry = new
            {
                version = registry.IsLoaded ? registry.Current.Version : (long?)null,
                confirmedAt = registry.ConfirmedAt,
                ageSeconds = (time.GetUtcNow() - registry.ConfirmedAt)?.TotalSeconds,
            },
            tokens = new { canSign = tokenKeys.Ring.Signing(time.GetUtcNow()) is not null },
            audit = new
            {
                connected = audit.IsConnected,
                heartbeatAgeSeconds = heartbeat.Age?.TotalSeconds,
                partitionMonthsAhead = heartbeat.PartitionMonthsAhead,
            },
            tree = new
            {
                role = tree.Role.ToString(),
                halt = tree.Halt,
                size = tree.Size,
                checkpointAt = tree.CheckpointAt,
                verifierKey = tree.VerifierKey,
                waitingRows = tree.WaitingRows,
                lagSeconds = tree.Lag is { } lag ? Math.Round(lag.TotalSeconds, 3) : (double?)null,
            },
            anchors = AnchorsPart(),
            certificates = certificates.All.Select(one => new { endpoint = one.Endpoint, notAfter = one.NotAfter }),
        };
    }

    private object AnchorsPart() => new
    {
        state = !anchors.IsStamping ? "Off" : anchors.IsLate || anchors.RenewalOverdueAt is not null ? "Degraded" : "Ok",
        size = anchors.Last?.Size,
        stampedAt = anchors.Last?.GenTime,
        ageSeconds = Seconds(time.GetUtcNow() - anchors.Last?.GenTime),
        authority = anchors.Last?.Tsa,
        certificateNotAfter = anchors.Last?.SignerNotAfter,
        lagSeconds = anchors.IsStamping ? Seconds(anchors.Lag) : null,
        failure = anchors.Failure,
        renewalOverdueAt = anchors.RenewalOverdueAt,
        warning = anchors.IsLate ? "What was sealed since the last stamp has had no outside witness for longer than Anchoring:LagLimit." : null,
        secondPlace = new
        {
            state = !anchors.IsCopying ? "Off" : anchors.IsSecondPlaceLate ? "Degraded" : "Ok",
            size = anchors.SecondPlaceSize,
            lagSeconds = Seconds(anchors.SecondPlaceLag),
            failure = anchors.SecondPlaceFailure,
        },
    };

    private static double? Seconds(TimeSpan? time) => time is { } known ? Math.Round(known.TotalSeconds, 3) : null;

    private static DateTimeOffset StartOfThisProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.StartTime.ToUniversalTime();
    }
}
