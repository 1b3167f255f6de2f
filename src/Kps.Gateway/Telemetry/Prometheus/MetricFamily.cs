using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Kps.Gateway.Telemetry.Prometheus;

/// <summary>One instrument and its series. Bounded: labels beyond <see cref="MaxSeries"/> sets share one series that says so.</summary>
internal sealed class MetricFamily
{
    /// <summary>Most sets of labels of one instrument.</summary>
    public const int MaxSeries = 1000;

    private static readonly TagSet Overflow = new([new KeyValuePair<string, object?>("overflow", "true")]);

    private readonly ConcurrentDictionary<TagSet, Series> _series = new(new TagSetComparer());
    private readonly ConcurrentDictionary<TagSet, Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private readonly bool _isTotal;

    public MetricFamily(Instrument instrument)
    {
        _lookup = _series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        var type = instrument.GetType().GetGenericTypeDefinition();
        Kind = HistogramBuckets.IsHistogram(instrument) ? MetricKind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MetricKind.Counter
            : MetricKind.Gauge;
        _isTotal = instrument.IsObservable || type == typeof(Gauge<>);
        Bounds = Kind == MetricKind.Histogram ? HistogramBuckets.For(instrument) : null;
        Name = PrometheusText.NameOf(instrument, Kind);
        Help = instrument.Description ?? string.Empty;
    }

    /// <summary>Name in the exposition format, without the suffixes of a histogram's samples.</summary>
    public string Name { get; }

    public string Help { get; }

    public MetricKind Kind { get; }

    /// <summary>Bounds of the buckets; null unless a histogram.</summary>
    public double[]? Bounds { get; }

    public IEnumerable<KeyValuePair<TagSet, Series>> Series => _series;

    /// <summary>Takes one measurement.</summary>
    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Find(tags);
        if (Kind == MetricKind.Histogram)
        {
            series.Record(value);
        }
        else if (_isTotal)
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    private Series Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_lookup.TryGetValue(tags, out var known))
        {
            return known;
        }

        // Count is exact but slow; it is asked only when a new set of labels appears.
        var key = _series.Count < MaxSeries ? new TagSet(tags.ToArray()) : Overflow;
        return _series.GetOrAdd(key, static (_, bounds) => new Series(bounds), Bounds);
    }
}
