using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Kps.Bench.Requests;

namespace Kps.Bench.Load;

/// <summary>Runs wrk with our script.</summary>
internal sealed class Wrk
{
    /// <summary>Longest measurement: the time on the messages is that of the run's start and callers' clocks may be off by five minutes.</summary>
    public const int MostSeconds = 240;

    private const int TailSeconds = 1;
    private const int ResultFields = 6;

    private readonly string _path;
    private readonly string _script;
    private readonly string _numbers;
    private readonly string _work;

    /// <summary>Writes script and numbers into the work directory.</summary>
    public Wrk(BenchSettings settings)
    {
        _path = settings.Wrk ?? throw new BenchException("wrk is missing from the settings");
        _work = settings.Work;
        _script = Path.Combine(_work, "post.lua");
        _numbers = Path.Combine(_work, "numbers");
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream("post.lua")!;
        using var copy = File.Create(_script);
        script.CopyTo(copy);
        File.WriteAllLines(_numbers, InventedNumbers.All);
    }

    /// <summary>Runs once.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="message">Template, see <see cref="MessageTemplate"/>.</param>
    /// <param name="connections">Keep-alive connections, each with one request under way.</param>
    /// <param name="seconds">How long to ask.</param>
    /// <exception cref="BenchException">wrk could not do it.</exception>
    public async Task<WrkResult> RunAsync(Uri url, string message, int connections, int seconds)
    {
        var file = Path.Combine(_work, "message.xml");
        await File.WriteAllTextAsync(file, message);
        var start = new ProcessStartInfo(_path)
        {
            ArgumentList =
            {
                "-t", "1", "-c", connections.ToString(CultureInfo.InvariantCulture),
                "-d", string.Create(CultureInfo.InvariantCulture, $"{seconds + TailSeconds}s"), "-s", _script, url.ToString(),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KPS_MESSAGE"] = file;
        start.Environment["KPS_NUMBERS"] = _numbers;
        start.Environment["KPS_TYPE"] = MessageTemplate.ContentType;
        start.Environment["KPS_SECONDS"] = seconds.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start) ?? throw new BenchException("wrk did not start");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith("RESULT ", StringComparison.Ordinal));
        var fields = line?.Split(' ');
        if (process.ExitCode != 0 || fields is not { Length: ResultFields })
        {
            throw new BenchException($"wrk ended with {process.ExitCode}: {await errors} {output}");
        }

        return new WrkResult(Number(fields[1]), seconds, Microseconds(fields[2]), Microseconds(fields[3]), Number(fields[4]), Number(fields[5]));
    }

    private static long Number(string field) => long.Parse(field, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static TimeSpan Microseconds(string field) => TimeSpan.FromMicroseconds(Number(field));
}
