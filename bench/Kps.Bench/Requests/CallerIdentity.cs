using System.Text.Json;

namespace Kps.Bench.Requests;

/// <summary>The invented user the script has made. A class, so that no text of it shows the password.</summary>
internal sealed class CallerIdentity
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required string Username { get; init; }

    public required string Password { get; init; }

    public required int KurumKodu { get; init; }

    public required Guid UygulamaKodu { get; init; }

    /// <summary>Reads demo.json.</summary>
    /// <exception cref="BenchException">It cannot be read.</exception>
    public static CallerIdentity Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CallerIdentity>(File.ReadAllBytes(path), Json) ?? throw new BenchException($"{path} is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BenchException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
