using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Contracts;

namespace Kps.Cli.Entitlements.Fields;

/// <summary><c>entitlement field list</c>.</summary>
internal static class ListFields
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        operation.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command("list", "Kurumun alan kararlarını listeler, geri alınanlar dahil.") { kurumKodu, operation };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var only = parsed.GetValue(operation) is var asked and not KpsOperation.None ? asked : (KpsOperation?)null;
            var rows = await context.Registry(parsed).ListFieldsAsync(parsed.GetRequiredValue(kurumKodu), only, cancellationToken);
            await FieldTable.Of(rows, context.Terminal.Time).WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
