using System.CommandLine;
using Kps.Audit.Processes;
using Kps.Cli.Text;

namespace Kps.Cli.AuditLog;

/// <summary><c>audit after-restore</c>: once after every restore, before the first gateway starts.</summary>
internal static class AfterRestoreCommand
{
    public static Command Create(CommandContext context)
    {
        var steps = new Option<int>("--steps") { Description = $"Atlanacak süreç numarası, {RestoredLog.DefaultSteps}–{RestoredLog.MaxSteps}.", DefaultValueFactory = _ => RestoredLog.DefaultSteps };
        steps.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < RestoredLog.DefaultSteps or > RestoredLog.MaxSteps)
            {
                result.AddError($"--steps {RestoredLog.DefaultSteps} ile {RestoredLog.MaxSteps} arasında olmalı.");
            }
        });
        var reason = ReasonOption.Create("Hangi yedeğe neden dönüldüğü.");
        var command = new Command("after-restore", "Yedekten dönülen veritabanında süreç numaralarını ileri alır; ağ geçidi başlatılmadan önce, bir kez.") { steps, reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var islemNo = await RestoredLog.MovePrefixesAsync(
                context.Settings(parsed).RetentionConnectionString,
                parsed.GetValue(steps),
                Actor.Name,
                parsed.GetValue(reason)!,
                context.Terminal.Time,
                cancellationToken);
            await context.Terminal.Out.WriteLineAsync($"Süreç numaraları {parsed.GetValue(steps)} ileri alındı; İşlem No {islemNo}");
            return ExitCode.Done;
        });
        return command;
    }
}
