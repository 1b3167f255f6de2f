using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Kps.EndToEnd.Tests.Harness;

namespace Kps.EndToEnd.Tests.Outage;

/// <summary>The gateway's own program in a process of its own, so that it can be killed.</summary>
internal sealed class GatewayProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private GatewayProcess(Process process, Uri router)
    {
        (_process, RouterUrl) = (process, router);
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? string.Empty);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri RouterUrl { get; }

    public int Id => _process.Id;

    /// <summary>What it has said on standard output and error.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Starts one and waits until it is ready.</summary>
    public static async Task<GatewayProcess> StartAsync(TestEnvironment house, int port, params string[] settings)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Kps.Gateway.dll"), .. house.GatewayArguments(port, settings)];
        var info = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var gateway = new GatewayProcess(Process.Start(info)!, new UriBuilder(house.RouterUrl) { Port = port }.Uri);
        try
        {
            await gateway.WaitUntilReadyAsync(house.Http);
            return gateway;
        }
        catch
        {
            gateway.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: no goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an operator or systemd stops it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(TimeSpan limit)
    {
        await ExternalTool.RunAsync("procps", "kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)], string.Empty);
        using var end = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(end.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(HttpClient http)
    {
        for (var attempt = 0; ; attempt++)
        {
            Assert.That(attempt < 300 && !_process.HasExited, Is.True, string.Join('\n', _output));
            try
            {
                using var ready = await http.GetAsync(new Uri(RouterUrl, "/health/ready"));
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (attempt < 299)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }
    }
}
