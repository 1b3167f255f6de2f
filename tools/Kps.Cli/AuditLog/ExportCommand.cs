using System.CommandLine;
using System.Globalization;
using Kps.Audit.Exporting;
using Kps.Cli.Text;
using Npgsql;

namespace Kps.Cli.AuditLog;

/// <summary><c>audit export</c>: a part of the log for somebody who does not trust us. Recorded in the log itself.</summary>
internal static class ExportCommand
{
    private const int FewestLetters = 10;

    public static Command Create(CommandContext context)
    {
        var from = DayOption.Time("--from", "Bu andan başlayarak.");
        var to = DayOption.Time("--to", "Bu ana kadar.");
        var all = new Option<bool>("--all") { Description = "Mühürlenmiş bütün kayıtlar." };
        var output = new Option<string>("--out") { Description = "Dışa aktarımın dizini; yoksa oluşturulur, boş değilse reddedilir.", HelpName = "DİZİN", Required = true };
        var bodies = new Option<bool>("--bodies") { Description = "Mühürlü içerikler de (şifreli kalır; açmak ana anahtar ister)." };
        var reason = new Option<string>("--reason") { Description = "Gerekçe; denetim izine ve dışa aktarıma yazılır.", Required = true };
        reason.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } text || text.Trim().Length < FewestLetters)
            {
                result.AddError($"--reason en az {FewestLetters} harfle nedeni anlatmalı.");
            }
        });
        var command = new Command("export", "Denetim izini, bize güvenmeyen birinin doğrulayabileceği biçimde dışa aktarır.") { from, to, all, output, bodies, reason };
        command.Validators.Add(result =>
        {
            var hasSpan = result.GetValue(from) is not null || result.GetValue(to) is not null;
            if (hasSpan == result.GetValue(all))
            {
                result.AddError("Ya --from ve/veya --to, ya da --all verin.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var export = new LogExport(context.Settings(parsed).PanelConnectionString, context.Terminal.Time);
            try
            {
                var report = await export.MakeAsync(
                    new ExportRequest(parsed.GetValue(output)!, parsed.GetValue(reason)!, Actor.Name)
                    {
                        From = parsed.GetValue(from),
                        To = parsed.GetValue(to),
                        WithBodies = parsed.GetValue(bodies),
                    },
                    cancellationToken);
                await WriteAsync(context.Terminal.Out, parsed.GetValue(output)!, report);
                return ExitCode.Done;
            }
            catch (ExportException e) when (e.Fault == ExportFault.NotSealed)
            {
                await context.Terminal.Error.WriteLineAsync("Denetim izinde henüz mühürlenmiş kayıt yok; mühürleyen düğüm çalışıyor mu?");
                return ExitCode.NotSealed;
            }
            catch (ExportException e)
            {
                throw new CommandException($"{parsed.GetValue(output)} boş değil; başka bir dizin verin.", e);
            }
            catch (Exception e) when (e is InvalidDataException or FormatException)
            {
                throw new CommandException($"Ağacın tabloları bozuk, dışa aktarılamadı: {e.Message}", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"Yazılamadı: {e.Message}", e);
            }
            catch (PostgresException e)
            {
                throw new CommandException($"Veritabanı izin vermedi ya da eksik: {e.MessageText}", e);
            }
        });
        return command;
    }

    private static async Task WriteAsync(TextWriter output, string directory, ExportReport report)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Yazıldı: {directory}. Yaprak {report.FirstLeaf}–{report.EndLeaf - 1}, {report.Entries} kayıt, {report.Bytes / 1_000_000.0:0.0} MB. İşlem No {report.IslemNo}."));
        await output.WriteLineAsync($"manifest.json SHA-256: {report.ManifestSha256}");
        if (report.Destroyed > 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Destroyed} yaprağın kaydı süresi dolduğu için yok edilmiş; kanıtı dışa aktarımda."));
        }

        if (report.Missing > 0 || report.Surplus > 0)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"DİKKAT: {report.Missing} mühürlü kayıt veritabanında yok, {report.Surplus} kayıt mühürlenmeden araya girmiş. Dışa aktarımı doğrulatın ve veritabanına dokunmayın."));
        }
    }
}
