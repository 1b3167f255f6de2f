using Kps.Bench.Database;

namespace Kps.Bench.Soak;

/// <summary>All that the soak saw.</summary>
internal sealed class SoakResult
{
    private const double HandlesPerHour = 12;
    private const double ThreadsPerHour = 6;
    private const double MebibytesPerHour = 24;
    private const double LatencyShare = 0.5;
    private const int FewestPoints = 3;

    public required IReadOnlyList<Sample> Samples { get; init; }

    public required IReadOnlyList<double> P99ByMinute { get; init; }

    public required long Answers { get; init; }

    public required long Failures { get; init; }

    /// <summary>Rows the log gained.</summary>
    public required LogRows Rows { get; init; }

    /// <summary>What is left out of the lines: the first third, but no more than ten minutes.</summary>
    public TimeSpan WarmUp => TimeSpan.FromMinutes(Math.Min(10, Samples[^1].At.TotalMinutes / 3));

    /// <summary>The lines.</summary>
    public IReadOnlyList<Trend> Trends
    {
        get
        {
            var late = Samples.Where(sample => sample.At >= WarmUp).ToList();
            var trends = new List<Trend>
            {
                new("handles", Slope.Through([.. late.Select(sample => (sample.At, (double)sample.Handles))]), HandlesPerHour),
                new("threads", Slope.Through([.. late.Select(sample => (sample.At, (double)sample.Threads))]), ThreadsPerHour),
                new("resident memory, MiB", Slope.Through([.. late.Select(sample => (sample.At, sample.Resident))]), MebibytesPerHour),
            };
            if (late.TrueForAll(sample => sample.Heap is not null))
            {
                trends.Add(new Trend("heap after collection, MiB", Slope.Through([.. late.Select(sample => (sample.At, sample.Heap!.Value))]), MebibytesPerHour));
            }

            var minutes = P99ByMinute.Select((value, minute) => (At: TimeSpan.FromMinutes(minute), Value: value)).Where(point => point.At >= WarmUp).ToList();
            if (minutes.Count >= FewestPoints)
            {
                var p99 = Slope.Through(minutes);
                trends.Add(new Trend("p99 of a minute, ms", p99, p99.Mean * LatencyShare));
            }

            return trends;
        }
    }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public IEnumerable<string> Objections()
    {
        if (Failures > 0)
        {
            yield return $"{Failures} calls had no answer with status 200";
        }

        if (Rows.All != 2 * Answers || Rows.Answered != Answers)
        {
            yield return $"{Answers} answers but {Rows.All} audit rows, of them {Rows.Answered} outcomes with a record";
        }

        foreach (var trend in Trends.Where(trend => trend.Grows))
        {
            yield return FormattableString.Invariant($"{trend.Name} grows by {trend.Slope.PerHour:0.0} an hour");
        }
    }
}
