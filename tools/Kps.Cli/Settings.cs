using System.Globalization;
using Kps.Audit;
using Kps.Audit.Retention;
using Kps.Audit.Sequencing;
using Microsoft.Extensions.Configuration;

namespace Kps.Cli;

/// <summary>Where the commands find the database, the master key and the demonstration. Each command asks only for what it needs.</summary>
internal sealed class Settings
{
    private readonly IConfiguration _configuration;

    private Settings(IConfiguration configuration) => _configuration = configuration;

    /// <summary>Role kps_panel: writes the registry, reads the log's views.</summary>
    public string PanelConnectionString => Required("Panel:ConnectionString");

    /// <summary>Role kps_gateway, for the keys of the token door and the log's row of a re-base. The key is the gateway's own, so its configuration file serves as settings.</summary>
    public string GatewayConnectionString => Required("Registry:ConnectionString");

    /// <summary>A role that may create roles and act as the owners.</summary>
    public string MigrationConnectionString => Required("Migration:ConnectionString");

    /// <summary>Role kps_retention.</summary>
    public string RetentionConnectionString => Required("Retention:ConnectionString");

    /// <summary>Years the log is kept: eight, more where the operator says so, fewer only where he says that he means it.</summary>
    public int RetentionYears
    {
        get
        {
            var text = _configuration["Retention:Years"] ?? RetentionTerm.LegalYears.ToString(CultureInfo.InvariantCulture);
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < 1 or > RetentionTerm.MaxYears)
            {
                throw new CommandException($"Retention:Years 1 ile {RetentionTerm.MaxYears} arasında bir tam sayı olmalı.");
            }

            return years >= RetentionTerm.LegalYears || AllowsShorterRetention
                ? years
                : throw new CommandException($"Retention:Years {RetentionTerm.LegalYears} yıldan az; bilerek isteniyorsa Retention:AllowShorter=true da verilmeli.");
        }
    }

    /// <summary>The operator means a term below the law's.</summary>
    public bool AllowsShorterRetention => string.Equals(_configuration["Retention:AllowShorter"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The sequencer's own section of the gateway's configuration, for a re-base alone.</summary>
    public SequencerOptions Sequencer => new()
    {
        ConnectionString = Required("Sequencer:ConnectionString"),
        Origin = Required("Sequencer:Origin"),
        PublishedFile = Required("Sequencer:PublishedFile"),
    };

    /// <summary>The key that signs checkpoints now, for its change alone.</summary>
    public string SealingKeyFile => Required("Sequencer:SigningKeyFile");

    /// <summary>What <c>./kps run</c> tells a client: addresses, CA, user. Null where there is no demonstration.</summary>
    public string? DemoFile => _configuration["Demo:File"];

    /// <summary>The demonstration's CA where the user that runs the commands can read it; the one in <see cref="DemoFile"/> is for everybody else.</summary>
    public string? DemoCaFile => _configuration["Demo:CaFile"];

    /// <summary>Reads a settings file; environment variables (<c>Panel__ConnectionString</c>) come after it.</summary>
    /// <param name="path">JSON file; null when none was named.</param>
    /// <returns>The settings, unchecked until asked for.</returns>
    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static Settings Read(string? path)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            if (path is not null)
            {
                builder.AddJsonFile(Path.GetFullPath(path), optional: false, reloadOnChange: false);
            }

            return new Settings(builder.AddEnvironmentVariables().Build());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CommandException($"Ayar dosyası okunamadı: {path}", e);
        }
    }

    /// <summary>Opens the files of the master key and of the former ones; only who may open bodies and make keys can read it.</summary>
    /// <param name="purpose">What for: begins the sentence that is said when it cannot be read.</param>
    /// <returns>The key; the caller's to dispose.</returns>
    /// <exception cref="CommandException">It is not named or cannot be read.</exception>
    public MasterKeyRing OpenMasterKey(string purpose)
    {
        var path = Required("Audit:MasterKeyFile");
        try
        {
            return MasterKeyRing.Open(path, _configuration.GetSection("Audit:FormerMasterKeyFiles").GetChildren().Select(one => one.Value ?? string.Empty));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new CommandException($"{purpose} ana anahtar gerekir; okunamadı: {path}", e);
        }
    }

    private string Required(string key) =>
        _configuration[key] is { Length: > 0 } value ? value : throw new CommandException($"Ayarlarda {key} yok (--config ile bir ayar dosyası verin).");
}
