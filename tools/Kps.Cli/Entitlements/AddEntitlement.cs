using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement add</c>.</summary>
internal static class AddEntitlement
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        var dayanak = new Option<string>("--dayanak") { Description = "Yasal dayanak.", Required = true };
        var kararNo = new Option<string>("--karar-no") { Description = "Karar numarası.", DefaultValueFactory = _ => string.Empty };
        var bitis = DayOption.Day("--bitis", "Yetkinin son günü.");
        var command = new Command("add", "Kuruma sorgu yetkisi verir.") { kurumKodu, operation, dayanak, kararNo, bitis };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var row = (await context.Registry(parsed).GrantOperationAsync(
                parsed.GetRequiredValue(kurumKodu), parsed.GetRequiredValue(operation), parsed.GetRequiredValue(dayanak),
                parsed.GetRequiredValue(kararNo), parsed.GetValue(bitis), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Yetki verildi: {row.Operation}{(row.Bitis is { } end ? $", son gün {Istanbul.Text(end)}" : string.Empty)}");
            return ExitCode.Done;
        });
        return command;
    }
}
