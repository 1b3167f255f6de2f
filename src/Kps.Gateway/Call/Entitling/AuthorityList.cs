using Kps.Contracts;
using Kps.Contracts.Fields;
using Kps.Contracts.YetkiListesi;
using Kps.Registry.Entitlements;
using Kps.Registry.Institutions;

namespace Kps.Gateway.Call.Entitling;

/// <summary>
/// What an institution may ask, send and see today, as <c>YetkiListesi</c> tells it (wire contracts a.4, a.8): service, method, member. It is read from the rows that calls are judged by,
/// so it cannot say another thing than they meet.
/// </summary>
/// <remarks>
/// Operations without a right are named and have no members, nor has a record that an operation never gives: with everything the answer is 160 KB, and a WCF client takes 64 KB unless told otherwise.
/// </remarks>
internal static class AuthorityList
{
    /// <summary>Lists both services.</summary>
    /// <param name="institution">The institution the call is made for.</param>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <param name="addressOf">Where a service is reached; null where the installation has no address of its own.</param>
    /// <returns>A new tree the caller owns.</returns>
    public static List<Service> Of(RegisteredInstitution institution, DateOnly today, Func<KpsService, string?> addressOf) =>
    [
        ServiceOf(KpsService.Kps, "IKpsServices", "Kimlik Paylaşımı Sistemi sorguları", KpsNamespaces.Service, institution, today, addressOf),
        ServiceOf(KpsService.Ek, "IKpsEkServisler", "Ek sorgular", KpsNamespaces.Ek, institution, today, addressOf),
    ];

    private static Service ServiceOf(
        KpsService service, string name, string description, string ns, RegisteredInstitution institution, DateOnly today, Func<KpsService, string?> addressOf)
    {
        var methods = OperationCatalog.AllOf(service).Select(operation => MethodOf(operation, institution, today)).ToList();
        return new Service
        {
            Description = description,
            IsActive = true,
            IsAuthorized = methods.Exists(method => method.IsAuthorized == true),
            IsEditable = false,
            Methods = methods,
            Name = name,
            Namespace = ns,
            ServiceNo = (int)service,
            ServiceUrl = addressOf(service),
        };
    }

    private static Method MethodOf(OperationDescription operation, RegisteredInstitution institution, DateOnly today)
    {
        var right = institution.Holds(operation.Operation, today) ? institution.FindEntitlement(operation.Operation) : null;
        var fields = right is null ? null : FieldCatalog.Find(operation.Operation);
        var given = right?.Fields?.On(today) ?? FieldSet.Ordinary;
        return new Method
        {
            Argumans = [.. fields?.Arguments.Select(argument => PropertyOf(argument, given)) ?? []],
            Description = OperationWords.Of(operation.Operation),
            IsAuthorized = right is not null,
            IsEditable = false,
            Name = operation.Name,
            ReturnProperties = [.. fields?.Result.Fields.Select(field => PropertyOf(field, given)) ?? []],
        };
    }

    private static Property PropertyOf(ArgumentDescription argument, FieldSet given)
    {
        var members = argument.Members.Select(member => PropertyOf(member, given)).ToList();
        return PropertyOf(argument.Name, argument.TypeName, members, members.Count == 0 && given.IsArgumentGiven(argument.Path));
    }

    private static Property PropertyOf(FieldDescription field, FieldSet given)
    {
        var members = field.IsOutside ? [] : field.Children.Select(child => PropertyOf(child, given)).ToList();
        var isGiven = field.Shape == FieldShape.Value && !field.IsOutside && (field.IsStructural || given.IsGiven(field.Path, field.IsSpecial));
        return PropertyOf(field.Name, field.TypeName, members, isGiven);
    }

    /// <summary>A record may be seen when anything of it may; its HataBilgisi, which anybody may see, is nothing of it.</summary>
    private static Property PropertyOf(string name, string type, List<Property> members, bool isGiven) => new()
    {
        IsAuthorized = isGiven || members.Exists(member => member is { IsAuthorized: true, Name: not FieldTree.ErrorMember }),
        IsEditable = false,
        Name = name,
        SubProperties = members,
        Type = type,
    };
}
