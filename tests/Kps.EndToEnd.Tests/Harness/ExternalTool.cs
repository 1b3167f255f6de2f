using System.ComponentModel;
using System.Diagnostics;

namespace Kps.EndToEnd.Tests.Harness;

/// <summary>A program nobody here wrote, run as a process of its own.</summary>
internal static class ExternalTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Runs it to its end; anything but exit code 0 fails the test with what it complained of.</summary>
    /// <param name="debianPackage">Named when the program is missing: then the test fails, it never skips.</param>
    /// <param name="program">Name or path.</param>
    /// <param name="arguments">No secrets: those go in by <paramref name="input"/>.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="directory">Its working directory.</param>
    /// <returns>Its standard output.</returns>
    public static async Task<string> RunAsync(string debianPackage, string program, string[] arguments, string input, string? directory = null)
    {
        var end = await EndAsync(debianPackage, program, arguments, input, directory);
        Assert.That(end.ExitCode, Is.Zero, $"{program}: {end.Error}\n{end.Output}");
        return end.Output;
    }

    /// <summary>Runs it to its end, whatever that is.</summary>
    /// <param name="debianPackage">As above.</param>
    /// <param name="program">As above.</param>
    /// <param name="arguments">As above.</param>
    /// <param name="input">As above.</param>
    /// <param name="directory">As above.</param>
    /// <param name="environment">Added to the test's own environment.</param>
    public static async Task<ToolEnd> EndAsync(
        string debianPackage, string program, string[] arguments, string input, string? directory = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(debianPackage, program, arguments, directory, environment);
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new ToolEnd(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts it and leaves it running; its three streams are the caller's.</summary>
    /// <param name="debianPackage">As above.</param>
    /// <param name="program">As above.</param>
    /// <param name="arguments">As above.</param>
    /// <param name="directory">As above.</param>
    /// <param name="environment">As above.</param>
    public static Process Start(
        string debianPackage, string program, string[] arguments, string? directory, IReadOnlyDictionary<string, string>? environment)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? AppContext.BaseDirectory,
        };

        // A proxy of the machine has no business between two loopback addresses.
        foreach (var variable in new[] { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" })
        {
            info.Environment.Remove(variable);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception missing)
        {
            throw new AssertionException($"{program} is not installed (Debian package {debianPackage}); run the tests through ./kps test, which installs it.", missing);
        }
    }
}
