using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;
using Kps.Registry.Entitlements;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement add</c>.</summary>
internal static class AddEntitlement
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        var dayanak = EntitlementCommand.Dayanak();
        var kararNo = EntitlementCommand.KararNo();
        var bitis = DayOption.Day("--bitis", "Yetkinin son günü.");
        var kapsam = EntitlementCommand.Kapsam();
        kapsam.DefaultValueFactory = _ => EntitlementKapsam.Tum;
        var command = new Command("add", "Kuruma sorgu yetkisi verir.") { kurumKodu, operation, dayanak, kararNo, bitis, kapsam };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var registry = context.Registry(parsed);
            var code = parsed.GetRequiredValue(kurumKodu);
            var row = (await registry.GrantOperationAsync(
                code, parsed.GetRequiredValue(operation), parsed.GetRequiredValue(dayanak), parsed.GetRequiredValue(kararNo),
                parsed.GetValue(bitis), parsed.GetRequiredValue(kapsam), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Yetki verildi: {row.Operation}{(row.Bitis is { } end ? $", son gün {Istanbul.Text(end)}" : string.Empty)}");
            if (await registry.ListMissingDemandedAsync(code, row.Operation, cancellationToken) is { Count: > 0 } missing)
            {
                await context.Terminal.Out.WriteLineAsync(
                    $"Uyarı: verilmeyen şu alanlar KPSService okuyan HBYS yazılımlarını çökertir: {string.Join(", ", missing)}");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
