using System.CommandLine;
using Kps.Audit.Retention;
using Kps.Cli.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Holds;

/// <summary><c>hold lift</c>.</summary>
internal static class LiftHold
{
    public static Command Create(CommandContext context)
    {
        var id = new Argument<int>("no") { Description = "Tutmanın numarası (./kps hold list)." };
        var reason = ReasonOption.Create("Neden kaldırıldığı.");
        var command = new Command("lift", "Tutmayı kaldırır; süresi dolan aylar sonraki çalışmada silinir.") { id, reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var holds = HoldCommand.Book(context.Settings(parsed), context.Terminal.Time);
            try
            {
                var islemNo = await holds.LiftAsync(parsed.GetValue(id), parsed.GetValue(reason)!, Actor.Name, cancellationToken);
                await context.Terminal.Out.WriteLineAsync($"{parsed.GetValue(id)} no.lu tutma kaldırıldı; İşlem No {islemNo}");
                return ExitCode.Done;
            }
            catch (RetentionRefusedException e)
            {
                throw RetentionWords.Refused(e);
            }
        });
        return command;
    }
}
