using System.CommandLine;
using Kps.Audit.Sequencing;
using Kps.Cli.Text;
using Npgsql;

namespace Kps.Cli.AuditLog;

/// <summary><c>audit rebase</c>: after a database was restored to an older state for good. Not without a reason, and never while a node seals.</summary>
internal static class RebaseCommand
{
    private const int FewestLetters = 10;

    public static Command Create(CommandContext context)
    {
        var reason = new Option<string>("--reason") { Description = "Kaybın nedeni; denetim izine yazılır ve silinmez.", Required = true };
        reason.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } text || text.Trim().Length < FewestLetters)
            {
                result.AddError($"--reason en az {FewestLetters} harfle nedeni anlatmalı.");
            }
        });
        var command = new Command("rebase", "Kayıt kaybından sonra mühür ağacını elde kalandan sürdürür; gerekçesi denetim izine yazılır.") { reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var rebase = new TreeRebase(settings.Sequencer, settings.GatewayConnectionString, context.Terminal.Time);
            try
            {
                var report = await rebase.PerformAsync(parsed.GetValue(reason)!, Actor.Name, cancellationToken);
                await context.Terminal.Out.WriteLineAsync(
                    $"Yazıldı: İşlem No {report.IslemNo}. Ağaç {report.Size} yapraktan '{report.Origin}' adıyla sürer; son yayımlanan kontrol noktası "
                    + $"'{report.PublishedOrigin}' {report.PublishedSize} yapraktı.");
                return ExitCode.Done;
            }
            catch (Exception e) when (e is InvalidOperationException or TreeRefusedException or FormatException or IOException)
            {
                throw new CommandException($"Yapılamadı: {e.Message}", e);
            }
            catch (NpgsqlException e)
            {
                throw new CommandException($"Veritabanı işlemi olmadı: {e.Message}", e);
            }
        });
        return command;
    }
}
