namespace Kps.Gateway.Telemetry.Prometheus;

/// <summary>The numbers of one set of labels: a single value, or the buckets and the sum of a histogram. Written by many threads without a lock.</summary>
/// <param name="bounds">Upper bounds of a histogram's buckets; null for a single value.</param>
internal sealed class Series(double[]? bounds)
{
    private readonly long[] _buckets = bounds is null ? [] : new long[bounds.Length + 1];
    private double _value;

    /// <summary>The value, or the sum of what a histogram recorded.</summary>
    public double Value => Volatile.Read(ref _value);

    /// <summary>How many fell into each bucket, the last taking what is above all bounds.</summary>
    public long[] Buckets() => [.. _buckets.Select((_, index) => Volatile.Read(ref _buckets[index]))];

    public void Set(double value) => Volatile.Write(ref _value, value);

    public void Add(double delta)
    {
        double seen;
        var current = Volatile.Read(ref _value);
        do
        {
            seen = current;
            current = Interlocked.CompareExchange(ref _value, seen + delta, seen);
        }
        while (BitConverter.DoubleToInt64Bits(current) != BitConverter.DoubleToInt64Bits(seen));
    }

    public void Record(double value)
    {
        var bucket = 0;
        while (bucket < bounds!.Length && value > bounds[bucket])
        {
            bucket++;
        }

        Interlocked.Increment(ref _buckets[bucket]);
        Add(value);
    }
}
