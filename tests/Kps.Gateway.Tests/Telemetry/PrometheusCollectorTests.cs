using System.Diagnostics.Metrics;
using System.Text;
using Kps.Gateway.Telemetry;
using Kps.Gateway.Telemetry.Prometheus;
using Microsoft.Extensions.DependencyInjection;

namespace Kps.Gateway.Tests.Telemetry;

internal sealed class PrometheusCollectorTests
{
    private ServiceProvider _services = null!;
    private IMeterFactory _meters = null!;
    private PrometheusCollector _collector = null!;
    private Meter _meter = null!;

    [SetUp]
    public void Create()
    {
        _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        _meters = _services.GetRequiredService<IMeterFactory>();
        _collector = new PrometheusCollector(_meters);
        _collector.Start();
        _meter = _meters.Create(MeterNames.Gateway);
    }

    [TearDown]
    public void Dispose()
    {
        _collector.Dispose();
        _services.Dispose();
    }

    [Test]
    public void Counter_AddsUpByLabels()
    {
        var counter = _meter.CreateCounter<long>("kps.things", "{thing}", "Things.");
        counter.Add(1, Tag("kind", "a"));
        counter.Add(2, Tag("kind", "b"));
        counter.Add(4, Tag("kind", "a"));

        Assert.That(Page(), Does.Contain(
            "# HELP kps_things_total Things.\n# TYPE kps_things_total counter\nkps_things_total{kind=\"a\"} 5\nkps_things_total{kind=\"b\"} 2\n"));
    }

    [Test]
    public void Histogram_CountsBelowEachBound()
    {
        var histogram = _meter.CreateHistogram<double>("kps.wait", "s", "Waiting.");
        histogram.Record(0.0005);
        histogram.Record(0.3);
        histogram.Record(99);

        var page = Page();
        Assert.That(page, Does.Contain("# TYPE kps_wait_seconds histogram\n"));
        Assert.That(page, Does.Contain("kps_wait_seconds_bucket{le=\"0.0005\"} 1\n"));
        Assert.That(page, Does.Contain("kps_wait_seconds_bucket{le=\"0.25\"} 1\n"));
        Assert.That(page, Does.Contain("kps_wait_seconds_bucket{le=\"0.5\"} 2\n"));
        Assert.That(page, Does.Contain("kps_wait_seconds_bucket{le=\"25\"} 2\n"));
        Assert.That(page, Does.Contain("kps_wait_seconds_bucket{le=\"+Inf\"} 3\n"));
        Assert.That(page, Does.Contain("kps_wait_seconds_sum 99.3005\nkps_wait_seconds_count 3\n"));
    }

    [Test]
    public void Gauge_ShowsWhatIsNow()
    {
        var now = 1;
        _meter.CreateObservableGauge("kps.level", () => now, null, "Level.");

        Assert.That(Page(), Does.Contain("# TYPE kps_level gauge\nkps_level 1\n"));
        now = -3;
        Assert.That(Page(), Does.Contain("\nkps_level -3\n"));
    }

    [Test]
    public void Label_IsEscaped()
    {
        _meter.CreateCounter<long>("kps.odd").Add(1, Tag("a.b", "x\"y\\z\n"));

        Assert.That(Page(), Does.Contain("kps_odd_total{a_b=\"x\\\"y\\\\z\\n\"} 1\n"));
    }

    [Test]
    public void Labels_AreBounded()
    {
        var counter = _meter.CreateCounter<long>("kps.many");
        for (var index = 0; index < MetricFamily.MaxSeries + 500; index++)
        {
            counter.Add(1, Tag("n", index));
        }

        var page = Page();
        Assert.That(page.Split('\n').Count(line => line.StartsWith("kps_many_total{", StringComparison.Ordinal)), Is.EqualTo(MetricFamily.MaxSeries + 1));
        Assert.That(page, Does.Contain("kps_many_total{overflow=\"true\"} 500\n"));
    }

    [Test]
    public void Threads_LoseNothing()
    {
        var counter = _meter.CreateCounter<long>("kps.busy");
        var histogram = _meter.CreateHistogram<double>("kps.busy.time", "s");
        Parallel.For(0, 20_000, _ =>
        {
            counter.Add(1, Tag("kind", "a"));
            histogram.Record(1);
        });

        Assert.That(Page(), Does.Contain("kps_busy_total{kind=\"a\"} 20000\n").And.Contain("kps_busy_time_seconds_sum 20000\nkps_busy_time_seconds_count 20000\n"));
    }

    [Test]
    public void Measurement_AllocatesNothing()
    {
        var histogram = _meter.CreateHistogram<double>("kps.cheap", "s");
        void Record()
        {
            for (var index = 0; index < 10_000; index++)
            {
                histogram.Record(0.003, Tag("part", "nvi"), Tag("kind", "b"));
            }
        }

        Record();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Record();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(10_000));
    }

    [Test]
    public void MeterOfAnotherHost_IsLeftAlone()
    {
        using var other = new ServiceCollection().AddMetrics().BuildServiceProvider();
        other.GetRequiredService<IMeterFactory>().Create(MeterNames.Gateway).CreateCounter<long>("kps.foreign").Add(1);

        Assert.That(Page(), Does.Not.Contain("kps_foreign"));
    }

    [Test]
    public void MeterNobodyAskedFor_IsLeftAlone()
    {
        _meters.Create("Some.Library").CreateCounter<long>("some.thing").Add(1);

        Assert.That(Page(), Does.Not.Contain("some_thing"));
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    private string Page() => Encoding.UTF8.GetString(_collector.Render());
}
