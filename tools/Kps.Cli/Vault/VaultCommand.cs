using System.CommandLine;

namespace Kps.Cli.Vault;

/// <summary><c>vault</c>: the data keys of the log.</summary>
internal static class VaultCommand
{
    public static Command Create(CommandContext context) => new("vault", "Denetim izinin veri anahtarları")
    {
        ListVault.Create(context),
        RewrapVault.Create(context),
    };
}
