using System.Collections.Frozen;

namespace Kps.Contracts;

/// <summary>
/// The seven operations of IKpsServices by name (wire contracts a.4), with what the walk needs to know of each.
/// The one place that knows which operations exist and which of them this version answers.
/// </summary>
public static class OperationCatalog
{
    private static readonly FrozenDictionary<string, OperationDescription> ByName = new OperationDescription[]
    {
        new(KpsOperation.BilesikKisiSorgula, "BilesikKisiSorgula", IsServed: true),
        new(KpsOperation.BilesikKisiveAdresSorgula, "BilesikKisiveAdresSorgula", IsServed: false),
        new(KpsOperation.KimlikNoIleAdresBilgisiSorgula, "KimlikNoIleAdresBilgisiSorgula", IsServed: false),
        new(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, "KimlikNoIleNufusKayitOrnegiSorgula", IsServed: false),
        new(KpsOperation.TcKimlikNoSorgula, "TcKimlikNoSorgula", IsServed: false),
        new(KpsOperation.AileBireyleriSorgula, "AileBireyleriSorgula", IsServed: false),
        new(KpsOperation.YetkiListesi, "YetkiListesi", IsServed: false),
    }.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);

    /// <summary>
    /// WS-Trust 1.3 Issue, which the token door answers; no operation of the contract and not among <see cref="All"/>. Its response element is
    /// the collection of section 4.3, its reply action that of section 4.2.
    /// </summary>
    public static OperationDescription Issue { get; } = new(KpsOperation.Issue, "RequestSecurityToken", IsServed: true)
    {
        Action = KpsNamespaces.Trust + "/RST/Issue",
        ResponseName = "RequestSecurityTokenResponseCollection",
        ResponseAction = KpsNamespaces.Trust + "/RSTRC/IssueFinal",
    };

    /// <summary>All seven, in the order of the contract.</summary>
    public static IReadOnlyList<OperationDescription> All { get; } = [.. ByName.Values.OrderBy(operation => operation.Operation)];

    /// <summary>Finds an operation by the local name of the body's first element.</summary>
    /// <param name="name">Case-sensitive local name.</param>
    /// <returns>Null when the contract has no such operation.</returns>
    public static OperationDescription? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Finds an operation by its number.</summary>
    /// <param name="operation">One of the seven.</param>
    /// <returns>Null for <see cref="KpsOperation.None"/> and <see cref="KpsOperation.Issue"/>.</returns>
    public static OperationDescription? Find(KpsOperation operation) =>
        All.FirstOrDefault(candidate => candidate.Operation == operation);
}
