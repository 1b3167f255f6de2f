using System.CommandLine;
using System.Text;
using Kps.Audit.Retention;
using Kps.Cli.Retention;
using Kps.Cli.Text;

namespace Kps.Cli.Holds;

/// <summary><c>hold add</c>.</summary>
internal static class AddHold
{
    public static Command Create(CommandContext context)
    {
        var from = MonthOption.Create("--from", "İlk ay.");
        var to = MonthOption.Create("--to", "Son ay.");
        var reason = ReasonOption.Create("Neden tutulduğu.");
        var fileNo = new Option<string?>("--evrak") { Description = "İsteyen yazının ya da dosyanın numarası." };
        fileNo.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Encoding.UTF8.GetByteCount(text) > HoldBook.MaxFileNoBytes)
            {
                result.AddError($"--evrak en çok {HoldBook.MaxFileNoBytes} bayt olabilir.");
            }
        });
        var command = new Command("add", "Ayları silinmeye karşı tutar.") { from, to, reason, fileNo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
            if (last < first)
            {
                throw new CommandException("--to, --from'dan önce olamaz.");
            }

            await using var holds = HoldCommand.Book(context.Settings(parsed), context.Terminal.Time);
            try
            {
                var (id, islemNo) = await holds.PlaceAsync(first, last, parsed.GetValue(reason)!, parsed.GetValue(fileNo), Actor.Name, cancellationToken);
                await context.Terminal.Out.WriteLineAsync(
                    $"{id} no.lu tutma kondu: {MonthOption.Text(first)} – {MonthOption.Text(last)}; İşlem No {islemNo}");
                return ExitCode.Done;
            }
            catch (RetentionRefusedException e)
            {
                throw RetentionWords.Refused(e);
            }
        });
        return command;
    }
}
