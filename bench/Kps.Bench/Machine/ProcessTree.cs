using System.Globalization;

namespace Kps.Bench.Machine;

/// <summary>Processor time of a process and all that descend from it, from /proc.</summary>
internal static class ProcessTree
{
    /// <summary>USER_HZ, the unit of /proc/PID/stat: 100 on every architecture .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>User and system time so far, ended children included.</summary>
    /// <param name="root">Process id.</param>
    /// <exception cref="BenchException">The process is gone.</exception>
    public static TimeSpan CpuTime(int root)
    {
        var all = new Dictionary<int, (int Parent, long Ticks)>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Read(pid) is { } found)
            {
                all[pid] = found;
            }
        }

        if (!all.ContainsKey(root))
        {
            throw new BenchException($"process {root} has ended");
        }

        return TimeSpan.FromSeconds(all.Where(entry => Descends(entry.Key, root, all)).Sum(entry => entry.Value.Ticks) / TicksPerSecond);
    }

    private static bool Descends(int pid, int root, Dictionary<int, (int Parent, long Ticks)> all)
    {
        while (pid != root)
        {
            if (!all.TryGetValue(pid, out var found))
            {
                return false;
            }

            pid = found.Parent;
        }

        return true;
    }

    /// <summary>Null when the process has ended meanwhile.</summary>
    private static (int Parent, long Ticks)? Read(int pid)
    {
        string text;
        try
        {
            text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        }
        catch (IOException)
        {
            return null;
        }

        // proc(5): the name, in parentheses, may hold anything; state is field 3, ppid 4, utime 14, stime, cutime and cstime follow.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return ((int)Field(fields, 4), Field(fields, 14) + Field(fields, 15) + Field(fields, 16) + Field(fields, 17));
    }

    private static long Field(string[] fields, int number) => long.Parse(fields[number - 3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
