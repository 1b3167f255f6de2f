using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;
using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;
using Kps.Registry.Registrar;

namespace Kps.Cli.Entitlements.Fields;

/// <summary><c>entitlement field grant</c> and <c>entitlement field withhold</c>.</summary>
internal static class SetField
{
    public static Command Create(CommandContext context, string name, string description, bool isGrant)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        var path = FieldCommand.Path();
        var isArgument = FieldCommand.IsArgument();
        var dayanak = EntitlementCommand.Dayanak();
        var kararNo = EntitlementCommand.KararNo();
        var bitis = DayOption.Day("--bitis", isGrant ? "Son günü." : "Yeniden bakılacak gün; geçse de alan kapalı kalır.");
        var evenSo = FieldCommand.EvenSo();
        var command = new Command(name, description) { kurumKodu, operation, path, isArgument, dayanak, kararNo, bitis };
        if (!isGrant)
        {
            command.Options.Add(evenSo);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = new NewFieldRight(
                parsed.GetRequiredValue(operation), FieldCommand.Kind(parsed.GetValue(isArgument)), parsed.GetRequiredValue(path), parsed.GetRequiredValue(dayanak))
            {
                KararNo = parsed.GetRequiredValue(kararNo),
                Bitis = parsed.GetValue(bitis),
                EvenIfClientsBreak = !isGrant && parsed.GetValue(evenSo),
            };
            var registry = context.Registry(parsed);
            var code = parsed.GetRequiredValue(kurumKodu);
            var row = (isGrant
                ? await registry.GrantFieldAsync(code, asked, cancellationToken)
                : await registry.WithholdFieldAsync(code, asked, cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync(Reply(row));
            if (isGrant)
            {
                await SayWhatIsNotCoveredAsync(context.Terminal, row);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Reply(FieldRight row) => (row.Izin, row.Bitis) switch
    {
        (true, null) => $"Alan verildi: {row.Operation} {row.Path}",
        (true, { } end) => $"Alan verildi: {row.Operation} {row.Path}, son gün {Istanbul.Text(end)}",
        (false, null) => $"Alan kapatıldı: {row.Operation} {row.Path}",
        (false, { } end) => $"Alan kapatıldı: {row.Operation} {row.Path}; {Istanbul.Text(end)} günü geçse de kapalı kalır",
    };

    private static async Task SayWhatIsNotCoveredAsync(Terminal terminal, FieldRight row)
    {
        foreach (var special in FieldCatalog.Find(row.Operation)!.Result.All
            .Where(field => row.Kind == FieldKind.Alan && field.IsSpecial && field.Path.StartsWith(row.Path + "/", StringComparison.Ordinal)))
        {
            await terminal.Out.WriteLineAsync($"Bu kararın dışında: {special.Path} (özel nitelikli veri; kendi yolu ve kendi dayanağıyla verilir)");
        }
    }
}
