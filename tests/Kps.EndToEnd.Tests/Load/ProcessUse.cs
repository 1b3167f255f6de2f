using System.Globalization;

namespace Kps.EndToEnd.Tests.Load;

/// <summary>What a gateway under load takes of the machine, watched until disposed.</summary>
internal sealed class ProcessUse : IAsyncDisposable
{
    private const int EstablishedState = 1;

    private readonly CancellationTokenSource _stopping = new();
    private readonly int _process;
    private readonly int _nviPort;
    private readonly Task _watching;

    private ProcessUse(int process, int nviPort)
    {
        (_process, _nviPort) = (process, nviPort);
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Most threads seen.</summary>
    public int Threads { get; private set; }

    /// <summary>Most open connections to NVİ's router seen, those of every client on this machine.</summary>
    public int NviConnections { get; private set; }

    public static ProcessUse Watch(int process, int nviPort) => new(process, nviPort);

    /// <summary>Ends the watch; the maxima stay.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            Threads = Math.Max(Threads, Directory.GetDirectories($"/proc/{_process}/task").Length);
            NviConnections = Math.Max(NviConnections, File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6")).Count(IsToNvi));
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private bool IsToNvi(string line)
    {
        // sl local_address rem_address st …, numbers in hexadecimal.
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 3
            && fields[2].Split(':') is [_, var port]
            && int.TryParse(port, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var remote) && remote == _nviPort
            && int.TryParse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var state) && state == EstablishedState;
    }
}
