using System.Diagnostics.Metrics;

namespace Kps.Gateway.Telemetry;

/// <summary>Upper bounds of histogram buckets, fixed and the same for both exporters. By unit, because an instrument of another library names no bounds.</summary>
internal static class HistogramBuckets
{
    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];
    private static readonly double[] Rows = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

    /// <summary>The bounds, ascending, without the last bucket that takes the rest.</summary>
    public static double[] For(Instrument instrument) => instrument.Unit == "s" ? Seconds : Rows;

    /// <summary>Whether an instrument is a histogram, whatever it counts in.</summary>
    public static bool IsHistogram(Instrument instrument) =>
        instrument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Histogram<>);
}
