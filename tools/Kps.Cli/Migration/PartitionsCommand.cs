using System.CommandLine;
using Npgsql;

namespace Kps.Cli.Migration;

/// <summary><c>partitions</c>: makes the log's coming months, as role kps_retention; meant to run every day.</summary>
internal static class PartitionsCommand
{
    private const int DefaultMonths = 12;

    public static Command Create(CommandContext context)
    {
        var months = new Option<int>("--months") { Description = "Kaç ay ileriye kadar, 0–24.", DefaultValueFactory = _ => DefaultMonths };
        months.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 24)
            {
                result.AddError("--months 0 ile 24 arasında olmalı.");
            }
        });
        var command = new Command("partitions", "Denetim izinin gelecek aylarına yer açar.") { months };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var connection = new NpgsqlConnection(context.Settings(parsed).RetentionConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var ensure = new NpgsqlCommand("SELECT audit.ensure_partitions($1)", connection);
            ensure.Parameters.Add(new NpgsqlParameter<int> { TypedValue = parsed.GetValue(months) });
            var created = (int)(await ensure.ExecuteScalarAsync(cancellationToken))!;
            await context.Terminal.Out.WriteLineAsync(created == 0 ? "Eklenecek ay yok." : $"{created} ay eklendi.");
            return ExitCode.Done;
        });
        return command;
    }
}
