using System.CommandLine;
using Kps.Cli.Institutions;
using Kps.Cli.Text;

namespace Kps.Cli.Entitlements.Fields;

/// <summary><c>entitlement field revoke</c>.</summary>
internal static class RevokeField
{
    public static Command Create(CommandContext context)
    {
        var kurumKodu = InstitutionCommand.KurumKodu();
        var operation = EntitlementCommand.Operation();
        var path = FieldCommand.Path();
        var isArgument = FieldCommand.IsArgument();
        var evenSo = FieldCommand.EvenSo();
        var command = new Command("revoke", "Alan için verilmiş kararı geri alır; bundan sonra üstündeki yol ya da yetkinin kapsamı geçerlidir.")
        {
            kurumKodu, operation, path, isArgument, evenSo,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var row = (await context.Registry(parsed).RevokeFieldAsync(
                parsed.GetRequiredValue(kurumKodu), parsed.GetRequiredValue(operation), FieldCommand.Kind(parsed.GetValue(isArgument)),
                parsed.GetRequiredValue(path), parsed.GetValue(evenSo), cancellationToken)).OrFail();
            await context.Terminal.Out.WriteLineAsync($"Karar geri alındı: {row.Operation} {row.Path} ({(row.Izin ? "verilmişti" : "kapatılmıştı")})");
            return ExitCode.Done;
        });
        return command;
    }
}
