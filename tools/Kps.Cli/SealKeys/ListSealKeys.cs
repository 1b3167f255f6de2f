using System.CommandLine;
using System.Globalization;
using Kps.Audit.Sequencing;
using Kps.Cli.Text;

namespace Kps.Cli.SealKeys;

/// <summary><c>seal-key list</c>: what an auditor is given beside the present key.</summary>
internal static class ListSealKeys
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Mühür anahtarının değişikliklerini gösterir; ilk anahtar sürüyorsa liste boştur.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var keys = new SealingKeyBook(context.Settings(parsed).RetentionConnectionString, context.Terminal.Time);
            var table = new Table("Tarih", "Yaprak", "İşlem No", "Önceki anahtar", "Yeni anahtar");
            foreach (var change in await keys.ListAsync(cancellationToken))
            {
                table.Add(
                    Istanbul.Text(change.At), change.Size.ToString(CultureInfo.InvariantCulture), change.IslemNo.ToString(), change.FormerVerifierKey, change.VerifierKey);
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
