using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Nvi.Simulator.Host;

/// <summary>Runs one simulator until SIGINT or SIGTERM. Exit codes: 0 stopped, 2 refused to start.</summary>
internal static class SimulatorHost
{
    private const int Refused = 2;

    /// <summary>Runs the process.</summary>
    /// <param name="arguments">Command line, see <see cref="HostSettings"/>.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        NviSimulator simulator;
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddEnvironmentVariables(HostSettings.EnvironmentPrefix)
                .AddCommandLine(arguments)
                .Build();
            var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Production;
            var options = HostSettings.Read(configuration, environment) with
            {
                ConfigureLogging = logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning),
            };
            simulator = await NviSimulator.StartAsync(options).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is FormatException or InvalidOperationException or IOException
            or UnauthorizedAccessException or CryptographicException)
        {
            await Console.Error.WriteLineAsync(refusal.Message).ConfigureAwait(false);
            return Refused;
        }

        await using (simulator.ConfigureAwait(false))
        {
            Console.WriteLine($"sts     {simulator.StsUrl}");
            Console.WriteLine($"router  {simulator.RouterUrl}");
            Console.WriteLine($"control {simulator.ControlUrl}");
            await stop.Task.ConfigureAwait(false);
        }

        return 0;
    }
}
