using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In process: the house's build settings (lock files, central versions, warnings as errors) would bind a generated project too.
// With --job (and then --inProcess) it is the command line that says how thoroughly to measure.
var config = DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default);
if (!args.Contains("--job"))
{
    config = config.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
}

BenchmarkSwitcher.FromAssembly(typeof(Kps.Benchmarks.AuditBenchmarks).Assembly).Run(args, config);
