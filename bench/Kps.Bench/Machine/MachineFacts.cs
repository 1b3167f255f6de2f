using System.Globalization;
using System.Runtime.InteropServices;

namespace Kps.Bench.Machine;

/// <summary>What a result must say of the machine it was measured on. No host name.</summary>
internal static class MachineFacts
{
    /// <summary>One line: processor, cores, memory, kernel, .NET.</summary>
    public static string Describe()
    {
        var model = Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = long.Parse((Line("/proc/meminfo", "MemTotal") ?? "0 kB").Split(' ')[0], CultureInfo.InvariantCulture) / (1024 * 1024);
        var kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{model}, {Environment.ProcessorCount} cores, {memory} GiB; Linux {kernel}; {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>The load averages of 1, 5 and 15 minutes: other people's work shows here.</summary>
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);

    private static string? Line(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
