using System.CommandLine;
using Kps.Cli.Entitlements.Fields;
using Kps.Cli.Institutions;
using Kps.Cli.Text;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement list</c>.</summary>
internal static class ListEntitlements
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var command = new Command("list", "Kurumun sorgu yetkilerini, geri alınanlar dahil, ve açık alan kararlarını listeler.") { kurumKodu };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var registry = context.Registry(parsed);
            var code = parsed.GetRequiredValue(kurumKodu);
            var table = new Table("Sorgu", "Durum", "Son gün", "Karar no", "Kapsam", "Dayanak");
            foreach (var row in await registry.ListOperationsAsync(code, cancellationToken))
            {
                table.Add(
                    row.Operation.ToString(), row.ClosedAt is { } closed ? $"geri alındı {Istanbul.Text(closed)}" : "açık",
                    row.Bitis is { } end ? Istanbul.Text(end) : "süresiz", row.KararNo,
                    EntitlementCommand.Word(row.Kapsam), row.Dayanak);
            }

            await table.WriteAsync(context.Terminal.Out);
            var fields = (await registry.ListFieldsAsync(code, cancellationToken: cancellationToken)).Where(row => row.ClosedAt is null).ToList();
            if (fields.Count > 0)
            {
                await context.Terminal.Out.WriteLineAsync();
                await FieldTable.Of(fields, context.Terminal.Time).WriteAsync(context.Terminal.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
