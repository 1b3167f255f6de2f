using System.CommandLine;
using Kps.Contracts;

namespace Kps.Cli.Entitlements;

/// <summary><c>entitlement</c>: which operations an institution may call, and on what ground.</summary>
internal static class EntitlementCommand
{
    public static Command Create(CommandContext context) => new("entitlement", "Kurumların sorgu yetkileri")
    {
        AddEntitlement.Create(context),
        ListEntitlements.Create(context),
        DisableEntitlement.Create(context),
    };

    public static Argument<KpsOperation> Operation() => new("sorgu")
    {
        Description = "Sorgunun sözleşmedeki adı, örneğin BilesikKisiSorgula.",
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
