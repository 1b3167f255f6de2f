using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kps.Bench.Searching;

/// <summary>What the script has prepared for the search. Written by scripts/bench.sh, read once.</summary>
internal sealed record SearchSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Where the report goes.</summary>
    public required string Result { get; init; }

    /// <summary>Connection string of kps_gateway.</summary>
    public required string Gateway { get; init; }

    /// <summary>Connection string of kps_panel.</summary>
    public required string Panel { get; init; }

    /// <summary>Connection string of the superuser.</summary>
    public required string Superuser { get; init; }

    /// <summary>The master key of the log.</summary>
    public required string MasterKeyFile { get; init; }

    /// <summary>Calls to write; two rows each but for refusals.</summary>
    public int Calls { get; init; } = 600_000;

    /// <summary>Months they are spread over, the present one included.</summary>
    public int Months { get; init; } = 4;

    /// <summary>Reads the file.</summary>
    /// <exception cref="BenchException">It cannot be read.</exception>
    public static SearchSettings Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SearchSettings>(File.ReadAllBytes(path), Json) ?? throw new BenchException($"{path} is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BenchException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
