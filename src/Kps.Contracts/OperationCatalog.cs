using System.Collections.Frozen;

namespace Kps.Contracts;

/// <summary>
/// The operations of both services by name and number (wire contracts a.4), with what the walk needs to know of each.
/// The one place that knows which operations exist and which of them this version answers.
/// </summary>
public static class OperationCatalog
{
    private static readonly OperationDescription[] Operations =
    [
        Kps(KpsOperation.BilesikKisiSorgula),
        Kps(KpsOperation.BilesikKisiveAdresSorgula),
        Kps(KpsOperation.KimlikNoIleAdresBilgisiSorgula),
        Kps(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula),
        Kps(KpsOperation.TcKimlikNoSorgula),
        Kps(KpsOperation.AileBireyleriSorgula),
        Kps(KpsOperation.YetkiListesi),
        Ek(KpsOperation.KayitYeriIleKimlikSorgula),
        Ek(KpsOperation.NufusKayitOrnegiSorgula),
        Ek(KpsOperation.CuzdanBilgisiSorgula),
        Ek(KpsOperation.NufusOlaySorgula),
        Ek(KpsOperation.IlListesi),
        Ek(KpsOperation.IlceListesi),
        Ek(KpsOperation.MahalleListesi),
        Ek(KpsOperation.CsbmListesi),
        Ek(KpsOperation.IstatistikSorgula),
        Ek(KpsOperation.KisiVeCuzdanDogrula),
        Ek(KpsOperation.YabanciDogrula),
    ];

    private static readonly FrozenDictionary<(KpsService Service, string Name), OperationDescription> ByName =
        Operations.ToFrozenDictionary(operation => (operation.Service, operation.Name));

    private static readonly FrozenDictionary<KpsOperation, OperationDescription> ByNumber =
        Operations.ToFrozenDictionary(operation => operation.Operation);

    private static readonly OperationDescription[] EkOperations = [.. Operations.Where(operation => operation.Service == KpsService.Ek)];

    /// <summary>
    /// WS-Trust 1.3 Issue, which the token door answers; no operation of a contract and not among <see cref="All"/>. Its response element is
    /// the collection of section 4.3, its reply action that of section 4.2.
    /// </summary>
    public static OperationDescription Issue { get; } = new(KpsOperation.Issue, "RequestSecurityToken", KpsService.None, IsServed: true)
    {
        Namespace = KpsNamespaces.Trust,
        Action = KpsNamespaces.Trust + "/RST/Issue",
        ResponseName = "RequestSecurityTokenResponseCollection",
        ResponseAction = KpsNamespaces.Trust + "/RSTRC/IssueFinal",
    };

    /// <summary>The seven of IKpsServices, in the order of the contract.</summary>
    public static IReadOnlyList<OperationDescription> All { get; } = [.. Operations.Where(operation => operation.Service == KpsService.Kps)];

    /// <summary>The operations of one service, in the order of its contract.</summary>
    /// <param name="service">The service.</param>
    /// <returns>Empty for <see cref="KpsService.None"/>.</returns>
    public static IReadOnlyList<OperationDescription> AllOf(KpsService service) => service switch
    {
        KpsService.Kps => All,
        KpsService.Ek => EkOperations,
        _ => [],
    };

    /// <summary>Finds an operation by the local name of the body's first element.</summary>
    /// <param name="service">The service that was called: neither answers the other's operations.</param>
    /// <param name="name">Case-sensitive local name.</param>
    /// <returns>Null when the service has no such operation.</returns>
    public static OperationDescription? Find(KpsService service, string name) => ByName.GetValueOrDefault((service, name));

    /// <summary>Finds an operation of either service by its number.</summary>
    /// <param name="operation">Any number.</param>
    /// <returns>Null for <see cref="KpsOperation.None"/> and <see cref="KpsOperation.Issue"/>.</returns>
    public static OperationDescription? Find(KpsOperation operation) => ByNumber.GetValueOrDefault(operation);

    private static OperationDescription Kps(KpsOperation operation) => new(operation, operation.ToString(), KpsService.Kps, IsServed: true);

    private static OperationDescription Ek(KpsOperation operation) => new(operation, operation.ToString(), KpsService.Ek, IsServed: true);
}
