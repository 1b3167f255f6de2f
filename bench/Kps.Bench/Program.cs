using Kps.Bench;
using Kps.Bench.Comparing;
using Kps.Bench.Searching;
using Kps.Bench.Soak;

// Called by ./kps bench, ./kps bench-search and ./kps soak, which start what is measured and write the settings.
try
{
    switch (args)
    {
        case ["compare", var file]:
            return await Comparison.RunAsync(BenchSettings.Read(file));
        case ["search", var file]:
            return await SearchRun.RunAsync(SearchSettings.Read(file));
        case ["soak", var file]:
            return await SoakRun.RunAsync(BenchSettings.Read(file));
        default:
            await Console.Error.WriteLineAsync("usage: Kps.Bench compare|search|soak <settings.json>");
            return 2;
    }
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync($"void: {e.Message}");
    return 1;
}
