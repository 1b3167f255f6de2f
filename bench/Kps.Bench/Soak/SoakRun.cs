using System.Diagnostics;
using Kps.Bench.Database;
using Kps.Bench.Machine;
using Kps.Bench.Requests;

namespace Kps.Bench.Soak;

/// <summary>Keeps the gateway under a steady load and watches that nothing grows.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>Runs, reports.</summary>
    /// <returns>0 when nothing grows and every answer is in the log.</returns>
    public static async Task<int> RunAsync(BenchSettings settings)
    {
        await using var log = new LogBook(settings.Superuser);
        var before = await log.RowsAsync();
        using var load = new SteadyLoad(settings.Gateway.Url, CallerIdentity.Read(settings.Demo), settings.Rate);
        using var watch = new ProcessWatch(settings.Gateway);
        var samples = new List<Sample>();
        var started = Stopwatch.GetTimestamp();
        var asking = load.RunAsync(TimeSpan.FromMinutes(settings.Minutes));
        while (!asking.IsCompleted)
        {
            await Task.WhenAny(asking, Task.Delay(Step));
            samples.Add(await watch.TakeAsync(Stopwatch.GetElapsedTime(started)));
            Say(samples[^1], load);
        }

        await asking;
        var after = await log.RowsAsync();
        var result = new SoakResult
        {
            Samples = samples,
            P99ByMinute = load.P99ByMinute,
            Answers = load.Answers,
            Failures = load.Failures,
            Rows = new LogRows(after.All - before.All, after.Intents - before.Intents, after.Answered - before.Answered),
        };
        var report = SoakReport.Write(result, settings, $"{MachineFacts.Describe()}; PostgreSQL {await log.VersionAsync()}.", TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(settings.Result, report);
        return result.Objections().Any() ? 1 : 0;
    }

    private static void Say(Sample sample, SteadyLoad load) => Console.WriteLine(FormattableString.Invariant(
        $"{sample.At.TotalMinutes,6:0.0} min: {load.Answers} answers, {load.Failures} failures, {sample.Handles} handles, {sample.Threads} threads, {sample.Resident:0.0} MiB"));
}
