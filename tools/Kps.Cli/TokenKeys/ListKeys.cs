using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.TokenKeys;

/// <summary><c>keys list</c>: both kinds, in the order in which they begin to sign.</summary>
internal static class ListKeys
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Anahtarları, ne zaman imzaladıklarını ve ne zamana dek kabul edildiklerini listeler.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var keys = await KeysCommand.Store(context, context.Settings(parsed)).ListAsync(cancellationToken);
            var now = context.Terminal.Time.GetUtcNow();
            var table = new Table("No", "Tür", "Parmak izi", "İmza başlangıcı", "Kabul sonu", "Durum");
            foreach (var key in keys)
            {
                var schedule = new KeySchedule(keys, key.IsTest, now);
                table.Add(
                    KeyWords.Id(key.Id), KeyWords.Kind(key.IsTest), KeyWords.Fingerprint(key.Fingerprint), Istanbul.Text(key.SignsFrom),
                    schedule.AcceptedUntil(key) is { } end ? Istanbul.Text(end) : "yeni anahtara dek", schedule.StateOf(key));
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
