using System.Diagnostics;
using Kps.Audit;
using Kps.Gateway.Call;

namespace Kps.Gateway.Telemetry;

/// <summary>
/// The spans of a call: one for the whole, one for each stage within. They carry stage, operation, outcome and işlem no and nothing
/// personal. A trace begins here whatever the caller's headers say, and NVİ is told nothing of it.
/// </summary>
internal static class CallTrace
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "Kps.Gateway";

    /// <summary>Name of the span of a whole call; those of the stages are named after them.</summary>
    public const string CallSpan = "kps.call";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a call; null when nobody listens or the call is not sampled.</summary>
    public static Activity? StartCall(IslemNo islemNo)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // The server's own activity may continue a trace the caller named; a caller must not decide what is sampled here.
        Activity.Current = null;
        var span = Source.StartActivity(CallSpan, ActivityKind.Server);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("kps.islem_no", islemNo.ToString());
        }

        return span;
    }

    /// <summary>Begins the span of a stage within the current call; null when that one is not recorded.</summary>
    /// <param name="stage">Name of the stage as in docs/life-of-a-call.md.</param>
    public static Activity? StartStage(string stage) =>
        Source.HasListeners() && Activity.Current is { IsAllDataRequested: true } current && current.Source == Source
            ? Source.StartActivity(stage)
            : null;

    /// <summary>Says on a span of a stage that the walk ended there.</summary>
    public static void Ended(Activity? span, FaultCode code)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("kps.fault", code.ToString());
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>Completes the span of a call.</summary>
    /// <param name="span">From <see cref="StartCall"/>.</param>
    /// <param name="operation">Name of the operation from the catalog.</param>
    /// <param name="outcome">As in the metrics.</param>
    /// <param name="isFault">The call got no answer.</param>
    public static void Ended(Activity? span, string operation, string outcome, bool isFault)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("kps.operation", operation);
            span.SetTag("kps.outcome", outcome);
            if (isFault)
            {
                span.SetStatus(ActivityStatusCode.Error);
            }
        }
    }
}
