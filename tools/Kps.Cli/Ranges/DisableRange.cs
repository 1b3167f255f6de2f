using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.Ranges;

/// <summary><c>range disable</c>.</summary>
internal static class DisableRange
{
    public static Command Create(CommandContext context)
    {
        var no = new Argument<int>("no") { Description = "Aralığın numarası, listeden." };
        var command = new Command("disable", "Adres aralığını kapatır.") { no };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var range = (await context.Registry(parsed).DisableRangeAsync(parsed.GetRequiredValue(no), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Aralık kapatıldı: no {range.Id}, {range.FirstAddress} – {range.LastAddress}");
            return ExitCode.Done;
        });
        return command;
    }
}
