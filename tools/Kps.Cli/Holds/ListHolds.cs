using System.CommandLine;
using System.Globalization;
using Kps.Cli.Text;

namespace Kps.Cli.Holds;

/// <summary><c>hold list</c>.</summary>
internal static class ListHolds
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Tutmaları gösterir, kaldırılanlarla birlikte.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var holds = HoldCommand.Book(context.Settings(parsed), context.Terminal.Time);
            var table = new Table("No", "İlk ay", "Son ay", "Evrak", "Kondu", "Durum", "Neden");
            foreach (var hold in await holds.ListAsync(cancellationToken))
            {
                table.Add(
                    hold.Id.ToString(CultureInfo.InvariantCulture),
                    MonthOption.Text(hold.First),
                    MonthOption.Text(hold.Last),
                    hold.FileNo ?? "-",
                    Istanbul.Text(hold.PlacedAt),
                    hold.LiftedAt is { } lifted ? $"kaldırıldı {Istanbul.Text(lifted)}" : "tutuyor",
                    hold.LiftedReason is { } why ? $"{hold.Reason}; kaldırma: {why}" : hold.Reason);
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
