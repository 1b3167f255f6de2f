using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Kps.Audit;
using Kps.Audit.Anchoring;
using Kps.Audit.Sequencing;
using Kps.Gateway.Telemetry;
using Kps.Gateway.Tests.Configuration;
using Kps.Mernis;
using Microsoft.Extensions.DependencyInjection;

namespace Kps.Gateway.Tests.Telemetry;

/// <summary>docs/reference/metrics.md lists the instruments of the running host.</summary>
internal sealed partial class MetricsPageTests
{
    [Test]
    public async Task Page_ListsTheInstrumentsOfTheHost()
    {
        using var files = new SettingsFiles();
        await using var host = GatewayHost.Build(files.Valid());
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        var found = new List<(string Meter, string Name, string Type, string Unit, string Meaning)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory) && MeterNames.Own.Contains(instrument.Meter.Name))
            {
                lock (found)
                {
                    found.Add((instrument.Meter.Name, instrument.Name, TypeOf(instrument), instrument.Unit ?? "–", instrument.Description!));
                }
            }
        };
        listener.Start();

        host.Services.GetRequiredService<HouseMetrics>().Publish();
        host.Services.GetRequiredService<CallMetrics>();
        host.Services.GetRequiredService<IAuditLog>();
        host.Services.GetRequiredService<TreeMetrics>();
        host.Services.GetRequiredService<AnchorMetrics>();
        host.Services.GetRequiredService<IMernisState>();

        Assert.That(found, Is.Not.Empty);
        var page = Reference.Read("metrics.md");
        var listed = MeterNames.Own.SelectMany(meter => Row().Matches(Reference.Section(page, meter))
            .Select(row => (meter, row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value)));
        Assert.That(listed, Is.EquivalentTo(found));
    }

    [Test]
    public void Page_NamesTheBounds() =>
        Assert.That(
            Reference.Read("metrics.md"),
            Does.Contain(string.Join(", ", HistogramBuckets.For(new Meter("x").CreateHistogram<double>("y", "s")).Select(bound => bound.ToString(System.Globalization.CultureInfo.InvariantCulture)))));

    private static string TypeOf(Instrument instrument) => Regex.Replace(instrument.GetType().Name, "`.*|Observable", string.Empty) switch
    {
        "Counter" => "counter",
        "UpDownCounter" => "up-down counter",
        "Gauge" => "gauge",
        "Histogram" => "histogram",
        var other => other,
    };

    [GeneratedRegex(@"^\| `([\w.]+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
