using System.CommandLine;
using Kps.Cli.Text;
using Kps.Registry.Tokens;

namespace Kps.Cli.TokenKeys;

/// <summary><c>keys rotate</c>: a new key takes over without anybody noticing; the old one's tokens run out by themselves.</summary>
internal static class RotateKey
{
    // Nodes read a new key within two seconds; two minutes also cover a clock that is off and a node whose database connection is being made anew.
    private static readonly TimeSpan Lead = TimeSpan.FromMinutes(2);

    public static Command Create(CommandContext context)
    {
        var test = new Option<bool>("--test") { Description = "TEST kipindeki geçitlerin anahtarını yeniler; verilmezse üretiminkini." };
        var command = new Command("rotate", "İki dakika sonra imzalamaya başlayan yeni bir anahtar yapar; kimsenin jetonu geçersizleşmez.") { test };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var isTest = parsed.GetValue(test);
            var store = KeysCommand.Store(context, settings);
            using var master = KeysCommand.MasterKey(settings);
            var now = context.Terminal.Time.GetUtcNow();
            var schedule = new KeySchedule(await store.ListAsync(cancellationToken), isTest, now);
            if (schedule.Waiting is { } waiting)
            {
                throw new CommandException(
                    $"Sırada bekleyen bir anahtar zaten var: {KeyWords.Of(waiting)}; {Istanbul.Text(waiting.SignsFrom)} imzalamaya başlayacak.");
            }

            var signer = schedule.Signer;
            var (id, key) = await KeysCommand.AddAsync(store, master, isTest, signer is null ? now : now + Lead, cancellationToken);
            await WriteAsync(context.Terminal.Out, id, key, signer);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteAsync(TextWriter writer, int id, NewTokenKey key, TokenKeyListing? signer)
    {
        await writer.WriteLineAsync($"Yeni anahtar: {KeyWords.Of(id, key.IsTest, key.Fingerprint)}");
        if (signer is null)
        {
            await writer.WriteLineAsync("Bu türde imzalayan başka anahtar yok; hemen imzalamaya başlar.");
            return;
        }

        await writer.WriteLineAsync($"{Istanbul.Text(key.SignsFrom)} imzalamaya başlar; o zamana dek bütün geçitler onu okumuş olur.");
        await writer.WriteLineAsync(
            $"Eskisi {KeyWords.Of(signer)}: o ana dek imzalar, jetonları en geç {Istanbul.Text(key.SignsFrom + RegisteredTokenKey.Overlap)} anına dek kabul edilir.");
        await writer.WriteLineAsync("Kimsenin bir şey yapması gerekmez; hiçbir jeton geçersizleşmez.");
        if (!string.Equals(signer.MasterKeyId, key.MasterKeyId, StringComparison.Ordinal))
        {
            await writer.WriteLineAsync(
                $"DİKKAT: eskisi başka bir ana anahtarla sarılı ({signer.MasterKeyId}); yenisini yalnız {key.MasterKeyId} ana anahtarını kullanan geçitler açabilir.");
        }
    }
}
