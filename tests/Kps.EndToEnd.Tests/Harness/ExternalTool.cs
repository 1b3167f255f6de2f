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
        using var process = Start(debianPackage, program, arguments, directory);
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            Assert.That(process.ExitCode, Is.Zero, $"{program}: {await error}\n{await output}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string debianPackage, string program, string[] arguments, string? directory)
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
