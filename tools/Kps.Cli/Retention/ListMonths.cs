using System.CommandLine;
using Kps.Audit.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Retention;

/// <summary><c>retention list</c>: every month of the log, and what becomes of it.</summary>
internal static class ListMonths
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Denetim izinin aylarını gösterir.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            await using var keeper = new MonthKeeper(settings.RetentionConnectionString, settings.RetentionYears, context.Terminal.Time);
            var table = new Table("Ay", "Satır", "Boyut", "Mühür", "Damga", "Süre sonu", "Durum");
            foreach (var month in await keeper.ListAsync(cancellationToken))
            {
                table.Add(
                    RetentionWords.Month(month.Month),
                    RetentionWords.Rows(month),
                    RetentionWords.Size(month.Bytes),
                    month.IsSealed ? "tam" : "eksik",
                    month.IsStamped switch { true => "var", false => "yok", null => "-" },
                    Istanbul.Text(month.DueAt),
                    RetentionWords.State(month));
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
