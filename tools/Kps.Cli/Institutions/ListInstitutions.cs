using System.CommandLine;
using System.Globalization;
using Kps.Cli.Text;

namespace Kps.Cli.Institutions;

/// <summary><c>institution list</c>.</summary>
internal static class ListInstitutions
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "Kurumları listeler, kapalı olanlar dahil.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new Table("Kurum kodu", "Durum", "İl", "Ad");
            foreach (var row in await context.Registry(parsed).ListInstitutionsAsync(cancellationToken))
            {
                table.Add(row.KurumKodu.ToString(CultureInfo.InvariantCulture), row.Durum.ToString(), row.Il, row.Ad);
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
