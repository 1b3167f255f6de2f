using System.Globalization;
using System.Text;

namespace Kps.Bench.Comparing;

/// <summary>The result as a page of bench/results.</summary>
internal static class ComparisonReport
{
    /// <summary>Writes the page; its last line is <c>audited: 0.NN x</c>.</summary>
    public static string Write(ComparisonResult result, BenchSettings settings, string machine, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Bench of {now:yyyy-MM-dd HH:mm} UTC\n\n{machine}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{settings.Rounds} interleaved rounds of {settings.Seconds} s, medians; {settings.WarmUpSeconds} s of warm-up each; ");
        text.Append("wrk, NVİ simulator (canned), PostgreSQL and what is measured share the machine, so compare ratios, not rates.\n\n");
        WriteMain(text, result);
        WriteMarks(text, result);
        text.Append(CultureInfo.InvariantCulture, $"Audit rows: {result.Rows.All} for {result.AuditedAnswers} answers and {result.Issues} tokens. fsync, synchronous_commit and full_page_writes read back as on.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"audited: {result.Ratio:0.00} x\n");
        return text.ToString();
    }

    private static void WriteMain(StringBuilder text, ComparisonResult result)
    {
        text.Append("| system | connections | req/s | ÷ (a) | p50 ms | p99 ms | CPU µs service | CPU µs PostgreSQL | rounds req/s |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (letter, name) in ((char, string)[])[
            (ComparisonResult.PlainProxy, "plain Kestrel proxy"), (ComparisonResult.Nginx, "nginx proxy_pass"), (ComparisonResult.Audited, "audited query"),
            (ComparisonResult.ByToken, "audited query by token")])
        {
            foreach (var crowd in ComparisonResult.Crowds)
            {
                WriteRow(text, $"({letter}) {name}", crowd.ToString(CultureInfo.InvariantCulture), result.Of(letter, crowd), result.Of(ComparisonResult.PlainProxy, crowd));
            }
        }

        foreach (var letter in (char[])[ComparisonResult.PlainProxy, ComparisonResult.Audited])
        {
            WriteRow(text, $"({letter})", "1", result.Of(letter, 1), result.Of(ComparisonResult.PlainProxy, 1));
        }

        foreach (var letter in (char[])[ComparisonResult.PlainProxy, ComparisonResult.Audited])
        {
            var crowd = string.Create(CultureInfo.InvariantCulture, $"{ComparisonResult.SlowCrowd}, NVİ {ComparisonResult.NviDelay.TotalMilliseconds:0} ms");
            WriteRow(text, $"({letter})", crowd, result.SlowOf(letter), result.SlowOf(ComparisonResult.PlainProxy));
        }

        WriteRow(text, "(e) token issued, one row", ComparisonResult.Crowds[^1].ToString(CultureInfo.InvariantCulture), result.Of(ComparisonResult.Issue, ComparisonResult.Crowds[^1]), result.Of(ComparisonResult.PlainProxy, ComparisonResult.Crowds[^1]));
        WriteRow(
            text,
            string.Create(CultureInfo.InvariantCulture, $"(f) nüfus kayıt örneği of {OrnekProbe.People} people, answer of {result.OrnekBytes} bytes"),
            ComparisonResult.Crowds[0].ToString(CultureInfo.InvariantCulture),
            result.Of(ComparisonResult.Ornek, ComparisonResult.Crowds[0]),
            result.Of(ComparisonResult.PlainProxy, ComparisonResult.Crowds[0]));
        text.Append('\n');
    }

    private static void WriteRow(StringBuilder text, string name, string crowd, Series series, Series yardstick) => text.Append(
        CultureInfo.InvariantCulture,
        $"| {name} | {crowd} | {series.Rate:0} | {series.Rate / yardstick.Rate:0.00} | {series.P50:0.00} | {series.P99:0.0} | {series.ServiceMicroseconds:0} | {series.DatabaseMicroseconds:0} | {string.Join(' ', series.Rates.Select(rate => rate.ToString("0", CultureInfo.InvariantCulture)))} |\n");

    private static void WriteMarks(StringBuilder text, ComparisonResult result)
    {
        var best = result.Best(ComparisonResult.Audited);
        var few = ComparisonResult.Crowds[0];
        var bytes = result.BytesPerCall;
        var slow = result.SlowOf(ComparisonResult.Audited).Rate / result.SlowOf(ComparisonResult.PlainProxy).Rate;
        var added = result.Of(ComparisonResult.Audited, 1).P50 - result.Of(ComparisonResult.PlainProxy, 1).P50;
        text.Append("| mark | measured | floor | goal | summit |\n|---|---|---|---|---|\n");
        Mark(text, "÷ plain proxy, better of 16 and 64 connections", $"{result.Ratio:0.00}", "0.25 | 0.35 | 0.50");
        Mark(text, "÷ plain proxy, 16 connections", $"{result.Of(ComparisonResult.Audited, few).Rate / result.Of(ComparisonResult.PlainProxy, few).Rate:0.00}", "0.19 | 0.26 | 0.40");
        Mark(text, "token walk ÷ password walk", $"{result.TokenRatio:0.00}", "0.90 | – | –");
        Mark(text, "CPU µs per call, service / PostgreSQL", $"{best.ServiceMicroseconds:0} / {best.DatabaseMicroseconds:0}", "145 / 65 | 110 / 48 | 85 / 30");
        Mark(text, "÷ plain proxy, NVİ at 50 ms, 200 callers", $"{slow:0.00}", "0.80 | 0.88 | 0.95");
        Mark(text, "p50 at one connection above the plain proxy's, ms", $"{added:0.00}", "1.7 | 1.0 | 0.6");
        Mark(text, "bytes per call, heap + index", $"{bytes.Heap + bytes.Indexes:0} ({bytes.Heap:0} + {bytes.Indexes:0})", "2100 | 1750 | 1400");
        Mark(text, "bytes of WAL per call", $"{bytes.Wal:0}", "– | – | –");
        text.Append('\n');
    }

    private static void Mark(StringBuilder text, string name, FormattableString measured, string marks) =>
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {measured.ToString(CultureInfo.InvariantCulture)} | {marks} |\n");
}
