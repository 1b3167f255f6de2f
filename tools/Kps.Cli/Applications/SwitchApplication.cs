using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.Applications;

/// <summary><c>application disable</c> and <c>application enable</c>.</summary>
internal static class SwitchApplication
{
    public static Command Create(CommandContext context, string name, string description, bool isOpen)
    {
        var kod = new Argument<Guid>("kod") { Description = "Uygulama kodu (GUID)." };
        var command = new Command(name, description) { kod };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var registry = context.Registry(parsed);
            var code = parsed.GetRequiredValue(kod);
            var result = isOpen
                ? await registry.ReopenApplicationAsync(code, cancellationToken)
                : await registry.DisableApplicationAsync(code, cancellationToken);
            var row = result.OrFail();
            await context.Terminal.Out.WriteLineAsync($"{row.Firma} {row.Urun}: {(row.ClosedAt is null ? "açık" : "kapalı")}");
            return ExitCode.Done;
        });
        return command;
    }
}
