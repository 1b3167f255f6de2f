using System.CommandLine;
using Kps.Cli.Text;

namespace Kps.Cli.Institutions;

/// <summary><c>institution add</c>.</summary>
internal static class AddInstitution
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var ad = new Argument<string>("ad") { Description = "Kurumun adı." };
        var il = new Option<string>("--il") { Description = "İli.", Required = true };
        var command = new Command("add", "Kurum ekler; adres aralığı ve yetki ayrıca verilir.") { kurumKodu, ad, il };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var added = (await context.Registry(parsed).AddInstitutionAsync(
                parsed.GetRequiredValue(kurumKodu), parsed.GetRequiredValue(ad), parsed.GetRequiredValue(il), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Kurum eklendi: {added.KurumKodu} {added.Ad} ({added.Il})");
            return ExitCode.Done;
        });
        return command;
    }
}
