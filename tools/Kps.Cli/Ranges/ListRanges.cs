using System.CommandLine;
using System.Globalization;
using Kps.Cli.Text;

namespace Kps.Cli.Ranges;

/// <summary><c>range list</c>.</summary>
internal static class ListRanges
{
    public static Command Create(CommandContext context)
    {
        var kurum = new Option<int?>("--kurum") { Description = "Yalnız bu kurumunkiler." };
        var command = new Command("list", "Adres aralıklarını listeler, kapalı olanlar dahil.") { kurum };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new Table("No", "Kurum kodu", "İlk adres", "Son adres", "Durum", "Açıklama");
            foreach (var row in await context.Registry(parsed).ListRangesAsync(parsed.GetValue(kurum), cancellationToken))
            {
                table.Add(
                    row.Range.Id.ToString(CultureInfo.InvariantCulture), row.KurumKodu.ToString(CultureInfo.InvariantCulture),
                    row.Range.FirstAddress.ToString(), row.Range.LastAddress.ToString(),
                    row.Range.ClosedAt is { } closed ? $"kapalı {Istanbul.Text(closed)}" : "açık", row.Range.Note);
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
