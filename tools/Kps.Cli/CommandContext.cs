using System.CommandLine;
using Kps.Registry.Registrar;

namespace Kps.Cli;

/// <summary>What all commands share: the terminal and the settings, read when a command first needs them.</summary>
/// <param name="terminal">Where the command runs.</param>
internal sealed class CommandContext(Terminal terminal)
{
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

    public RegistryAdmin Registry(ParseResult parsed) => RegistryAdmin.Create(Settings(parsed).PanelConnectionString, terminal.Time);
}
