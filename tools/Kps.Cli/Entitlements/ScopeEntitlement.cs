using System.CommandLine;
using Kps.Cli.Entitlements.Fields;
using Kps.Cli.Institutions;
using Kps.Cli.Text;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement scope</c>.</summary>
internal static class ScopeEntitlement
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        var kapsam = EntitlementCommand.Kapsam();
        kapsam.Required = true;
        var dayanak = EntitlementCommand.Dayanak();
        var evenSo = FieldCommand.EvenSo();
        var command = new Command("scope", "Yetkinin kapsamını değiştirir.") { kurumKodu, operation, kapsam, dayanak, evenSo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var row = (await context.Registry(parsed).SetScopeAsync(
                parsed.GetRequiredValue(kurumKodu), parsed.GetRequiredValue(operation), parsed.GetRequiredValue(kapsam),
                parsed.GetRequiredValue(dayanak), parsed.GetValue(evenSo), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Kapsam: {row.Operation} {EntitlementCommand.Word(row.Kapsam)}");
            return ExitCode.Done;
        });
        return command;
    }
}
