using System.CommandLine;
using Kps.Audit.Exporting;
using Kps.Audit.Receipts;
using Kps.Cli.Text;
using Npgsql;

namespace Kps.Cli.AuditLog;

/// <summary><c>audit receipt</c>: the proof of one call in one file. Recorded in the log itself.</summary>
internal static class ReceiptCommand
{
    public static Command Create(CommandContext context)
    {
        var islemNo = IslemNoOption.Create(required: true);
        islemNo.Required = true;
        var output = new Option<string>("--out") { Description = "Yazılacak dosya; varsa üzerine yazılmaz.", HelpName = "DOSYA", Required = true };
        var command = new Command("receipt", "Bir çağrının, tek başına doğrulanabilen kanıt dosyasını yazar.") { islemNo, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (number, path) = (parsed.GetValue(islemNo)!.Value, parsed.GetValue(output)!);
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw new CommandException($"{path} zaten var; başka bir ad verin.");
            }

            try
            {
                var (receipt, act) = await new ReceiptMaker(context.Settings(parsed).PanelConnectionString, context.Terminal.Time)
                    .MakeAsync(number, Actor.Name, cancellationToken);
                await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                {
                    await file.WriteAsync(receipt.ToUtf8(), cancellationToken);
                }

                var isStamped = receipt.Checkpoints.Any(checkpoint => checkpoint.Stamps.Count > 0);
                await context.Terminal.Out.WriteLineAsync(
                    $"Yazıldı: {path}. {receipt.Entries.Count} kayıt, {(isStamped ? "dışarıdan alınmış zaman damgasıyla" : "henüz zaman damgasız; damgadan sonra yeniden alın")}. İşlem No {act}.");
                return ExitCode.Done;
            }
            catch (ExportException e) when (e.Fault == ExportFault.NoSuchCall)
            {
                await context.Terminal.Out.WriteLineAsync("Böyle bir kayıt yok.");
                return ExitCode.NoRecord;
            }
            catch (ExportException e) when (e.Fault == ExportFault.NotSealed)
            {
                await context.Terminal.Error.WriteLineAsync($"İşlem {number} henüz mühürlenmedi; birkaç saniye sonra yeniden deneyin. Sürüyorsa mühürleyen düğüme bakın (/health/status).");
                return ExitCode.NotSealed;
            }
            catch (ExportException e)
            {
                throw new CommandException($"İşlem {number}: veritabanındaki satır mühürlenen satır değil. Veritabanına dokunmayın; dışa aktarıp doğrulatın.", e);
            }
            catch (Exception e) when (e is InvalidDataException or FormatException)
            {
                throw new CommandException($"Ağacın tabloları bozuk, kanıt çıkarılamadı: {e.Message}", e);
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
}
