using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;
using Kps.Registry.Registrar;

namespace Kps.Cli.Ranges;

/// <summary><c>range add</c>: an unusual range needs its consent said as an option.</summary>
internal static class AddRange
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var text = new Argument<string>("aralik") { Description = "Tek adres, ilk-son ya da ağ: 203.0.113.7 · 203.0.113.7-203.0.113.20 · 203.0.113.0/28" };
        var note = new Option<string>("--note") { Description = "Nerede, neden.", DefaultValueFactory = _ => string.Empty };
        var isPrivate = new Option<bool>("--allow-private") { Description = "Özel ağ ya da bu makinenin adresi bilerek tanımlanıyor." };
        var isWide = new Option<bool>("--allow-wide") { Description = "/24 (IPv6: /64) ağından geniş aralık bilerek tanımlanıyor." };
        var isShared = new Option<bool>("--allow-overlap") { Description = "Başka kurumun aralığıyla çakışma bilerek tanımlanıyor." };
        var command = new Command("add", "Adres aralığı ekler.") { kurumKodu, text, note, isPrivate, isWide, isShared };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var consents = (parsed.GetValue(isPrivate) ? RangeConsents.Private : RangeConsents.None)
                | (parsed.GetValue(isWide) ? RangeConsents.Wide : RangeConsents.None)
                | (parsed.GetValue(isShared) ? RangeConsents.Overlap : RangeConsents.None);
            var range = (await context.Registry(parsed).AddRangeAsync(
                parsed.GetRequiredValue(kurumKodu), parsed.GetRequiredValue(text), parsed.GetRequiredValue(note), consents, cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Aralık eklendi: no {range.Id}, {range.FirstAddress} – {range.LastAddress}");
            return ExitCode.Done;
        });
        return command;
    }
}
