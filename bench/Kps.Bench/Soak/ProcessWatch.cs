using System.Globalization;

namespace Kps.Bench.Soak;

/// <summary>Looks at the gateway's process from outside: /proc, and its metrics page where there is one.</summary>
internal sealed class ProcessWatch(Target gateway) : IDisposable
{
    private const string HeapMetric = "dotnet_gc_last_collection_heap_size";
    private const double KibiPerMebi = 1024;
    private const double BytesPerMebi = 1024 * 1024;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string _proc = string.Create(CultureInfo.InvariantCulture, $"/proc/{gateway.Pid}");

    /// <summary>Takes a sample.</summary>
    /// <param name="at">Since the start.</param>
    /// <exception cref="BenchException">The process is gone.</exception>
    public async Task<Sample> TakeAsync(TimeSpan at)
    {
        try
        {
            var status = await File.ReadAllLinesAsync(_proc + "/status");
            return new Sample(
                at,
                Directory.EnumerateFileSystemEntries(_proc + "/fd").Count(),
                (int)Number(status, "Threads:"),
                Number(status, "VmRSS:") / KibiPerMebi,
                await HeapAsync());
        }
        catch (IOException e)
        {
            throw new BenchException("the gateway has ended", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static double Number(string[] lines, string key)
    {
        var line = Array.Find(lines, line => line.StartsWith(key, StringComparison.Ordinal)) ?? throw new BenchException($"/proc has no {key}");
        return double.Parse(line[key.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private async Task<double?> HeapAsync()
    {
        using var answer = await _http.GetAsync(new Uri(gateway.Url, "/metrics"));
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        var values = (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.StartsWith(HeapMetric, StringComparison.Ordinal))
            .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .ToList();
        return values.Count == 0 ? null : values.Sum() / BytesPerMebi;
    }
}
