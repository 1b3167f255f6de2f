using System.CommandLine;
using System.Security.Cryptography;
using Kps.Audit;
using Kps.Audit.Retention;
using Kps.Audit.Vault;
using Kps.Cli.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Vault;

/// <summary><c>vault rewrap</c>: puts every data key under another master key. The gateways must be able to read with both by then.</summary>
internal static class RewrapVault
{
    public static Command Create(CommandContext context)
    {
        var to = new Option<string>("--to") { Description = "Yeni ana anahtarın dosyası, 32 bayt.", HelpName = "DOSYA", Required = true };
        var reason = ReasonOption.Create("Ana anahtarın neden değiştiği.");
        var command = new Command("rewrap", "Veri anahtarlarını yeni ana anahtarla yeniden sarar.") { to, reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            using var from = settings.OpenMasterKey("Anahtarları yeniden sarmak için");
            using var master = Open(parsed.GetValue(to)!);
            await using var vault = new VaultKeeper(settings.RetentionConnectionString, context.Terminal.Time);
            try
            {
                var done = await vault.RewrapAsync(from, master, Actor.Name, parsed.GetValue(reason)!, cancellationToken);
                await context.Terminal.Out.WriteLineAsync(
                    done is var (keys, islemNo) ? $"{keys} anahtar {master.Id} altına alındı; İşlem No {islemNo}" : $"Bütün anahtarlar zaten {master.Id} altında.");
                await context.Terminal.Out.WriteLineAsync(
                    "Jeton imza anahtarları ayrıdır: düğümler yeni ana anahtarla çalışırken './kps keys rotate' ile yenilenir; eskileri bir gün sonra gereksizdir.");
                return ExitCode.Done;
            }
            catch (RetentionRefusedException e)
            {
                throw RetentionWords.Refused(e);
            }
            catch (CryptographicException e)
            {
                throw new CommandException($"Yapılamadı, hiçbir şey değişmedi: {e.Message}", e);
            }
        });
        return command;
    }

    private static MasterKeyFile Open(string path)
    {
        try
        {
            return MasterKeyFile.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new CommandException($"Yeni ana anahtar okunamadı: {path} (32 bayt olmalı; örneğin: umask 077; openssl rand -out {path} 32)", e);
        }
    }
}
