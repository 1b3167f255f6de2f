using System.CommandLine;
using System.Security.Cryptography;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Cli.Text;
using Kps.Contracts;

namespace Kps.Cli.AuditLog;

/// <summary><c>audit</c>: the log, one sentence a call, the newest last; searching by person and opening bodies need the master key.</summary>
internal static class AuditCommand
{
    private const int DefaultCount = 20;

    public static Command Create(CommandContext context)
    {
        var user = new Option<string?>("--user") { Description = "Bu kullanıcının çağrıları." };
        var subject = new Option<Tckn?>("--subject")
        {
            Description = "Bu kişi hakkındaki çağrılar.",
            CustomParser = result =>
            {
                if (Tckn.TryParse(result.Tokens[0].Value, out var number))
                {
                    return number;
                }

                result.AddError("--subject on bir haneli bir kimlik numarası olmalı.");
                return null;
            },
        };
        var islemNo = IslemNoOption.Create("Bu numaralı çağrı.");
        var from = DayOption.Time("--from", "Bu andan başlayarak.");
        var to = DayOption.Time("--to", "Bu ana kadar.");
        var last = new Option<int>("--last") { Description = $"En çok kaç çağrı, 1–{AuditSearch.MaxCount}.", DefaultValueFactory = _ => DefaultCount };
        last.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > AuditSearch.MaxCount)
            {
                result.AddError($"--last 1 ile {AuditSearch.MaxCount} arasında olmalı.");
            }
        });
        var full = new Option<bool>("--full") { Description = "Bütün alanlar, açılmış ölçütler ve yanıtla birlikte." };
        var command = new Command("audit", "Denetim izini okur.") { user, subject, islemNo, from, to, last, full };
        command.Subcommands.Add(RebaseCommand.Create(context));
        command.Subcommands.Add(ExportCommand.Create(context));
        command.Subcommands.Add(ReceiptCommand.Create(context));
        command.Subcommands.Add(AfterRestoreCommand.Create(context));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = context.Settings(parsed);
            var isFull = parsed.GetValue(full);
            using var keys = isFull || parsed.GetValue(subject) is not null ? await OpenKeysAsync(settings, cancellationToken) : null;
            await using var reader = new AuditReader(settings.PanelConnectionString, context.Terminal.Time, keys?.Vault);
            try
            {
                IReadOnlyList<AuditCall> calls = parsed.GetValue(islemNo) is { } number
                    ? await reader.FindAsync(number, isFull, cancellationToken) is { } found ? [found] : []
                    : (await reader.SearchAsync(
                        new AuditSearch
                        {
                            UserId = parsed.GetValue(user) is { } name ? await CallerNames.UserIdAsync(settings.PanelConnectionString, name, cancellationToken) : null,
                            Subject = parsed.GetValue(subject),
                            From = parsed.GetValue(from),
                            To = parsed.GetValue(to),
                            Count = parsed.GetValue(last),
                            Unseal = isFull,
                        },
                        cancellationToken)).Calls;
                return await WriteAsync(context.Terminal, settings, calls, isFull, parsed.GetValue(islemNo) is null ? null : reader, cancellationToken);
            }
            catch (CryptographicException e)
            {
                throw new CommandException($"Mühürlü içerik açılamadı: {e.Message}", e);
            }
            catch (FormatException e)
            {
                throw new CommandException($"Denetim izinde okunamayan bir satır var: {e.Message}", e);
            }
        });
        return command;
    }

    private static async Task<int> WriteAsync(
        Terminal terminal, Settings settings, IReadOnlyList<AuditCall> calls, bool isFull, AuditReader? sealReader, CancellationToken cancellationToken)
    {
        if (calls.Count == 0)
        {
            await terminal.Out.WriteLineAsync("Böyle bir kayıt yok.");
            return ExitCode.NoRecord;
        }

        var names = await CallerNames.OfAsync(settings.PanelConnectionString, calls, cancellationToken);
        foreach (var call in calls.Reverse())
        {
            await terminal.Out.WriteLineAsync(CallSentence.Of(call, names));
            if (sealReader is not null)
            {
                await terminal.Out.WriteLineAsync(await SealSentence.OfAsync(call, sealReader, cancellationToken));
            }

            if (isFull)
            {
                await CallDetail.WriteAsync(terminal.Out, call);
            }
        }

        return ExitCode.Done;
    }

    private static async Task<OpenKeys> OpenKeysAsync(Settings settings, CancellationToken cancellationToken)
    {
        var master = settings.OpenMasterKey("Kişiye göre aramak ve içeriği açmak için");
        try
        {
            return new OpenKeys(master, await AuditVault.OpenAsync(settings.PanelConnectionString, master, cancellationToken));
        }
        catch
        {
            master.Dispose();
            throw;
        }
    }

    private sealed record OpenKeys(MasterKeyRing Master, AuditVault Vault) : IDisposable
    {
        public void Dispose()
        {
            Vault.Dispose();
            Master.Dispose();
        }
    }
}
