using System.CommandLine;
using Kps.Audit.Reading;
using Kps.Cli.Text;

namespace Kps.Cli.AuditLog;

/// <summary><c>audit</c>: the log, one sentence a row, the newest last. Every reading is an entry of its own; searching by person needs the master key.</summary>
internal static class AuditCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new SearchOptions();
        var islemNo = IslemNoOption.Create(required: false);
        var command = new Command("audit", "Denetim izini okur; her okuma da denetim izine yazılır.") { islemNo };
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.Subcommands.Add(ShowCommand.Create(context));
        command.Subcommands.Add(RebaseCommand.Create(context));
        command.Subcommands.Add(ExportCommand.Create(context));
        command.Subcommands.Add(ReceiptCommand.Create(context));
        command.Subcommands.Add(AfterRestoreCommand.Create(context));
        command.SetAction((parsed, cancellationToken) => LogDesk.OpenAsync(
            context,
            parsed,
            options.NeedsKeys(parsed),
            async desk =>
            {
                if (parsed.GetValue(islemNo) is { } number)
                {
                    return await desk.SayAsync(number, cancellationToken);
                }

                return parsed.GetValue(options.Acts)
                    ? await WriteActsAsync(desk, await desk.Desk.SearchActsAsync(await options.ActsAsync(parsed, desk.Settings, cancellationToken), cancellationToken), cancellationToken)
                    : await WriteCallsAsync(desk, await desk.Desk.SearchAsync(await options.CallsAsync(parsed, desk.Settings, cancellationToken), cancellationToken), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteCallsAsync(LogDesk desk, AuditPage page, CancellationToken cancellationToken)
    {
        var names = await CallerNames.OfAsync(desk.Settings.PanelConnectionString, [.. page.Calls.Select(call => call.Opening)], cancellationToken);
        return await WriteAsync(desk.Out, [.. page.Calls.Select(call => CallSentence.Of(call, names))], page.Next);
    }

    private static async Task<int> WriteActsAsync(LogDesk desk, ActPage page, CancellationToken cancellationToken)
    {
        var names = await CallerNames.OfAsync(desk.Settings.PanelConnectionString, page.Acts, cancellationToken);
        return await WriteAsync(desk.Out, [.. page.Acts.Select(act => ActSentence.Of(act, names))], page.Next);
    }

    private static async Task<int> WriteAsync(TextWriter writer, string[] newestFirst, AuditPosition? next)
    {
        foreach (var sentence in newestFirst.Reverse())
        {
            await writer.WriteLineAsync(sentence);
        }

        if (next is { } position)
        {
            var found = newestFirst.Length == 0 ? "Kayıt bulunmadı. " : string.Empty;
            await writer.WriteLineAsync($"{found}{Istanbul.Text(position.RecordedAt)} anına kadar bakıldı; daha eskisi için: --after {position}");
        }
        else if (newestFirst.Length == 0)
        {
            await writer.WriteLineAsync(LogDesk.NoRecord);
        }

        return newestFirst.Length == 0 ? ExitCode.NoRecord : ExitCode.Done;
    }
}
