using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Operations are told apart by their whole names.
const int LongestName = 50;

// In process: the house's build settings (lock files, central versions, warnings as errors) would bind a generated project too.
// With --job (and then --inProcess) it is the command line that says how thoroughly to measure.
var config = DefaultConfig.Instance
    .AddDiagnoser(MemoryDiagnoser.Default)
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LongestName));
if (!args.Contains("--job"))
{
    config = config.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
}

BenchmarkSwitcher.FromAssembly(typeof(Kps.Benchmarks.AuditBenchmarks).Assembly).Run(args, config);
