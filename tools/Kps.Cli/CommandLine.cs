using System.CommandLine;
using Kps.Cli.Applications;
using Kps.Cli.AuditLog;
using Kps.Cli.Demo;
using Kps.Cli.Entitlements;
using Kps.Cli.Holds;
using Kps.Cli.Institutions;
using Kps.Cli.Migration;
using Kps.Cli.Query;
using Kps.Cli.Ranges;
using Kps.Cli.Retention;
using Kps.Cli.SealKeys;
using Kps.Cli.TokenKeys;
using Kps.Cli.Users;
using Kps.Cli.Vault;
using Kps.Migrations;
using Npgsql;

namespace Kps.Cli;

/// <summary>The commands, and the one place that turns what can go wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">As the shell gave them.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="cancellationToken">Ends it; so does Ctrl-C.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var context = new CommandContext(terminal);
        var root = new RootCommand("KpsGateway yönetim komutları")
        {
            context.ConfigOption,
            InstitutionCommand.Create(context),
            UserCommand.Create(context),
            RangeCommand.Create(context),
            ApplicationCommand.Create(context),
            EntitlementCommand.Create(context),
            KeysCommand.Create(context),
            QueryCommand.Create(context),
            AuditCommand.Create(context),
            VaultCommand.Create(context),
            SealKeyCommand.Create(context),
            RetentionCommand.Create(context),
            HoldCommand.Create(context),
            MigrateCommand.Create(context),
            PartitionsCommand.Create(context),
            PrepareDemoCommand.Create(context),
        };

        try
        {
            var invocation = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await root.Parse(args).InvokeAsync(invocation, cancellationToken);
        }
        catch (CommandException e)
        {
            return await FailAsync(terminal, e.Message);
        }
        catch (MigrationException e)
        {
            return await FailAsync(terminal, e.Message);
        }
        catch (Exception e) when (DatabaseFailureIn(e) is not null)
        {
            return await FailAsync(terminal, DatabaseFailureIn(e)!);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(terminal, "Vazgeçildi.");
        }
    }

    // EF Core wraps what the driver throws. The message of the server may quote values; its code says enough.
    private static string? DatabaseFailureIn(Exception? exception) => exception switch
    {
        null => null,
        PostgresException refused => $"Veritabanı isteği reddetti (SQLSTATE {refused.SqlState}, {refused.Routine}).",
        NpgsqlException => "Veritabanına ulaşılamadı; './kps run' çalışıyor mu?",
        _ => DatabaseFailureIn(exception.InnerException),
    };

    private static async Task<int> FailAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return ExitCode.Failed;
    }
}
