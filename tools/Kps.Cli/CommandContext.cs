using System.CommandLine;
using Kps.Audit.Acts;
using Kps.Registry.Journal;
using Kps.Registry.Registrar;

namespace Kps.Cli;

/// <summary>What all commands share: the terminal, the settings, read when a command first needs them, and the way into the log.</summary>
/// <param name="terminal">Where the command runs.</param>
internal sealed class CommandContext(Terminal terminal) : IAsyncDisposable
{
    private const int LongestNodeName = 100;

    private readonly List<ActLog> _acts = [];

    /// <summary>The settings file; without it, the one KPS_CLI_CONFIG names.</summary>
    public Option<string?> ConfigOption { get; } = new("--config")
    {
        Description = "Ayar dosyası (JSON); verilmezse KPS_CLI_CONFIG ortam değişkeninin gösterdiği dosya.",
        HelpName = "DOSYA",
        Recursive = true,
    };

    public Terminal Terminal => terminal;

    public Settings Settings(ParseResult parsed) =>
        Cli.Settings.Read(parsed.GetValue(ConfigOption) ?? Environment.GetEnvironmentVariable("KPS_CLI_CONFIG"));

    public RegistryAdmin Registry(ParseResult parsed)
    {
        var settings = Settings(parsed);
        return RegistryAdmin.Create(settings.PanelConnectionString, Journal(settings.PanelConnectionString), terminal.Time);
    }

    /// <summary>Writes acts; connects with the first.</summary>
    /// <param name="connectionString">Of role kps_panel, or of kps_gateway for commands that act as it.</param>
    public ActLog Acts(string connectionString)
    {
        var node = $"kps-cli@{Environment.MachineName}";
        var acts = new ActLog(connectionString, node.Length > LongestNodeName ? node[..LongestNodeName] : node, terminal.Time);
        _acts.Add(acts);
        return acts;
    }

    /// <summary>Takes the registry's changes.</summary>
    public IRegistryJournal Journal(string connectionString) => new ActJournal(Acts(connectionString), Text.Actor.Name);

    public async ValueTask DisposeAsync()
    {
        foreach (var acts in _acts)
        {
            await acts.DisposeAsync();
        }
    }
}
