using System.CommandLine;
using System.Security.Cryptography;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Cli.Text;

namespace Kps.Cli.AuditLog;

/// <summary>The log opened for one command, under the name of whoever runs it.</summary>
internal sealed class LogDesk
{
    public const string NoRecord = "Böyle bir kayıt yok.";

    private LogDesk(Settings settings, AuditReader reader, AuditDesk desk, TextWriter writer)
    {
        Settings = settings;
        Reader = reader;
        Desk = desk;
        Out = writer;
    }

    public Settings Settings { get; }

    public AuditReader Reader { get; }

    public AuditDesk Desk { get; }

    public TextWriter Out { get; }

    /// <summary>Opens the log, with the master key where it is needed, and turns what can be wrong with it into sentences.</summary>
    public static async Task<int> OpenAsync(
        CommandContext context, ParseResult parsed, bool needsKeys, Func<LogDesk, Task<int>> work, CancellationToken cancellationToken)
    {
        var settings = context.Settings(parsed);
        using var keys = needsKeys ? await OpenKeys.OpenAsync(settings, cancellationToken) : null;
        await using var reader = new AuditReader(settings.PanelConnectionString, context.Terminal.Time, keys?.Vault);
        try
        {
            return await work(new LogDesk(settings, reader, new AuditDesk(reader, context.Acts(settings.PanelConnectionString), Actor.Name), context.Terminal.Out));
        }
        catch (CryptographicException e)
        {
            throw new CommandException($"Mühürlü içerik açılamadı: {e.Message}", e);
        }
        catch (FormatException e)
        {
            throw new CommandException($"Denetim izinde okunamayan bir satır var: {e.Message}", e);
        }
    }

    /// <summary>One row as a sentence, and where it is sealed.</summary>
    public async Task<int> SayAsync(IslemNo number, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(number, cancellationToken) is { } call)
        {
            var names = await CallerNames.OfAsync(Settings.PanelConnectionString, [call.Opening], cancellationToken);
            await Out.WriteLineAsync(CallSentence.Of(call, names));
            await Out.WriteLineAsync(await SealSentence.OfAsync(call.Opening, call.Closing, Reader, cancellationToken));
            return ExitCode.Done;
        }

        return await SayActAsync(number, isFull: false, cancellationToken);
    }

    /// <summary>One act as a sentence or field by field, and where it is sealed.</summary>
    public async Task<int> SayActAsync(IslemNo number, bool isFull, CancellationToken cancellationToken)
    {
        if (await Reader.FindActAsync(number, cancellationToken) is not { } act)
        {
            await Out.WriteLineAsync(NoRecord);
            return ExitCode.NoRecord;
        }

        var names = await CallerNames.OfAsync(Settings.PanelConnectionString, [act], cancellationToken);
        await Out.WriteLineAsync(ActSentence.Of(act, names));
        await Out.WriteLineAsync(await SealSentence.OfAsync(act, null, Reader, cancellationToken));
        if (isFull)
        {
            await CallDetail.WriteAsync(Out, act);
        }

        return ExitCode.Done;
    }
}
