using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement disable</c>.</summary>
internal static class DisableEntitlement
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        var command = new Command("disable", "Kurumun sorgu yetkisini geri alır.") { kurumKodu, operation };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var row = (await context.Registry(parsed).RevokeOperationAsync(
                parsed.GetRequiredValue(kurumKodu), parsed.GetRequiredValue(operation), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Yetki geri alındı: {row.Operation}");
            return ExitCode.Done;
        });
        return command;
    }
}
