using System.CommandLine;

namespace Kps.Cli.SealKeys;

/// <summary><c>seal-key</c>: the key that signs the log's checkpoints.</summary>
internal static class SealKeyCommand
{
    public static Command Create(CommandContext context) => new("seal-key", "Kontrol noktalarını imzalayan mühür anahtarı")
    {
        ListSealKeys.Create(context),
        ChangeSealKey.Create(context),
    };
}
