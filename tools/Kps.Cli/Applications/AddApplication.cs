using System.CommandLine;
using Kps.Cli.Text;
using Kps.Registry.Registrar;

namespace Kps.Cli.Applications;

/// <summary><c>application add</c>.</summary>
internal static class AddApplication
{
    public static Command Create(CommandContext context)
    {
        var firma = new Argument<string>("firma") { Description = "Yazılım firması." };
        var urun = new Argument<string>("urun") { Description = "Ürün." };
        var surum = new Option<string>("--surum") { Description = "Sürüm.", DefaultValueFactory = _ => string.Empty };
        var ktsNo = new Option<string>("--kts-no") { Description = "KTS kayıt numarası.", DefaultValueFactory = _ => string.Empty };
        var kod = new Option<Guid?>("--kod") { Description = "Uygulama kodu (GUID); verilmezse üretilir." };
        var bitis = DayOption.Day("--bitis", "Geçerli olduğu son gün.");
        var command = new Command("add", "Uygulama ekler ve kodunu gösterir.") { firma, urun, surum, ktsNo, kod, bitis };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var application = new NewApplication(
                parsed.GetRequiredValue(firma), parsed.GetRequiredValue(urun), parsed.GetRequiredValue(surum), parsed.GetRequiredValue(ktsNo))
            {
                Kod = parsed.GetValue(kod),
                Bitis = parsed.GetValue(bitis),
            };
            var added = (await context.Registry(parsed).AddApplicationAsync(application, cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Uygulama eklendi: {added.Firma} {added.Urun}, kodu {added.Kod}");
            return ExitCode.Done;
        });
        return command;
    }
}
