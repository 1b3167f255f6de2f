using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.Institutions;

/// <summary><c>institution disable</c> and <c>institution enable</c>.</summary>
internal static class SwitchInstitution
{
    public static Command Create(CommandContext context, string name, string description, bool isOpen)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var command = new Command(name, description) { kurumKodu };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var registry = context.Registry(parsed);
            var code = parsed.GetRequiredValue(kurumKodu);
            var result = isOpen
                ? await registry.ReopenInstitutionAsync(code, cancellationToken)
                : await registry.DisableInstitutionAsync(code, cancellationToken);
            var row = result.OrFail();
            await context.Terminal.Out.WriteLineAsync($"{row.KurumKodu} {row.Ad}: {row.Durum}");
            return ExitCode.Done;
        });
        return command;
    }
}
