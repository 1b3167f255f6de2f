using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kps.Cli.Demo;

/// <summary>
/// <c>demo.json</c>: all a client needs to try the running demonstration. It holds a password in clear, of an invented user at invented
/// data, and is readable by its owner only. No record: its text would show the password.
/// </summary>
internal sealed class DemoFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required DemoUrls Urls { get; init; }

    /// <summary>Absolute path of the PEM file of the CA that signed the gateway's certificate.</summary>
    public required string Ca { get; init; }

    /// <summary>A TCKN, as user names are.</summary>
    public required string Username { get; init; }

    public required string Password { get; init; }

    public required int KurumKodu { get; init; }

    /// <summary>GUID of the application.</summary>
    public required Guid UygulamaKodu { get; init; }

    /// <summary>
    /// One number of each sort of person, by the name of the sort: citizen, blueCard, foreigner, deceased, unknown, invalid, and whatever further sorts
    /// the simulator names.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Samples { get; init; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="CommandException">It is there and cannot be read.</exception>
    public static DemoFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<DemoFile>(File.ReadAllBytes(path), Json);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"Gösterim dosyası okunamadı: {path}", e);
        }
    }

    /// <summary>Reads what the simulator says of its people: a JSON object of texts.</summary>
    public static IReadOnlyDictionary<string, string> ReadSamples(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path), Json)
                ?? throw new CommandException($"Örnek kişiler dosyası boş: {path}");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"Örnek kişiler dosyası okunamadı: {path}", e);
        }
    }

    /// <summary>Writes the file whole or not at all, with mode 0600 from the first byte.</summary>
    public void Write(string path)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(unfinished, options))
        {
            JsonSerializer.Serialize(stream, this, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
