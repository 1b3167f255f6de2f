namespace Kps.Bench.Comparing;

/// <summary>The rounds of one system at one number of connections. Every figure is the median of the rounds.</summary>
internal sealed class Series(IEnumerable<Measurement> rounds)
{
    private readonly IReadOnlyList<Measurement> _rounds = [.. rounds];

    /// <summary>Answers per second.</summary>
    public double Rate => Median(round => round.Load.Rate);

    /// <summary>Median latency in milliseconds.</summary>
    public double P50 => Median(round => round.Load.P50.TotalMilliseconds);

    /// <summary>99th percentile in milliseconds.</summary>
    public double P99 => Median(round => round.Load.P99.TotalMilliseconds);

    /// <summary>Microseconds of the service's processor time per answer.</summary>
    public double ServiceMicroseconds => Median(round => round.ServiceMicroseconds);

    /// <summary>Microseconds of PostgreSQL's processor time per answer.</summary>
    public double DatabaseMicroseconds => Median(round => round.DatabaseMicroseconds);

    /// <summary>The rates in the order of the rounds.</summary>
    public IEnumerable<double> Rates => _rounds.Select(round => round.Load.Rate);

    private double Median(Func<Measurement, double> figure)
    {
        var sorted = _rounds.Select(figure).Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
