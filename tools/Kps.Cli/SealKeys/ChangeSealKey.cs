using System.CommandLine;
using System.Security.Cryptography;
using Kps.Audit.Retention;
using Kps.Audit.Sequencing;
using Kps.Cli.Retention;
using Kps.Cli.Text;
using Kps.Evidence.Notes;

namespace Kps.Cli.SealKeys;

/// <summary><c>seal-key change</c>: records the successor before any node starts with it.</summary>
internal static class ChangeSealKey
{
    public static Command Create(CommandContext context)
    {
        var to = new Option<string>("--to") { Description = "Yeni anahtarın dosyası (P-256, PKCS#8, PEM).", HelpName = "DOSYA", Required = true };
        var reason = ReasonOption.Create("Anahtarın neden değiştiği.");
        var lost = new Option<string?>("--former")
        {
            Description = "Şimdiki anahtarın doğrulama anahtarı (/health/status, tree.verifierKey); yalnız anahtar dosyası kaybolduysa.",
            HelpName = "ANAHTAR",
        };
        var command = new Command("change", "Mühür anahtarının değişeceğini denetim izine yazar; düğümler ondan sonra yeni anahtarla başlatılır.") { to, reason, lost };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var former = await FormerAsync(settings, parsed.GetValue(lost), cancellationToken);
            using var successor = await OpenAsync(parsed.GetValue(to)!, cancellationToken);
            await using var keys = new SealingKeyBook(settings.RetentionConnectionString, context.Terminal.Time);
            try
            {
                var change = await keys.ChangeAsync(former, successor.PublicKey, Actor.Name, parsed.GetValue(reason)!, cancellationToken);
                await context.Terminal.Out.WriteLineAsync($"Yazıldı: İşlem No {change.IslemNo}. {change.Size} yapraktan sonra mühürleyebilecek anahtar:");
                await context.Terminal.Out.WriteLineAsync(change.VerifierKey);
                await context.Terminal.Out.WriteLineAsync(
                    "Bu işlem mühürlenince (./kps audit) düğümleri Sequencer:SigningKeyFile yeni anahtarı gösterecek biçimde tek tek yeniden başlatın; denetçilere iki anahtarı da verin.");
                return ExitCode.Done;
            }
            catch (RetentionRefusedException e)
            {
                throw RetentionWords.Refused(e);
            }
            catch (InvalidOperationException e)
            {
                throw new CommandException($"Yapılamadı: {e.Message}", e);
            }
        });
        return command;
    }

    private static async Task<ReadOnlyMemory<byte>> FormerAsync(Settings settings, string? verifierKey, CancellationToken cancellationToken)
    {
        if (verifierKey is null)
        {
            using var key = await OpenAsync(settings.SealingKeyFile, cancellationToken);
            return key.PublicKey;
        }

        try
        {
            using var verifier = NoteVerifier.Parse(verifierKey);
            return verifier.PublicKey;
        }
        catch (FormatException e)
        {
            throw new CommandException("--former bir doğrulama anahtarı değil (ad+kimlik+base64).", e);
        }
    }

    private static async Task<EcdsaNoteKey> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return EcdsaNoteKey.FromPem(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CommandException(
                $"Mühür anahtarı okunamadı: {path} (örneğin: umask 077; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out {path})", e);
        }
    }
}
