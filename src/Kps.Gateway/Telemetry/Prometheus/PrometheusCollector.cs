using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Kps.Gateway.Telemetry.Prometheus;

/// <summary>Listens to the meters of this host and keeps their numbers for whoever scrapes.</summary>
internal sealed class PrometheusCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly IMeterFactory _meters;
    private readonly Lock _scrape = new();

    /// <summary>Prepares; nothing is collected before <see cref="Start"/>.</summary>
    /// <param name="meters">Meters of other hosts in the process, as a test has them, are left alone.</param>
    public PrometheusCollector(IMeterFactory meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = Listen;
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((MetricFamily)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((MetricFamily)family!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((MetricFamily)family!).Measure(value, tags));
    }

    /// <summary>Begins to collect.</summary>
    public void Start() => _listener.Start();

    /// <summary>The page as of now, UTF-8.</summary>
    public byte[] Render()
    {
        lock (_scrape)
        {
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_families.Values.OrderBy(family => family.Name, StringComparer.Ordinal));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Listen(Instrument instrument, MeterListener listener)
    {
        if (MeterNames.All.Contains(instrument.Meter.Name, StringComparer.Ordinal)
            && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, _meters)))
        {
            listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument.Name, static (_, one) => new MetricFamily(one), instrument));
        }
    }
}
