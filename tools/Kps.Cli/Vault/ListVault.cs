using System.CommandLine;
using System.Globalization;
using Kps.Audit.Vault;
using Kps.Cli.Text;

namespace Kps.Cli.Vault;

/// <summary><c>vault list</c>.</summary>
internal static class ListVault
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Anahtarları gösterir, yok edilenlerle birlikte.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var vault = new VaultKeeper(context.Settings(parsed).RetentionConnectionString, context.Terminal.Time);
            var table = new Table("No", "Amaç", "Dönem", "Ana anahtar", "Yapıldı", "Durum");
            foreach (var key in await vault.ListAsync(cancellationToken))
            {
                table.Add(
                    key.Id.ToString(CultureInfo.InvariantCulture),
                    key.IsBodyKey ? "gövde" : "kişi",
                    key.IsBodyKey ? MonthOption.Text(key.Period) : key.Period.Year.ToString(CultureInfo.InvariantCulture),
                    key.MasterKeyId,
                    Istanbul.Text(key.MadeAt),
                    key.DestroyedAt is { } at ? $"yok edildi {Istanbul.Text(at)}" : "kullanımda");
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
