using System.Globalization;
using System.Text;

namespace Kps.Bench.Soak;

/// <summary>The result as a page of bench/results.</summary>
internal static class SoakReport
{
    private const int MostRows = 60;

    /// <summary>Writes the page.</summary>
    public static string Write(SoakResult result, BenchSettings settings, string machine, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Soak of {now:yyyy-MM-dd HH:mm} UTC\n\n{machine}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{settings.Minutes} min at {settings.Rate} calls/s: {result.Answers} answers, {result.Failures} failures, {result.Rows.All} audit rows. ");
        text.Append(CultureInfo.InvariantCulture, $"Lines are fitted behind the first {result.WarmUp.TotalMinutes:0.#} min.\n\n");
        text.Append("| | mean | per hour | ± | allowed per hour |\n|---|---|---|---|---|\n");
        foreach (var trend in result.Trends)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {trend.Name} | {trend.Slope.Mean:0.0} | {trend.Slope.PerHour:+0.0;-0.0;0.0} | {trend.Slope.Error:0.0} | {trend.AllowedPerHour:0.0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\np99 by minute, ms: {string.Join(' ', result.P99ByMinute.Select(value => value.ToString("0.0", CultureInfo.InvariantCulture)))}\n\n");
        text.Append("| min | handles | threads | resident MiB | heap MiB |\n|---|---|---|---|---|\n");
        var step = Math.Max(1, result.Samples.Count / MostRows);
        foreach (var sample in result.Samples.Where((_, index) => index % step == 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {sample.At.TotalMinutes:0.0} | {sample.Handles} | {sample.Threads} | {sample.Resident:0.0} | {sample.Heap?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–"} |\n");
        }

        var objections = result.Objections().ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n{(objections.Count == 0 ? "steady" : "not steady: " + string.Join("; ", objections))}\n");
        return text.ToString();
    }
}
