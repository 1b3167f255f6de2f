using System.CommandLine;
using Kps.Migrations;

namespace Kps.Cli.Migration;

/// <summary><c>migrate</c>: brings the database to the shape this version expects.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("migrate", "Veritabanını bu sürümün beklediği biçime getirir.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var applied = await new DatabaseMigrator(context.Settings(parsed).MigrationConnectionString).MigrateAsync(cancellationToken);
            foreach (var file in applied)
            {
                await context.Terminal.Out.WriteLineAsync(file);
            }

            await context.Terminal.Out.WriteLineAsync(applied.Count == 0 ? "Veritabanı güncel." : $"{applied.Count} dosya uygulandı.");
            return ExitCode.Done;
        });
        return command;
    }
}
