using System.CommandLine;
using Kps.Audit.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Retention;

/// <summary><c>retention run</c>: destroys the months whose term has passed, oldest first; meant for a timer.</summary>
internal static class RunRetention
{
    public static Command Create(CommandContext context)
    {
        var dry = new Option<bool>("--dry-run") { Description = "Yalnız ne yapılacağını söyler." };
        var command = new Command("run", "Süresi dolan ayları siler: eylem yazılır, anahtar yok edilir, bölüm kaldırılır. Geri dönüşü yoktur.") { dry };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var years = settings.RetentionYears;
            await using var keeper = new MonthKeeper(settings.RetentionConnectionString, years, context.Terminal.Time);
            var term = Math.Max(years, await keeper.TermAsync(cancellationToken));
            var due = (await keeper.ListAsync(cancellationToken)).Where(month => month.IsDue).ToList();
            var writer = context.Terminal.Out;
            if (parsed.GetValue(dry))
            {
                await TellAsync(writer, due, term);
                return ExitCode.Done;
            }

            return await DestroyAsync(keeper, due, $"Saklama süresi ({term} yıl) doldu", writer, cancellationToken);
        });
        return command;
    }

    private static async Task TellAsync(TextWriter writer, List<LogMonth> due, int term)
    {
        if (due.Count == 0)
        {
            await writer.WriteLineAsync($"Süresi ({term} yıl) dolan ay yok.");
        }

        foreach (var month in due)
        {
            await writer.WriteLineAsync($"{RetentionWords.Month(month.Month)}: {RetentionWords.Rows(month)} satır, {RetentionWords.State(month)}");
        }
    }

    /// <summary>A hold is the wish of somebody; anything else that keeps a due month is somebody's work, and the exit code says so.</summary>
    private static async Task<int> DestroyAsync(MonthKeeper keeper, List<LogMonth> due, string reason, TextWriter writer, CancellationToken cancellationToken)
    {
        var exitCode = ExitCode.Done;
        try
        {
            foreach (var month in due)
            {
                if (month.Obstacle == RetentionRefusal.None)
                {
                    var gone = await keeper.DestroyAsync(month.Month, Actor.Name, reason, cancellationToken);
                    await writer.WriteLineAsync($"{RetentionWords.Month(gone.Month)} silindi: {gone.Rows} satır; İşlem No {gone.IslemNo}");
                }
                else
                {
                    await writer.WriteLineAsync($"{RetentionWords.Month(month.Month)} kaldı: {RetentionWords.State(month)}");
                    exitCode = month.Obstacle == RetentionRefusal.OnHold ? exitCode : ExitCode.Failed;
                }
            }

            foreach (var year in await keeper.DestroyYearKeysAsync(Actor.Name, reason, cancellationToken))
            {
                await writer.WriteLineAsync($"{year} yılının kişi anahtarı yok edildi.");
            }
        }
        catch (RetentionRefusedException e)
        {
            throw RetentionWords.Refused(e);
        }

        if (due.Count == 0)
        {
            await writer.WriteLineAsync("Süresi dolan ay yok.");
        }

        return exitCode;
    }
}
