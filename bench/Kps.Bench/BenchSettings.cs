using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kps.Bench;

/// <summary>What the script has started and how long to measure. Written by scripts/bench.sh, read once.</summary>
internal sealed record BenchSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Path of wrk; not needed for the soak.</summary>
    public string? Wrk { get; init; }

    /// <summary>An empty directory of ours.</summary>
    public required string Work { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string Result { get; init; }

    /// <summary>demo.json of <c>prepare-demo</c>: user, password, institution, application.</summary>
    public required string Demo { get; init; }

    /// <summary>The audited query.</summary>
    public required Target Gateway { get; init; }

    /// <summary>Our plain proxy; not needed for the soak.</summary>
    public Target? PlainProxy { get; init; }

    /// <summary>nginx; not needed for the soak.</summary>
    public Target? Nginx { get; init; }

    /// <summary>Base of the simulator's control door, ending in <c>/control/</c>.</summary>
    public required Uri SimulatorControl { get; init; }

    /// <summary>Process id of the postmaster.</summary>
    public required int PostgresqlPid { get; init; }

    /// <summary>Connection string of the superuser, without password.</summary>
    public required string Superuser { get; init; }

    /// <summary>Interleaved rounds.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Length of one measurement.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Length of each system's warm-up; 15 at least, or the just-in-time compiler is measured.</summary>
    public int WarmUpSeconds { get; init; } = 15;

    /// <summary>Length of the soak.</summary>
    public int Minutes { get; init; } = 30;

    /// <summary>Calls per second of the soak.</summary>
    public int Rate { get; init; } = 200;

    /// <summary>Reads the file.</summary>
    /// <exception cref="BenchException">It cannot be read.</exception>
    public static BenchSettings Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BenchSettings>(File.ReadAllBytes(path), Json) ?? throw new BenchException($"{path} is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BenchException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
