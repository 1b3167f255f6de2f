using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Kps.TestSupport;

/// <summary>
/// A private PostgreSQL cluster of the installed binaries, one per test process, on a free loopback port, gone with the process.
/// PostgreSQL refuses to run as root; then it runs as <c>nobody</c>.
/// </summary>
public sealed class TestCluster : IDisposable
{
    private static readonly Lazy<Task<TestCluster>> SharedCluster = new(() => StartNewAsync());

    private readonly string _directory;
    private readonly string _password;
    private Process? _server;

    private TestCluster(string directory, string password, int port)
    {
        _directory = directory;
        _password = password;
        Port = port;
    }

    public int Port { get; }

    /// <summary>False after the server died of itself or was stopped.</summary>
    public bool IsRunning => _server is { HasExited: false };

    /// <summary>Superuser connection to the maintenance database.</summary>
    public string SuperuserConnectionString => ConnectionString("postgres", "postgres");

    /// <summary>The process's one cluster; tests that stop or restart a server take <see cref="StartNewAsync"/> instead.</summary>
    public static Task<TestCluster> SharedAsync() => SharedCluster.Value;

    /// <summary>Where clusters are kept when nobody says otherwise; <c>./kps test</c> names a directory of its own and sweeps it.</summary>
    public static string Ground => Environment.GetEnvironmentVariable("KPS_TEST_DIR") ?? "/var/tmp";

    /// <summary>Makes and starts a cluster of one's own.</summary>
    /// <param name="ground">Directory to make it in, for a test that needs a volume of its own.</param>
    public static async Task<TestCluster> StartNewAsync(string? ground = null)
    {
        var directory = Path.Combine(ground ?? Ground, "kps-test-" + Guid.NewGuid().ToString("N")[..12]);
        var password = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(directory);
        var passwordFile = Path.Combine(directory, "password");
        await File.WriteAllTextAsync(passwordFile, password);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", "nobody:nogroup", directory);
        }

        await RunAsPostgresAsync(
            Binary("initdb"), "-D", Path.Combine(directory, "data"), "-U", "postgres", "--data-checksums", "-E", "UTF8", "--locale=C.UTF-8",
            "--auth=scram-sha-256", "--pwfile", passwordFile, "--no-sync");
        var cluster = new TestCluster(directory, password, FreePort());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        await cluster.StartAsync();
        return cluster;
    }

    public string ConnectionString(string user, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = user,
            Password = _password,
            Database = database,
            Timeout = 10,
            IncludeErrorDetail = false,
        }.ConnectionString;

    public async Task StartAsync()
    {
        var (file, arguments) = Unprivileged(
            Binary("postgres"), "-D", Path.Combine(_directory, "data"), "-p", Port.ToString(), "-k", _directory, "-c", "listen_addresses=127.0.0.1",
            "-c", "max_connections=200", "-c", "logging_collector=on", "-c", "log_directory=../log");
        var info = new ProcessStartInfo(file) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        _server = Process.Start(info)!;
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(SuperuserConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_server.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Stops the server as a power cut would leave it.</summary>
    public Task StopAsync() => SignalAsync("immediate");

    /// <summary>Stops the server cleanly, closing sessions.</summary>
    public Task StopCleanlyAsync() => SignalAsync("fast");

    /// <summary>SIGKILL to the postmaster alone; returns when its orphans have noticed and are gone, as they must be before the next start.</summary>
    public async Task KillAsync()
    {
        var postmaster = _server!.Id;
        var children = (await File.ReadAllTextAsync($"/proc/{postmaster}/task/{postmaster}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _server.Kill();
        await _server.WaitForExitAsync();
        for (var attempt = 0; attempt < 600 && children.Any(IsAlive); attempt++)
        {
            await Task.Delay(50);
        }
    }

    /// <summary>Everything the server has written to its own log.</summary>
    public string ReadServerLog() =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(_directory, "log")).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            StopAsync().GetAwaiter().GetResult();
        }

        _server?.Dispose();
        _server = null;
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A zombie nobody reaps counts as gone: it holds no memory of the server any more.</summary>
    private static bool IsAlive(string pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')')..] is not [_, _, 'Z', ..];
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string mode)
    {
        await RunAsPostgresAsync(Binary("pg_ctl"), "-D", Path.Combine(_directory, "data"), "stop", "-m", mode, "-w");
        await _server!.WaitForExitAsync();
    }

    private static string Binary(string name)
    {
        var root = "/usr/lib/postgresql";
        var newest = Directory.Exists(root) ? Directory.GetDirectories(root).Order(StringComparer.Ordinal).LastOrDefault() : null;
        var path = newest is null ? name : Path.Combine(newest, "bin", name);
        return File.Exists(path) ? path : throw new InvalidOperationException("PostgreSQL is not installed; run the tests through ./kps test, which installs it.");
    }

    private static Task RunAsPostgresAsync(params string[] command)
    {
        var (file, arguments) = Unprivileged(command);
        return RunAsync(file, arguments);
    }

    private static (string File, string[] Arguments) Unprivileged(params string[] command) =>
        Environment.IsPrivilegedProcess
            ? ("setpriv", ["--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--", .. command])
            : (command[0], command[1..]);

    private static async Task RunAsync(string file, params string[] arguments)
    {
        var info = new ProcessStartInfo(file) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} exited with {process.ExitCode}: {error}");
        }
    }
}
