using System.CommandLine;
using Kps.Cli.Text;
using Kps.Contracts.Fields;

namespace Kps.Cli.Entitlements.Fields;

/// <summary><c>entitlement field paths</c>: what a decision about a field can name.</summary>
internal static class ListPaths
{
    public static Command Create(CommandContext context)
    {
        var operation = EntitlementCommand.Operation();
        var command = new Command("paths", "Sorgunun tek tek verilip kapatılabilen alanlarını listeler.") { operation };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = parsed.GetRequiredValue(operation);
            if (FieldCatalog.Find(asked) is not { } fields)
            {
                throw new CommandException($"{asked} sorgusunun alanları tek tek verilip alınamaz.");
            }

            var table = new Table("Tür", "Alan", "Türü", "Not");
            foreach (var argument in fields.AllArguments)
            {
                table.Add("argüman", argument.Path, argument.TypeName, string.Empty);
            }

            foreach (var field in fields.Result.All.Where(field => field.TakesRights))
            {
                table.Add("alan", field.Path, field.TypeName, Note(field));
            }

            await table.WriteAsync(context.Terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Note(FieldDescription field) => field switch
    {
        { IsSpecial: true } => "özel nitelikli: kendi dayanağıyla verilir",
        { IsDemanded: true } => "verilmezse KPSService okuyan yazılımlar çöker",
        { IsStructural: true } => "kapatılınca altı boş gelir",
        _ => string.Empty,
    };
}
