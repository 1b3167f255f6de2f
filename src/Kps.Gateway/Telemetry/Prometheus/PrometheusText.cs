using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Kps.Gateway.Telemetry.Prometheus;

/// <summary>
/// The Prometheus text exposition format, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
/// </summary>
internal static class PrometheusText
{
    /// <summary>Content type of the page.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Name of an instrument's family: letters, digits and <c>_</c>, then the unit, then <c>_total</c> for a counter.</summary>
    public static string NameOf(Instrument instrument, MetricKind kind)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => string.Empty,
        };
        var name = Clean(instrument.Name);
        return name + (name.EndsWith(unit, StringComparison.Ordinal) ? string.Empty : unit) + (kind == MetricKind.Counter ? "_total" : string.Empty);
    }

    /// <summary>Writes the page.</summary>
    public static byte[] Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var family in families)
        {
            var series = family.Series.Select(one => (Labels: Labels(one.Key), one.Value)).OrderBy(one => one.Labels, StringComparer.Ordinal).ToList();
            if (series.Count == 0)
            {
                continue;
            }

            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escape(family.Help, isLabel: false)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(TypeOf(family.Kind)).Append('\n');
            foreach (var (labels, numbers) in series)
            {
                if (family.Bounds is { } bounds)
                {
                    AppendHistogram(text, family.Name, labels, bounds, numbers);
                }
                else
                {
                    AppendSample(text, family.Name, labels, Number(numbers.Value));
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendHistogram(StringBuilder text, string name, string labels, double[] bounds, Series numbers)
    {
        var buckets = numbers.Buckets();
        var count = 0L;
        for (var index = 0; index < buckets.Length; index++)
        {
            count += buckets[index];
            var bound = index < bounds.Length ? Number(bounds[index]) : "+Inf";
            AppendSample(text, name + "_bucket", (labels.Length == 0 ? string.Empty : labels + ",") + $"le=\"{bound}\"", Number(count));
        }

        AppendSample(text, name + "_sum", labels, Number(numbers.Value));
        AppendSample(text, name + "_count", labels, Number(count));
    }

    private static void AppendSample(StringBuilder text, string name, string labels, string value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value).Append('\n');
    }

    private static string Labels(TagSet set) => string.Join(
        ',',
        set.Tags.Select(tag => $"{Clean(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? string.Empty, isLabel: true)}\""));

    private static string Escape(string text, bool isLabel)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return isLabel ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private static string Clean(string name) => string.Create(name.Length, name, static (clean, original) =>
    {
        for (var index = 0; index < clean.Length; index++)
        {
            clean[index] = char.IsAsciiLetter(original[index]) || (index > 0 && char.IsAsciiDigit(original[index])) ? original[index] : '_';
        }
    });

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string TypeOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
