namespace Kps.Bench.Soak;

internal static class SoakRun
{
    public static Task<int> RunAsync(BenchSettings settings) => Task.FromResult(settings.Minutes);
}
