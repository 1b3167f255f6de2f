using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement list</c>.</summary>
internal static class ListEntitlements
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var command = new Command("list", "Kurumun sorgu yetkilerini listeler, geri alınanlar dahil.") { kurumKodu };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new Table("Sorgu", "Durum", "Son gün", "Karar no", "Dayanak");
            foreach (var row in await context.Registry(parsed).ListOperationsAsync(parsed.GetRequiredValue(kurumKodu), cancellationToken))
            {
                table.Add(
                    row.Operation.ToString(), row.ClosedAt is { } closed ? $"geri alındı {Istanbul.Text(closed)}" : "açık",
                    row.Bitis is { } end ? Istanbul.Text(end) : "süresiz", row.KararNo, row.Dayanak);
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
