using System.CommandLine;
using Kps.Cli.Entitlements.Fields;
using Kps.Contracts;
using Kps.Registry.Entitlements;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement</c>: which operations an institution may call, what it sees of them, and on what ground.</summary>
internal static class EntitlementCommand
{
    public static Command Create(CommandContext context) => new("entitlement", "Kurumların sorgu yetkileri")
    {
        AddEntitlement.Create(context),
        ListEntitlements.Create(context),
        DisableEntitlement.Create(context),
        ScopeEntitlement.Create(context),
        FieldCommand.Create(context),
    };

    public static Option<string> Dayanak() => new("--dayanak") { Description = "Yasal dayanak.", Required = true };

    public static Option<string> KararNo() => new("--karar-no") { Description = "Karar numarası.", DefaultValueFactory = _ => string.Empty };

    public static Option<EntitlementKapsam> Kapsam() => new("--kapsam")
    {
        Description = "tum: bütün sıradan alanlar; secili: yalnız tek tek verilenler ('entitlement field grant').",
        HelpName = "tum|secili",
        CustomParser = result =>
        {
            switch (result.Tokens[0].Value)
            {
                case "tum":
                    return EntitlementKapsam.Tum;
                case "secili":
                    return EntitlementKapsam.Secili;
                default:
                    result.AddError("--kapsam tum ya da secili olmalı.");
                    return EntitlementKapsam.None;
            }
        },
    };

    public static string Word(EntitlementKapsam kapsam) => kapsam == EntitlementKapsam.Tum ? "tum" : "secili";

    public static Argument<KpsOperation> Operation() => new("sorgu")
    {
        Description = "Sorgunun sözleşmedeki adı, örneğin BilesikKisiSorgula.",
        HelpName = "sorgu",
        CustomParser = result =>
        {
            if ((OperationCatalog.Find(KpsService.Kps, result.Tokens[0].Value) ?? OperationCatalog.Find(KpsService.Ek, result.Tokens[0].Value)) is { } operation)
            {
                return operation.Operation;
            }

            result.AddError($"Böyle bir sorgu yok; bilinenler: {string.Join(", ", OperationCatalog.All.Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(known => known.Name))}.");
            return KpsOperation.None;
        },
    };
}
