using System.CommandLine;
using Kps.Audit.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Retention;

/// <summary><c>retention term</c>: changes the term that stands in the database, as its owner. Below the law's only where the settings say so too.</summary>
internal static class ChangeTerm
{
    public static Command Create(CommandContext context)
    {
        var years = new Option<int>("--years") { Description = $"Yeni süre, 1–{RetentionTerm.MaxYears} yıl.", Required = true };
        years.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > RetentionTerm.MaxYears)
            {
                result.AddError($"--years 1 ile {RetentionTerm.MaxYears} arasında olmalı.");
            }
        });
        var reason = ReasonOption.Create("Sürenin neden değiştiği.");
        var command = new Command("term", "Veritabanındaki saklama süresini değiştirir (geçiş kullanıcısıyla).") { years, reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            if (parsed.GetValue(years) < RetentionTerm.LegalYears && !settings.AllowsShorterRetention)
            {
                throw new CommandException(
                    $"{RetentionTerm.LegalYears} yıldan kısa süre mevzuata aykırıdır; bilerek isteniyorsa (örneğin deneme ortamı) Retention:AllowShorter=true verilmeli.");
            }

            var (islemNo, former) = await RetentionTerm.ChangeAsync(
                settings.MigrationConnectionString,
                settings.RetentionConnectionString,
                parsed.GetValue(years),
                Actor.Name,
                parsed.GetValue(reason)!,
                context.Terminal.Time,
                cancellationToken);
            await context.Terminal.Out.WriteLineAsync($"Saklama süresi {former} yıldan {parsed.GetValue(years)} yıla değişti; İşlem No {islemNo}");
            return ExitCode.Done;
        });
        return command;
    }
}
